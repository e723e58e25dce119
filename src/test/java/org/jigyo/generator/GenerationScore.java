package org.jigyo.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jigyo.compare.GoldComparison;
import org.jigyo.compare.Judgement.Kind;
import org.jigyo.registry.Appearance;
import org.jigyo.registry.Assignment;
import org.jigyo.registry.Registry;
import org.jigyo.sheet.Sheet;

/**
 * How well generated sheets are read and their projects are known again.
 *
 * @param sheets number of sheets written
 * @param right facts that were read as written
 * @param other facts that are wrong, missing or invented
 * @param silent of these, those that no issue names
 * @param merged true projects that share a key with another one
 * @param continued sheets whose project was known again from its sheet of the year before
 * @param doubted sheets whose project was not known again, but reported as perhaps the same
 * @param continuations sheets whose project has a sheet of the year before
 */
record GenerationScore(
        int sheets, long right, long other, int silent, int merged, int continued, int doubted, int continuations) {

    /** Sums up file by file, and lets the registry see all sheets in the end. */
    static final class Counter {

        private int sheets;
        private long right;
        private long other;
        private int silent;
        private final List<Appearance> appearances = new ArrayList<>();
        private final List<String> projects = new ArrayList<>();

        /**
         * Adds a file.
         *
         * @param project which project a sheet that was read is of, or null
         */
        void add(List<Sheet> says, List<Sheet> read, Function<Sheet, String> project) {
            GoldComparison compared = GoldComparison.of(says, read, true);
            sheets += says.size();
            right += compared.count(Kind.RIGHT);
            other += compared.judgements().size() - compared.count(Kind.RIGHT);
            silent += compared.silent().size();
            for (Sheet sheet : read) {
                appearances.add(Appearance.of(sheet, Set.of()));
                projects.add(project.apply(sheet));
            }
        }

        GenerationScore score() {
            Map<String, Set<String>> merged = new HashMap<>();
            Map<String, TreeMap<Integer, String>> years = new HashMap<>();
            Set<String> doubts = new TreeSet<>();
            if (!appearances.isEmpty()) {
                Assignment assignment =
                        Registry.empty(appearances.get(0).city()).assign(appearances);
                assignment.doubts().forEach(d -> {
                    doubts.add(d.one() + " " + d.other());
                    doubts.add(d.other() + " " + d.one());
                });
                assignment.sheets().forEach(sheet -> {
                    String project = projects.get(sheet.sheet());
                    merged.computeIfAbsent(sheet.project(), k -> new TreeSet<>())
                            .add(project);
                    years.computeIfAbsent(project, k -> new TreeMap<>())
                            .put(sheet.appearance().fiscalYear(), sheet.project());
                });
            }
            int continuations = 0;
            int continued = 0;
            int doubted = 0;
            for (TreeMap<Integer, String> own : years.values()) {
                for (Map.Entry<Integer, String> sheet : own.entrySet()) {
                    String before = own.get(sheet.getKey() - 1);
                    continuations += before == null ? 0 : 1;
                    continued += sheet.getValue().equals(before) ? 1 : 0;
                    doubted += doubts.contains(before + " " + sheet.getValue()) ? 1 : 0;
                }
            }
            int shared = merged.values().stream()
                    .filter(all -> all.size() > 1)
                    .mapToInt(Set::size)
                    .sum();
            return new GenerationScore(sheets, right, other, silent, shared, continued, doubted, continuations);
        }
    }
}
