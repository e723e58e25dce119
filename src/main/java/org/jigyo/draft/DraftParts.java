package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.draft.words.OwnKeys;

/** The parts of a layout as they are collected. Not thread-safe. */
final class DraftParts {

    private final FormLexicon lexicon;
    private final KnownForm known;
    private final IndicatorBlocks blocks;
    private final OwnKeys names = new OwnKeys();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    private final Map<String, List<String>> marks = new LinkedHashMap<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    /**
     * @param known the layout that the form resembles; null for none
     * @param blocks the indicators that have a label each
     */
    DraftParts(FormLexicon lexicon, KnownForm known, IndicatorBlocks blocks) {
        this.lexicon = lexicon;
        this.known = known;
        this.blocks = blocks;
    }

    /** The number of the indicator that a label stands for. */
    Optional<Integer> indicator(String label) {
        return blocks.number(label, lexicon);
    }

    /** The layout that the form resembles. */
    Optional<KnownForm> known() {
        return Optional.ofNullable(known);
    }

    /** Says that the layout that the form resembles has a field, too; empty if it has not. */
    String origin(Proposal proposal) {
        return known().filter(k -> proposal.words().stream().anyMatch(w -> k.binds(w, proposal.to())))
                .map(k -> " · as in " + k.layout().id())
                .orElse("");
    }

    FormLexicon lexicon() {
        return lexicon;
    }

    /** A key of the layout's own for a label. */
    String ownKey(String group, String label) {
        String key = names.of(group, label);
        keys.put(key, label.replaceAll("\\{[^}]*\\}", ""));
        return key;
    }

    /** Own key → label. */
    Map<String, String> keys() {
        return keys;
    }

    /** A code list, as the known layout has it if it has these values; the name of an equal one that is there, else a new name like the given one. */
    String codeList(String name, Map<String, String> printed) {
        Map<String, String> values =
                known().flatMap(k -> k.codes(printed.keySet())).orElse(printed);
        for (Map.Entry<String, Map<String, String>> e : codes.entrySet()) {
            if (e.getValue().equals(values)) {
                return e.getKey();
            }
        }
        String plain = name.replaceAll(".*[/.]", "").replaceAll("[^A-Za-z0-9]", "");
        String free = plain.isEmpty() ? "codes" : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        String own = free;
        for (int n = 2; codes.containsKey(own); n++) {
            own = free + n;
        }
        codes.put(own, values);
        return own;
    }

    Map<String, Map<String, String>> codes() {
        return codes;
    }

    /** Mark sets: name → marks of what is chosen; none where it is circled. */
    Map<String, List<String>> marks() {
        return marks;
    }

    /** Labels of persons and telephones. */
    Set<String> dropped() {
        return dropped;
    }

    /** True the first time that a path is asked for; a second field must not have it. */
    boolean free(String path) {
        return paths.add(path);
    }

    /** True if a path has a field. */
    boolean has(String path) {
        return paths.contains(path);
    }

    void add(Proposal proposal) {
        proposals.add(proposal);
    }

    List<Proposal> proposals() {
        return proposals;
    }

    void ask(Question question) {
        questions.add(question);
    }

    List<Question> questions() {
        return questions;
    }
}
