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
     * @param label name of its category; null below the first bar of the category
     * @param figure its value, with unit
     * @param kind number of its kind, from 0
     * @param x left end
     * @param width length
     * @param y top of the bar
     * @param labelY base line of the label
     */
    public record Bar(String label, String figure, int kind, double x, double width, int y, int labelY) {}

    /** A value to draw. */
    private record Value(String category, String kind, BigDecimal number, String figure) {}

    /**
     * The pictures of an answer: one for each city and year, or whatever its facets are.
     *
     * @return none if the columns have no roles, or no row has a value
     */
    public static List<Bars> of(String title, Rows answer, Map<String, Column> columns, Display display) {
        Map<String, Column> values = with(columns, Column.Role.VALUE);
        Optional<String> category =
                with(columns, Column.Role.CATEGORY).keySet().stream().findFirst();
        if (values.isEmpty() || category.isEmpty()) {
            return List.of();
        }
        Map<String, Column> facets = with(columns, Column.Role.FACET);
        Map<String, Column> series = with(columns, Column.Role.SERIES);
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
                    BigDecimal number = new BigDecimal(term.text());
                    pictures.computeIfAbsent(facet, f -> new ArrayList<>())
                            .add(new Value(
                                    shown(row, category.get(), columns.get(category.get()), display),
                                    kind,
                                    number,
                                    figure(number, column, display)));
                }
            });
        }
        return pictures.entrySet().stream()
                .map(e -> drawn(e.getKey().isBlank() ? title : e.getKey(), e.getValue(), display))
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
        if (term == null) {
            return "";
        }
        Optional<String> address = column.named()
                ? column.address(
                        name -> row.get(name) == null ? null : row.get(name).text())
                : Optional.empty();
        String name = address.map(display.name()).orElse(null);
        return name == null ? term.text() : name;
    }

    private static String figure(BigDecimal number, Column column, Display display) {
        if (column.unit() == Column.Unit.YEN) {
            return display.scale().show(number) + " " + display.scale().in(display.language());
        }
        return Scale.grouped(number)
                + (column.unit() == null ? "" : " " + column.unit().in(display.language()));
    }

    private static Bars drawn(String title, List<Value> values, Display display) {
        Map<String, List<Value>> categories = values.stream()
                .collect(Collectors.groupingBy(Value::category, LinkedHashMap::new, Collectors.toList()));
        List<String> kinds = values.stream().map(Value::kind).distinct().toList();
        List<List<Value>> shown = categories.values().stream().limit(MOST).toList();
        BigDecimal least = extreme(shown, true);
        BigDecimal most = extreme(shown, false);
        BigDecimal span = most.subtract(least);
        double zero = hundredths(least.negate(), span);
        List<Bar> bars = new ArrayList<>();
        int y = 0;
        for (List<Value> category : shown) {
            String label = category.get(0).category();
            for (Value value : category) {
                double width = hundredths(value.number().abs(), span);
                double x = value.number().signum() < 0 ? zero - width : zero;
                bars.add(new Bar(label, value.figure(), kinds.indexOf(value.kind()), x, width, y + LINE, y + LINE - 6));
                y += LINE + THICKNESS;
                label = null;
            }
            y += GAP;
        }
        boolean ja = display.language().equals("ja");
        String rest = categories.size() > shown.size()
                ? ja ? "（先頭の" + shown.size() + "件）" : " (the first " + shown.size() + ")"
                : "";
        return new Bars(
                title,
                (ja ? categories.size() + "項目を横棒で比べた図" : categories.size() + " items compared as bars") + rest,
                kinds.size() > 1 ? kinds : List.of(),
                bars,
                zero,
                y);
    }

    private static BigDecimal extreme(List<List<Value>> shown, boolean least) {
        BigDecimal extreme = BigDecimal.ZERO;
        for (List<Value> category : shown) {
            for (Value value : category) {
                extreme = least ? extreme.min(value.number()) : extreme.max(value.number());
            }
        }
        return extreme;
    }

    private static double hundredths(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 2, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
