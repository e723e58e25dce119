package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jigyo.query.Column;

/**
 * Horizontal bars, one line of text above each, so that long names fit on a phone. Widths are hundredths of the picture's
 * width; heights are pixels.
 *
 * @param title what the picture shows
 * @param description what it says, in a sentence
 * @param legend names of the kinds of bars; empty if there is only one
 * @param bars from top to bottom
 * @param zero where zero is, in hundredths of the width
 * @param height height of the picture
 */
public record Bars(String title, String description, List<String> legend, List<Bar> bars, double zero, int height) {

    /** How many categories a picture shows at most; the table has all. */
    static final int MOST = 24;

    private static final int LINE = 22;
    private static final int THICKNESS = 14;
    private static final int GAP = 10;

    /**
     * One bar.
     *
     * @param label name of its category; null after the first bar of the category
     * @param figure its value or, in a stack, the sum, with unit; null after the first bar of a stack
     * @param kind number of its kind, from 0
     * @param x left end
     * @param width length
     * @param y top of the bar
     * @param labelY base line of the label
     */
    public record Bar(String label, String figure, int kind, double x, double width, int y, int labelY) {}

    /** A value to draw. */
    private record Value(String category, String kind, BigDecimal number, Column column) {}

    /** Bars that add up to one, side by side; most often a single one. */
    private record Row(String label, String figure, List<Value> values) {}

    /**
     * The pictures of an answer: one for each city and year, or whatever its facets are.
     *
     * @param limit how many categories to show in each
     * @return none if the columns have no roles, or no row has a value
     */
    public static List<Bars> of(String title, Rows answer, Map<String, Column> columns, Display display, int limit) {
        Map<String, Column> values = with(columns, Column.Role.VALUE);
        Optional<String> category =
                with(columns, Column.Role.CATEGORY).keySet().stream().findFirst();
        if (values.isEmpty() || category.isEmpty()) {
            return List.of();
        }
        Map<String, Column> facets = with(columns, Column.Role.FACET);
        Map<String, Column> stack = with(columns, Column.Role.STACK);
        Map<String, Column> series = stack.isEmpty() ? with(columns, Column.Role.SERIES) : stack;
        Map<String, List<Value>> pictures = new LinkedHashMap<>();
        for (Map<String, Rows.Term> row : answer.rows()) {
            String facet = facets.entrySet().stream()
                    .map(e -> shown(row, e.getKey(), e.getValue(), display))
                    .collect(Collectors.joining(" "));
            values.forEach((variable, column) -> {
                Rows.Term term = row.get(variable);
                if (term != null && term.number()) {
                    String kind = series.isEmpty()
                            ? values.size() > 1 ? column.label(display.language()) : ""
                            : series.entrySet().stream()
                                    .map(e -> shown(row, e.getKey(), e.getValue(), display))
                                    .collect(Collectors.joining(" "));
                    pictures.computeIfAbsent(facet, f -> new ArrayList<>())
                            .add(new Value(
                                    shown(row, category.get(), columns.get(category.get()), display),
                                    kind,
                                    new BigDecimal(term.text()),
                                    column));
                }
            });
        }
        return pictures.entrySet().stream()
                .map(e -> drawn(
                        e.getKey().isBlank() ? title : e.getKey(),
                        e.getValue(),
                        !stack.isEmpty(),
                        display,
                        Math.min(limit, MOST)))
                .toList();
    }

    private static Map<String, Column> with(Map<String, Column> columns, Column.Role role) {
        Map<String, Column> some = new LinkedHashMap<>();
        columns.forEach((variable, column) -> {
            if (column.role() == role) {
                some.put(variable, column);
            }
        });
        return some;
    }

    private static String shown(Map<String, Rows.Term> row, String variable, Column column, Display display) {
        Rows.Term term = row.get(variable);
        return term == null ? "" : display.named(column, term, row).orElse(term.text());
    }

    private static String figure(BigDecimal number, Column column, Display display) {
        String unit = display.unit(column);
        return display.number(number, column) + (unit == null ? "" : " " + unit);
    }

    private static Bars drawn(String title, List<Value> values, boolean stacked, Display display, int limit) {
        List<String> kinds = values.stream().map(Value::kind).distinct().toList();
        Map<String, List<Value>> categories = values.stream()
                .collect(Collectors.groupingBy(Value::category, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = categories.values().stream()
                .limit(limit)
                .flatMap(category -> rows(category, stacked, kinds.size() > 1, display).stream())
                .toList();
        List<BigDecimal> sums = rows.stream().map(row -> sum(row.values())).toList();
        BigDecimal least = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal span = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::max).subtract(least);
        double zero = hundredths(least.negate(), span);
        List<Bar> bars = new ArrayList<>();
        int y = 0;
        for (Row row : rows) {
            y += row.label() == null || y == 0 ? 0 : GAP;
            double x = zero;
            for (int i = 0; i < row.values().size(); i++) {
                Value value = row.values().get(i);
                double width = hundredths(value.number().abs(), span);
                bars.add(new Bar(
                        i == 0 ? row.label() : null,
                        i == 0 ? row.figure() : null,
                        kinds.indexOf(value.kind()),
                        value.number().signum() < 0 ? x - width : x,
                        width,
                        y + LINE,
                        y + LINE - 6));
                x += value.number().signum() < 0 ? 0 : width;
            }
            y += LINE + THICKNESS;
        }
        return new Bars(
                title,
                description(categories.size(), limit, display),
                kinds.size() > 1 ? kinds : List.of(),
                bars,
                zero,
                y + GAP);
    }

    private static List<Row> rows(List<Value> category, boolean stacked, boolean kinds, Display display) {
        String label = category.get(0).category();
        if (stacked) {
            String sum = figure(sum(category), category.get(0).column(), display);
            return List.of(new Row(label, sum, category));
        }
        List<Row> rows = new ArrayList<>();
        for (Value value : category) {
            String figure = figure(value.number(), value.column(), display);
            rows.add(new Row(
                    rows.isEmpty() ? label : null, kinds ? value.kind() + " " + figure : figure, List.of(value)));
        }
        return rows;
    }

    private static BigDecimal sum(List<Value> values) {
        return values.stream().map(Value::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String description(int categories, int limit, Display display) {
        String rest = categories <= limit ? "" : display.say("（先頭の" + limit + "件）", " (the first " + limit + ")");
        return categories + display.say("項目を横棒で比べた図", " items compared as bars") + rest;
    }

    private static double hundredths(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 2, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
