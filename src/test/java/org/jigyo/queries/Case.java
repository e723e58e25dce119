package org.jigyo.queries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jigyo.queries.Records.CityYear;
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

    /** A question over the years of cities, asked of the newest of each unless the parameters say otherwise. */
    static Case ofYears(
            String query,
            Map<String, String> parameters,
            String columns,
            Function<CityYear, String> reason,
            Function<CityYear, List<List<Object>>> rows) {
        return ofYears(query, parameters, "newest", columns, reason, rows);
    }

    /**
     * A question over the years of cities: each has rows, or one that says why there is none.
     *
     * @param year asked for when the parameters name none
     * @param reason why a year that has sheets has no row
     */
    static Case ofYears(
            String query,
            Map<String, String> parameters,
            String year,
            String columns,
            Function<CityYear, String> reason,
            Function<CityYear, List<List<Object>>> rows) {
        int others = columns.split(" ").length;
        return of(query, parameters, "cityCode year reason " + columns, all -> {
            List<List<Object>> whole = new ArrayList<>();
            for (CityYear asked : Records.asked(all, parameters.get("city"), parameters.getOrDefault("year", year))) {
                List<List<Object>> own = asked.year() == null ? List.of() : rows.apply(asked);
                String none = asked.year() == null ? "no-such-year" : own.isEmpty() ? reason.apply(asked) : null;
                (none == null ? own : List.of(Collections.nCopies(others, (Object) null)))
                        .forEach(row -> whole.add(joined(row(asked.city(), asked.year(), none), row)));
            }
            return whole;
        });
    }

    /** A question over cities without a year: each has rows, or one that says that there are none. */
    static Case ofCities(
            String query,
            Map<String, String> parameters,
            String columns,
            Function<List<Sheet>, List<List<Object>>> rows) {
        Case years = ofYears(query, parameters, columns, asked -> "none-found", asked -> rows.apply(asked.ever()));
        return of(
                query,
                parameters,
                "cityCode reason " + columns,
                all -> years.rows().apply(all).stream()
                        .map(row -> joined(row(row.get(0), row.get(2)), row.subList(3, row.size())))
                        .toList());
    }

    /** Why there is no row where every figure that is printed has one. */
    static String notPrinted(CityYear any) {
        return "not-printed";
    }

    private static List<Object> joined(List<Object> one, List<Object> other) {
        List<Object> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
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
