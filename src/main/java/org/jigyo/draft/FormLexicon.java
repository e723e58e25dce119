package org.jigyo.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridSection;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Printed;

/**
 * What printed labels mean: words of forms by group and key of the sheet record. A label is compared by its core, that is without years,
 * numbering, brackets and signs. Immutable.
 */
final class FormLexicon {

    /** Groups of the lexicon. */
    enum Group {
        FIELDS,
        COSTS,
        PHASES,
        STAFFING,
        INDICATORS,
        DROPPED,
        REASONS,
        VALUES,
        UNITS
    }

    /**
     * A meaning.
     *
     * @param key path, item, phase or property; the word itself in groups that are plain lists
     * @param certainty 1 for the word as listed, less where only a part of the label is listed
     */
    record Meaning(String key, double certainty) {}

    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[（(〔\\[]?(?:\\d{1,2}|[ア-ン]|[A-Za-zⅠ-Ⅻⅰ-ⅻ]|[一二三四五六七八九十])[)）〕\\].．、:：-]|[①-⑳㉑-㉟■□◆◇●○◎▼▽・※＊*【〈<《「『])+");
    private static final Pattern BRACKETS = Pattern.compile("[（(【〔\\[][^（()）【】]*[)）】〕\\]]");
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\s]");
    private static final double PART = 0.6;
    private static final int SHORTEST_PART = 3;

    private final Map<Group, Map<String, String>> words;
    private final Map<String, OwnKey> own;

    private FormLexicon(Map<Group, Map<String, String>> words, Map<String, OwnKey> own) {
        this.words = words;
        this.own = own;
    }

    /** The lexicon in these YAML texts; a later one adds words to an earlier one. */
    static FormLexicon of(List<String> texts) {
        Map<Group, Map<String, String>> words = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            words.put(group, new LinkedHashMap<>());
        }
        for (String text : texts) {
            JsonNode root;
            try {
                root = new ObjectMapper(new YAMLFactory()).readTree(text);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalArgumentException(e.getOriginalMessage(), e);
            }
            for (Group group : Group.values()) {
                add(root.path(group.name().toLowerCase(Locale.ROOT)), words.get(group));
            }
        }
        return new FormLexicon(words, Map.of());
    }

    /** The same lexicon with the labels of the single cells of these layouts, where it does not know them. */
    FormLexicon learning(List<Layout> layouts) {
        Map<Group, Map<String, String>> learnt = new LinkedHashMap<>();
        words.forEach((group, own) -> learnt.put(group, new LinkedHashMap<>(own)));
        Map<String, OwnKey> keys = new LinkedHashMap<>(own);
        for (Layout layout : layouts) {
            if (layout.grid() != null) {
                learn(layout.grid().fields(), layout.grid().sections(), learnt.get(Group.FIELDS));
                layout.keys().forEach(keys::putIfAbsent);
            }
        }
        return new FormLexicon(learnt, keys);
    }

    private static void learn(List<GridField> fields, List<GridSection> sections, Map<String, String> known) {
        for (GridField field : fields) {
            String to = field.to().replace(GridSection.PART, "");
            boolean plain = !to.contains("{") || to.contains("{code}");
            Label label =
                    field.rightOf() != null ? field.rightOf() : field.below() != null ? field.below() : field.leftOf();
            if (plain
                    && label != null
                    && field.take() == GridLocator.Take.FIRST
                    && field.row() == null
                    && !to.endsWith("/reason")) {
                label.wordings().stream()
                        .filter(w -> core(w).length() > 1 || to.contains("/x."))
                        .forEach(w -> known.putIfAbsent(core(w), to));
            }
        }
        sections.forEach(s -> learn(s.fields(), s.sections(), known));
    }

    /** A known layout's own key; null for another one. */
    OwnKey ownKey(String key) {
        return own.get(key);
    }

    private static void add(JsonNode node, Map<String, String> words) {
        if (node.isArray()) {
            node.forEach(word -> words.put(core(word.asText()), core(word.asText())));
        } else {
            node.properties()
                    .forEach(e -> e.getValue().forEach(word -> words.putIfAbsent(core(word.asText()), e.getKey())));
        }
    }

    /** A label without years, numbering, what stands in brackets, and signs. */
    static String core(String label) {
        boolean open = label.startsWith("~");
        String key = Printed.key(open ? label.substring(1) : label).replaceAll("\\{[^}]*\\}", "");
        String plain = BRACKETS.matcher(NUMBERING.matcher(key).replaceFirst("")).replaceAll("");
        String core = SIGNS.matcher(plain).replaceAll("");
        String kept = core.isEmpty() ? SIGNS.matcher(key).replaceAll("") : core;
        return (open ? "~" : "") + kept.replaceAll("^[のに、]|(?<=\\p{IsHan})[A-DＡ-Ｄ]+$", "");
    }

    /** What a label means in a group; as listed, else by the longest listed word in it. */
    Optional<Meaning> meaning(Group group, String label) {
        Map<String, String> known = words.get(group);
        String core = core(label);
        if (core.isEmpty()) {
            return Optional.empty();
        }
        if (known.containsKey(core)) {
            return Optional.of(new Meaning(known.get(core), 1));
        }
        String inBrackets = SIGNS.matcher(Printed.key(label)).replaceAll("");
        if (known.containsKey(inBrackets)) {
            return Optional.of(new Meaning(known.get(inBrackets), 1));
        }
        return known.keySet().stream()
                .filter(w -> w.startsWith("~") ? core.contains(w.substring(1)) : part(core, w))
                .max(Comparator.comparingInt(String::length))
                .map(w -> new Meaning(known.get(w), w.startsWith("~") ? 1 : PART));
    }

    private static boolean part(String core, String word) {
        return word.length() >= SHORTEST_PART && (core.endsWith(word) || core.startsWith(word));
    }

    /** What a label means as listed. */
    Optional<String> exactly(Group group, String label) {
        return meaning(group, label).filter(m -> m.certainty() == 1).map(Meaning::key);
    }

    /** The phase that words of a column or its header tell; the first word listed that stands in them. */
    Optional<String> phase(String header) {
        return words.get(Group.PHASES).entrySet().stream()
                .filter(e -> header.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** True for a label that is listed as one, not as a typical value or unit. */
    boolean names(String label) {
        return Stream.of(Group.FIELDS, Group.COSTS, Group.STAFFING, Group.INDICATORS, Group.DROPPED, Group.REASONS)
                .anyMatch(g -> exactly(g, label).isPresent());
    }

    /** True for a label that is listed in some group. */
    boolean knows(String label) {
        return Arrays.stream(Group.values())
                .anyMatch(g -> meaning(g, label).filter(m -> m.certainty() == 1).isPresent());
    }

    /** True for a unit of things that are counted, which stands in a column of units. */
    boolean countedUnit(String word) {
        return !word.endsWith("円") && words.get(Group.UNITS).containsKey(core(word));
    }

    boolean typicalValue(String word) {
        return words.get(Group.VALUES).containsKey(core(word));
    }

    /** All words of a group. */
    Set<String> listed(Group group) {
        return new HashSet<>(words.get(group).keySet());
    }
}
