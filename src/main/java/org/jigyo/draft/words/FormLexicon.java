package org.jigyo.draft.words;

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
import org.jigyo.layout.GridColumn;
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
public final class FormLexicon {

    /** Groups of the lexicon. */
    public enum Group {
        FIELDS,
        CHOICES,
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
    public record Meaning(String key, double certainty) {}

    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:\\d{1,2}(?=\\p{IsHan})(?![次人年月日件個回歳級階号期者])|[IVX]{1,4}(?=\\p{IsHan}|\\p{IsKatakana})|[（(〔\\[]?(?:\\d{1,2}|[ア-ン]|[A-Za-zⅠ-Ⅻⅰ-ⅻ]|[一二三四五六七八九十])[)）〕\\].．、:：-]|[①-⑳㉑-㉟■□◆◇●○◎▼▽・※＊*【〈<《「『])+");
    private static final Pattern BRACKETS = Pattern.compile("[（(【〔\\[][^（()）【】]*[)）】〕\\]]");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern ENDS = Pattern.compile("^(?:うち|[のに、])|(?<=\\p{IsHan})[A-DＡ-Ｄ]+$");
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\s]");
    /** Before a word of the lexicon that need only stand somewhere in a label, and before one that need only end it. */
    private static final String ANYWHERE = "~";

    private static final String AT_END = "…";
    private static final double PART = 0.6;
    private static final int SHORTEST_PART = 3;

    private final Map<Group, Map<String, String>> words;
    private final Map<String, OwnKey> own;

    private FormLexicon(Map<Group, Map<String, String>> words, Map<String, OwnKey> own) {
        this.words = words;
        this.own = own;
    }

    /** The lexicon in these YAML texts; a later one adds words to an earlier one. */
    public static FormLexicon of(List<String> texts) {
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
    public FormLexicon learning(List<Layout> layouts) {
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

    /**
     * The same lexicon where the labels of a known layout mean what they mean there.
     *
     * @param form the form with that layout; null for none
     */
    public FormLexicon like(KnownForm form) {
        if (form == null) {
            return this;
        }
        Layout layout = form.layout();
        Map<Group, Map<String, String>> learnt = new LinkedHashMap<>();
        words.forEach((group, known) -> learnt.put(group, new LinkedHashMap<>()));
        learn(layout.grid().fields(), layout.grid().sections(), learnt.get(Group.FIELDS));
        tables(layout.grid().fields(), layout.grid().sections(), learnt);
        layout.grid().dropped().forEach(l -> l.wordings().forEach(w -> put(learnt, Group.DROPPED, w, core(w))));
        words.forEach(
                (group, known) -> known.forEach((word, key) -> learnt.get(group).putIfAbsent(word, key)));
        Map<String, OwnKey> keys = new LinkedHashMap<>(layout.keys());
        own.forEach(keys::putIfAbsent);
        return new FormLexicon(learnt, keys);
    }

    /** The items, staff and properties of indicators that the tables of a layout have by their labels. */
    private static void tables(
            List<GridField> fields, List<GridSection> sections, Map<Group, Map<String, String>> learnt) {
        for (GridField field : fields) {
            String to = field.to().replace(GridSection.PART, "");
            Group rows = to.startsWith("costs/{row}")
                    ? Group.COSTS
                    : to.startsWith("staffing/{row}") ? Group.STAFFING : null;
            if (field.crossing() != null && rows != null) {
                field.crossing().rows().stream()
                        .filter(r -> r.label() != null && !r.is().contains("{"))
                        .forEach(r -> r.label().wordings().forEach(w -> put(learnt, rows, w, r.is())));
            } else if (field.crossing() != null && to.startsWith("costs/{is}")) {
                columns(field.crossing().columns(), Group.COSTS, learnt);
            } else if (field.rows() != null && to.startsWith("indicators/")) {
                columns(field.rows().columns(), Group.INDICATORS, learnt);
            }
        }
        sections.forEach(s -> tables(s.fields(), s.sections(), learnt));
    }

    private static void columns(List<GridColumn> columns, Group group, Map<Group, Map<String, String>> learnt) {
        for (GridColumn column : columns) {
            Label label = column.line() != null
                    ? column.line()
                    : column.under().get(column.under().size() - 1);
            label.wordings().stream()
                    .filter(w -> !PLACE.matcher(w).replaceAll("").isBlank())
                    .forEach(w -> put(learnt, group, w, column.is()));
        }
    }

    private static void put(Map<Group, Map<String, String>> learnt, Group group, String word, String key) {
        learnt.get(group).putIfAbsent(core(word), key);
    }

    /** A known layout's own key; null for another one. */
    public OwnKey ownKey(String key) {
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
    public static String core(String label) {
        String open = label.startsWith(ANYWHERE) || label.startsWith(AT_END) ? label.substring(0, 1) : "";
        String key = PLACE.matcher(Printed.key(label.substring(open.length()))).replaceAll("");
        String plain = BRACKETS.matcher(NUMBERING.matcher(key).replaceFirst("")).replaceAll("");
        String core = SIGNS.matcher(plain).replaceAll("");
        String kept = core.isEmpty() ? SIGNS.matcher(key).replaceAll("") : core;
        return open + ENDS.matcher(kept).replaceAll("");
    }

    /** What a label means in a group; as listed, else by the longest listed word in it. */
    public Optional<Meaning> meaning(Group group, String label) {
        String core = core(label);
        return listed(group, core, label)
                .map(k -> new Meaning(k, 1))
                .or(() -> words.get(group).entrySet().stream()
                        .filter(e -> part(core, e.getKey()))
                        .max(Comparator.comparingInt(e -> e.getKey().length()))
                        .map(e -> new Meaning(e.getValue(), PART)));
    }

    private Optional<String> listed(Group group, String core, String label) {
        Map<String, String> known = words.get(group);
        if (core.isEmpty()) {
            return Optional.empty();
        }
        String inBrackets = SIGNS.matcher(Printed.key(label)).replaceAll("");
        return Optional.ofNullable(known.getOrDefault(inBrackets, known.get(core)))
                .or(() -> known.keySet().stream()
                        .filter(w -> (w.startsWith(ANYWHERE) && core.contains(w.substring(1)))
                                || (w.startsWith(AT_END) && core.endsWith(w.substring(1))))
                        .max(Comparator.comparingInt(String::length))
                        .map(known::get));
    }

    private static boolean part(String core, String word) {
        return word.length() >= SHORTEST_PART && (core.endsWith(word) || core.startsWith(word));
    }

    /** What a label means as listed. */
    public Optional<String> exactly(Group group, String label) {
        return listed(group, core(label), label);
    }

    /** The phase that words of a column or its header tell; the first word listed that stands in them. */
    public Optional<String> phase(String header) {
        return words.get(Group.PHASES).entrySet().stream()
                .filter(e -> header.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** True for a label that is listed as one, not as a typical value or unit. */
    public boolean names(String label) {
        String core = core(label);
        return Stream.of(
                        Group.FIELDS,
                        Group.CHOICES,
                        Group.COSTS,
                        Group.STAFFING,
                        Group.INDICATORS,
                        Group.DROPPED,
                        Group.REASONS)
                .anyMatch(g -> listed(g, core, label).isPresent());
    }

    /** True for a label that is listed in some group. */
    public boolean knows(String label) {
        String core = core(label);
        return Arrays.stream(Group.values())
                .anyMatch(g -> listed(g, core, label).isPresent());
    }

    /** True for a unit of things that are counted, which stands in a column of units. */
    public boolean countedUnit(String word) {
        String core = core(word);
        return !core.endsWith("円") && words.get(Group.UNITS).containsKey(core);
    }

    /** True for a word that is a value although many sheets print it. */
    public boolean typicalValue(String word) {
        return words.get(Group.VALUES).containsKey(core(word));
    }

    /** All words of a group. */
    public Set<String> listed(Group group) {
        return new HashSet<>(words.get(group).keySet());
    }
}
