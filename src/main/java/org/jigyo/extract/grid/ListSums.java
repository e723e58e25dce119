package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.GridType;
import org.jigyo.sheet.Issue;

/** What the columns of a list add up to, row by row, for the rows of totals that the list itself prints (合計, 小計). */
final class ListSums {

    /** What a list calls a row of totals ends so. */
    private static final String TOTAL = "計";

    private Sum all = new Sum();
    private Sum group = new Sum();

    /** What rows add up to. */
    private static final class Sum {
        private final Map<String, BigDecimal> columns = new HashMap<>();
        private int rows;

        void add(String path, BigDecimal value) {
            columns.merge(path, value, BigDecimal::add);
        }

        /** True for their total, as far as amounts are rounded one by one. */
        boolean is(String path, BigDecimal total) {
            BigDecimal most = BigDecimal.valueOf(rows).divide(BigDecimal.valueOf(2));
            return columns.getOrDefault(path, BigDecimal.ZERO)
                            .subtract(total)
                            .abs()
                            .compareTo(most)
                    <= 0;
        }
    }

    /** A total that is printed. */
    private record Total(String path, BigDecimal printed, Item cell) {}

    /** True for a cell that names a row of totals. */
    static boolean total(Item cell) {
        return cell.key().endsWith(TOTAL);
    }

    /** The paths of the columns that rows of totals add up. */
    static Set<String> paths(List<ListColumn> columns) {
        return columns.stream().filter(ListSums::adds).map(c -> c.path().text()).collect(Collectors.toSet());
    }

    /** Adds the last of the rows. */
    void add(ListHeader header, List<Extraction> rows) {
        Extraction row = rows.get(rows.size() - 1);
        all.rows++;
        group.rows++;
        for (String path : header.summed()) {
            if (row.facts().get(path) instanceof BigDecimal value) {
                all.add(path, value);
                group.add(path, value);
            }
        }
    }

    /**
     * Compares a row of totals with the rows above it: all of them, or those since the totals before. The last row is doubted in the columns
     * that do not add up, unless none does: then the totals are those of other rows.
     */
    void compare(ListHeader header, List<Item> row, List<Extraction> rows) {
        if (row.stream().noneMatch(ListSums::total) || rows.isEmpty()) {
            return;
        }
        List<Total> totals = totals(header, row);
        List<Total> wrong = totals.stream()
                .filter(t -> !all.is(t.path(), t.printed()) && !group.is(t.path(), t.printed()))
                .toList();
        boolean proved =
                totals.stream().anyMatch(t -> !wrong.contains(t) && t.printed().signum() != 0);
        if (proved || totals.size() == 1) {
            int last = rows.size() - 1;
            wrong.forEach(t -> rows.set(last, rows.get(last).and(issue(t))));
        }
        group = new Sum();
    }

    private Issue issue(Total total) {
        String message = "the rows above add up to " + group.columns.getOrDefault(total.path(), BigDecimal.ZERO)
                + ", and the list prints a total of " + total.printed();
        return Issue.warning(Code.SUM_MISMATCH, total.path(), message)
                .printed(total.cell().page(), total.cell().text());
    }

    private static List<Total> totals(ListHeader header, List<Item> row) {
        List<Total> totals = new ArrayList<>();
        for (Item cell : row) {
            List<Item> over = cell.blank() ? List.of() : header.over(cell);
            if (over.size() == 1) {
                header.columns().stream()
                        .filter(c -> adds(c) && c.headers().get(0) == over.get(0))
                        .forEach(c -> cell.number()
                                .ifPresent(n -> totals.add(new Total(c.path().text(), n, cell))));
            }
        }
        return totals;
    }

    /** True for a column of amounts that can be added as they are printed. */
    private static boolean adds(ListColumn column) {
        GridType type = column.kind().type();
        return (type == GridType.NUMBER || type == GridType.AMOUNT)
                && column.path().text().startsWith("costs/")
                && column.kind().pattern() == null
                && column.kind().split() == null
                && column.yearIn() == null
                && column.headers().size() == 1;
    }
}
