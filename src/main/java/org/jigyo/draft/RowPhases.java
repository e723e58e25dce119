package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.draft.sums.CostItems;
import org.jigyo.draft.sums.SumSearch.Sum;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;

/** Phases of the rows of a table of amounts whose columns are only years: 当初予算額, 決算額, and what is part of one of them. */
final class RowPhases {

    private RowPhases() {}

    /**
     * The phase of each row that has one, proved by its word or by a sum with a row of that phase; none of a table whose columns tell the
     * phases, or whose rows all are settlements.
     */
    static Map<String, String> of(
            FormTable table, List<TableColumn> columns, Collection<String> rows, FormLexicon lexicon) {
        Map<String, String> phases = new LinkedHashMap<>();
        if (columns.stream().anyMatch(c -> lexicon.phase(c.header()).isPresent())) {
            return phases;
        }
        for (String row : rows) {
            boolean total = lexicon.exactly(Group.COSTS, row)
                    .filter(item -> !item.equals("total"))
                    .isEmpty();
            lexicon.phase(row).filter(p -> total).ifPresent(p -> phases.put(row, p));
        }
        Set<String> different = new LinkedHashSet<>(phases.values());
        if (different.isEmpty() || different.equals(Set.of("settled"))) {
            return Map.of();
        }
        if (different.size() == 1) {
            rows.forEach(row -> phases.put(row, different.iterator().next()));
            return phases;
        }
        List<Sum> sums = table.sums();
        for (int found = -1; found < phases.size(); ) {
            found = phases.size();
            sums.forEach(sum -> join(sum, phases));
        }
        return phases;
    }

    private static void join(Sum sum, Map<String, String> phases) {
        Set<String> members = new LinkedHashSet<>(sum.parts());
        members.add(sum.total());
        Set<String> own = new LinkedHashSet<>();
        members.stream().filter(phases::containsKey).forEach(m -> own.add(phases.get(m)));
        if (own.size() == 1) {
            members.forEach(m -> phases.put(m, own.iterator().next()));
        }
    }

    /** What rows of amounts are: those of each phase for themselves. */
    static Map<String, String> items(
            Collection<String> rows, Map<String, String> phases, List<Sum> sums, FormLexicon lexicon) {
        Map<String, List<String>> byPhase = new LinkedHashMap<>();
        rows.forEach(r -> byPhase.computeIfAbsent(phases.getOrDefault(r, ""), k -> new ArrayList<>())
                .add(r));
        Map<String, String> items = new LinkedHashMap<>();
        byPhase.values()
                .forEach(own -> items.putAll(CostItems.of(
                        own, sums.stream().filter(s -> own.contains(s.total())).toList(), lexicon)));
        return items;
    }
}
