package org.jigyo.queries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jigyo.sheet.Sheet;

/**
 * A stored query with parameters, and its answer computed from sheet records by plain Java.
 *
 * @param columns the columns that are compared; others hold labels or keys that the records do not have
 * @param rows records → rows of those columns, in any order; null is a column without value
 */
record Case(
        String query,
        Map<String, String> parameters,
        List<String> columns,
        Function<List<Sheet>, List<List<Object>>> rows) {

    static Case of(
            String query,
            Map<String, String> parameters,
            String columns,
            Function<List<Sheet>, List<List<Object>>> rows) {
        return new Case(query, parameters, List.of(columns.split(" ")), rows);
    }

    static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    List<List<String>> expected(List<Sheet> sheets) {
        return rows.apply(sheets).stream()
                .map(row -> row.stream().map(Case::normal).toList())
                .sorted(Case::compare)
                .toList();
    }

    List<List<String>> actual(List<Map<String, String>> answer) {
        return answer.stream()
                .map(row -> columns.stream().map(c -> normal(row.get(c))).toList())
                .sorted(Case::compare)
                .toList();
    }

    private static int compare(List<String> one, List<String> other) {
        return one.toString().compareTo(other.toString());
    }

    /** Numbers without trailing zeros, lists within a cell in order, nothing as a dash. */
    private static String normal(Object cell) {
        if (cell == null || cell.toString().isEmpty()) {
            return "-";
        }
        String text = cell.toString();
        if (text.matches("[+-]?\\d+\\.\\d+")) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        List<String> parts = new ArrayList<>(List.of(text.split(" \\| ")));
        return parts.stream().sorted().collect(Collectors.joining(" | "));
    }

    @Override
    public String toString() {
        return query + " " + parameters;
    }
}
