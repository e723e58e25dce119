package org.jigyo.draft.sums;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.draft.sums.SumSearch.Sum;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;

/** Which items of cost rows or columns are, as their words say; where they say less than the figures, as sums prove. */
public final class CostItems {

    private static final String TOTAL = "total";
    private static final String GRAND = "grandTotal";
    private static final String LABOUR = "labour";
    private static final String OTHER = "otherFunds";

    /** Items that a project is paid from. */
    private static final Set<String> SOURCES = Set.of(
            "generalFunds",
            "nationalFunds",
            "prefecturalFunds",
            "nationalPrefecturalFunds",
            "bonds",
            "otherFunds",
            "fees",
            "beneficiaryShare",
            "propertyIncome");

    private static final Set<String> PLAIN = Set.of("計", "合計", "小計");

    private final FormLexicon lexicon;
    private final Map<String, String> items = new LinkedHashMap<>();

    private CostItems(FormLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The items of rows or columns: of several with one meaning, the first has it.
     *
     * @param rows their words in the order printed
     * @param sums the sums that hold among them
     */
    public static Map<String, String> of(Collection<String> rows, List<Sum> sums, FormLexicon lexicon) {
        CostItems found = new CostItems(lexicon);
        found.named(rows);
        found.proved(sums);
        found.plain(rows);
        return found.items;
    }

    /** What words say. Of two totals beside labour costs the one called whole (総事業費), else the one below them, includes them. */
    private void named(Collection<String> rows) {
        List<String> totals = rows.stream().filter(r -> TOTAL.equals(word(r))).toList();
        // others among items of expenditure are no source of money
        boolean sources = rows.stream()
                        .filter(r -> SOURCES.contains(String.valueOf(word(r))))
                        .count()
                > 1;
        boolean labour = rows.stream().anyMatch(r -> LABOUR.equals(word(r)));
        String whole = totals.stream()
                .filter(r -> FormLexicon.core(r).startsWith("総"))
                .findFirst()
                .orElse(null);
        for (String row : rows) {
            String item = word(row);
            boolean second = TOTAL.equals(item)
                    && labour
                    && totals.size() > 1
                    && (whole != null ? row.equals(whole) : items.values().containsAll(Set.of(TOTAL, LABOUR)));
            item = second ? GRAND : item;
            if (item != null && (sources || !item.equals(OTHER)) && !items.containsValue(item)) {
                items.put(row, item);
            }
        }
    }

    /** What figures prove: the sum of all sources is the total, and that with labour costs the grand total, whatever they are called. */
    private void proved(List<Sum> sums) {
        sums.stream()
                .filter(s -> s.parts().stream().allMatch(p -> SOURCES.contains(items.getOrDefault(p, ""))))
                .findFirst()
                .ifPresent(s -> give(s.total(), TOTAL));
        sums.stream()
                .filter(s -> Stream.of(TOTAL, LABOUR)
                        .allMatch(item -> s.parts().stream().anyMatch(p -> item.equals(items.get(p)))))
                .findFirst()
                .ifPresent(s -> give(s.total(), GRAND));
    }

    private void give(String row, String item) {
        items.values().remove(item);
        items.put(row, item);
    }

    /** A row that is only called a sum, below sources or labour costs. */
    private void plain(Collection<String> rows) {
        for (String row : rows) {
            if (PLAIN.contains(FormLexicon.core(row)) && !items.containsKey(row)) {
                String item = !items.containsValue(TOTAL) ? TOTAL : items.containsValue(LABOUR) ? GRAND : null;
                boolean sources = items.values().stream().anyMatch(SOURCES::contains);
                if (item != null && !items.containsValue(item) && (item.equals(GRAND) || sources)) {
                    items.put(row, item);
                }
            }
        }
    }

    private String word(String row) {
        return lexicon.exactly(Group.COSTS, row).orElse(null);
    }
}
