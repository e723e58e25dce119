package org.jigyo.draft.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridSection;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Printed;

/**
 * A known layout that an unknown form resembles, mostly that of the same form in another year.
 *
 * @param layout the layout
 * @param reads true if it reads these sheets as they are
 * @param shared the labels of the form that it has, too
 * @param paths the paths of its fields
 * @param differences how the form differs from it
 */
public record KnownForm(
        Layout layout, boolean reads, Set<String> shared, Set<String> paths, List<Difference> differences) {

    /** Share of a form's labels, and of a layout's, that both have at least. */
    private static final double ALIKE = 0.5;

    private static final int FEWEST = 10;

    /** Share of letter pairs that two wordings of one label have in common at least. */
    private static final double SAME = 0.5;

    /** What stands for more printed text, as {@link Printed#key} gives it. */
    private static final String REST = Printed.key("…");

    private static final Pattern ANY_YEAR = Pattern.compile("\\{(?:any|each)year\\}");

    /**
     * A difference.
     *
     * @param before the label in the layout; null for a new one
     * @param now the label on the sheets; null for one that is gone
     */
    public record Difference(String before, String now) {

        /** As a person reads it. */
        @Override
        public String toString() {
            return before == null
                    ? "new 新規: «" + now + "»"
                    : now == null ? "gone なし: «" + before + "»" : "renamed 変更: «" + before + "» → «" + now + "»";
        }
    }

    /** Copies the collections. */
    public KnownForm {
        shared = Set.copyOf(shared);
        paths = Set.copyOf(paths);
        differences = List.copyOf(differences);
    }

    /**
     * The layout that shares the most labels with a form; empty if none shares half of them.
     *
     * @param labels the form's labels, with years as distances from the evaluated one
     * @param reading ids of the layouts that read the sheets
     */
    public static Optional<KnownForm> of(Collection<String> labels, List<Layout> known, Set<String> reading) {
        return known.stream()
                .filter(l -> l.grid() != null)
                .map(l -> new Compared(l, labels))
                .filter(c -> c.shared.size() >= FEWEST && c.share >= ALIKE)
                .max(Comparator.comparingDouble(c -> c.share))
                .map(c -> c.form(reading));
    }

    /** True if the layout knows a label of the form, and has a field with this path. */
    public boolean binds(String label, String path) {
        return paths.contains(path) && shared.contains(label);
    }

    /** The layout's code list that holds all of these printed values. */
    public Optional<Map<String, String>> codes(Collection<String> printed) {
        return layout.codes().values().stream()
                .filter(c -> printed.stream().allMatch(p -> c.keys().containsKey(Printed.key(p))))
                .min(Comparator.comparingInt(c -> c.values().size()))
                .map(c -> new LinkedHashMap<>(c.values()));
    }

    private static void paths(List<GridField> fields, List<GridSection> sections, Set<String> paths) {
        fields.forEach(f -> paths.add(f.to().replace(GridSection.PART, "")));
        sections.forEach(s -> paths(s.fields(), s.sections(), paths));
    }

    /** True if a label of a layout stands for a printed one. */
    private static boolean fits(String wording, String label) {
        String key = Printed.key(wording);
        if (!key.startsWith(REST)
                && !key.endsWith(REST)
                && !ANY_YEAR.matcher(key).find()) {
            return key.equals(label);
        }
        String regex = ANY_YEAR.splitAsStream(key)
                .map(part -> Pattern.quote(part).replace(REST, "\\E.*\\Q"))
                .collect(Collectors.joining("\\{year[^}]*\\}"));
        return label.matches(regex);
    }

    /** A layout beside the labels of a form. */
    private static final class Compared {

        private final Layout layout;
        private final Collection<String> labels;
        private final Set<String> shared;
        private final List<Label> missing;
        /** The smaller one of the shares that both have in common. */
        private final double share;

        Compared(Layout layout, Collection<String> labels) {
            this.layout = layout;
            this.labels = labels;
            Set<String> words = layout.words();
            this.shared = labels.stream()
                    .filter(l -> words.stream().anyMatch(w -> fits(w, l)))
                    .collect(Collectors.toSet());
            List<Label> all = layout.grid().labels().stream().distinct().toList();
            this.missing = all.stream()
                    .filter(l ->
                            labels.stream().noneMatch(p -> l.wordings().stream().anyMatch(w -> fits(w, p))))
                    .toList();
            this.share = Math.min(
                    (double) shared.size() / labels.size(), (double) (all.size() - missing.size()) / all.size());
        }

        KnownForm form(Set<String> reading) {
            Set<String> paths = new HashSet<>();
            paths(layout.grid().fields(), layout.grid().sections(), paths);
            return new KnownForm(layout, reading.contains(layout.id()), shared, paths, differences());
        }

        List<Difference> differences() {
            List<String> gone = new ArrayList<>(
                    missing.stream().map(l -> Printed.key(l.wordings().get(0))).toList());
            List<String> added = new ArrayList<>(labels.stream()
                    .filter(l -> !shared.contains(l) && !FormLexicon.core(l).isEmpty())
                    .sorted()
                    .toList());
            List<Difference> all = new ArrayList<>();
            for (String before : List.copyOf(gone)) {
                added.stream()
                        .filter(now -> alike(before, now) >= SAME)
                        .max(Comparator.comparingDouble(now -> alike(before, now)))
                        .ifPresent(now -> {
                            all.add(new Difference(before, now));
                            gone.remove(before);
                            added.remove(now);
                        });
            }
            added.forEach(now -> all.add(new Difference(null, now)));
            gone.forEach(before -> all.add(new Difference(before, null)));
            return all;
        }
    }

    /** How many of the letter pairs of two labels are the same: 0 to 1. */
    private static double alike(String a, String b) {
        Set<String> first = pairs(a);
        Set<String> second = pairs(b);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        return first.isEmpty() || second.isEmpty() ? 0 : 2.0 * both.size() / (first.size() + second.size());
    }

    private static Set<String> pairs(String label) {
        String core = FormLexicon.core(label);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < core.length(); i++) {
            pairs.add(core.substring(i, i + 2));
        }
        return pairs;
    }
}
