package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jigyo.query.Column;

/**
 * Horizontal bars, one line of text above each, so that long names fit on a phone. Widths are hundredths of the picture's
 * width; heights are pixels.
 *
 * @param title what the picture shows
 * @param facets values that its rows share, by variable
 * @param description what it says, in a sentence
 * @param legend names of the kinds of bars; empty if nothing distinguishes bars
 * @param bars from top to bottom
 * @param zero where zero is, in hundredths of the width
 * @param height height of the picture
 */
public record Bars(
        String title,
        Map<String, String> facets,
        String description,
        List<String> legend,
        List<Bar> bars,
        double zero,
        int height)
        implements Picture {

    /** How many categories a picture shows at most; the table has all. */
    static final int MOST = 24;

    /** How many kinds look different. */
    public static final int KINDS = 8;

    /** The narrowest picture, in pixels, and how wide letters of half and full width are in it. */
    private static final int NARROWEST = 330;

    private static final int HALF = 7;
    private static final int FULL = 13;
    /** How far a node of a tree stands to the right of the one above it, in pixels. */
    public static final int INDENT = 14;

    private static final int LINE = 19;
    /** How thick a bar is, in pixels. */
    public static final int THICKNESS = 10;

    private static final int GAP = 7;

    /**
     * One bar.
     *
     * @param label name of its category, cut to what fits beside the figure; null after the first bar of the category
     * @param name its whole name, if the label is cut; else null
     * @param href where its label leads to; null for nowhere
     * @param figure its value or, in a stack, the sum, with unit; null after the first bar of a stack
     * @param depth how many nodes of a tree are above its category
     * @param kind number of its kind, from 0
     * @param x left end
     * @param width length
     * @param y top of the bar
     * @param labelY base line of the label
     */
    public record Bar(
            String label,
            String name,
            String href,
            String figure,
            int depth,
            int kind,
            double x,
            double width,
            int y,
            int labelY) {}

    /** A value to draw. */
    private record Value(String category, String href, int depth, String kind, BigDecimal number, Column column) {}

    /** Bars that add up to one, side by side; most often a single one. */
    private record Row(String label, String href, String figure, List<Value> values) {}

    /** The bars of some rows. */
    static Bars of(Subject subject, Map<String, Column> columns, Display display, int limit) {
        List<Map<String, Rows.Term>> rows = subject.rows();
        Map<String, Column> values = Picture.with(columns, Column.Role.VALUE);
        Map<String, Column> stack = Picture.with(columns, Column.Role.STACK);
        Map<String, Column> series = stack.isEmpty() ? Picture.with(columns, Column.Role.SERIES) : stack;
        Map<String, Integer> depths = depths(rows, columns, display);
        List<Value> drawn = new ArrayList<>();
        for (Map<String, Rows.Term> row : rows) {
            values.forEach((variable, column) -> {
                Rows.Term term = row.get(variable);
                if (term != null && term.number()) {
                    drawn.add(new Value(
                            Picture.shown(row, columns, Column.Role.CATEGORY, display),
                            href(row, columns, display),
                            depths.getOrDefault(Picture.shown(row, columns, Column.Role.NODE, display), 0),
                            kind(row, series, values, column, display),
                            new BigDecimal(term.text()),
                            column));
                }
            });
        }
        List<String> kinds = subject.all().stream()
                .flatMap(row -> values.values().stream().map(column -> kind(row, series, values, column, display)))
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .toList();
        return drawn(subject, drawn, kinds, !stack.isEmpty(), display, Math.min(limit, MOST));
    }

    /** The kind of a bar; empty if nothing distinguishes it. */
    private static String kind(
            Map<String, Rows.Term> row,
            Map<String, Column> series,
            Map<String, Column> values,
            Column value,
            Display display) {
        return series.isEmpty()
                ? values.size() > 1 ? value.label(display.language()) : ""
                : series.entrySet().stream()
                        .map(e -> Picture.shown(row, e.getKey(), e.getValue(), display))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private static String href(Map<String, Rows.Term> row, Map<String, Column> columns, Display display) {
        return Picture.with(columns, Column.Role.CATEGORY).entrySet().stream()
                .filter(category -> row.containsKey(category.getKey()))
                .flatMap(category -> Display.address(category.getValue(), row.get(category.getKey()), row).stream())
                .map(display.href())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many nodes are above each node of a tree. */
    private static Map<String, Integer> depths(
            List<Map<String, Rows.Term>> rows, Map<String, Column> columns, Display display) {
        Map<String, String> above = new LinkedHashMap<>();
        rows.forEach(row -> {
            String parent = Picture.shown(row, columns, Column.Role.PARENT, display);
            if (parent != null && !parent.isEmpty()) {
                above.put(Picture.shown(row, columns, Column.Role.NODE, display), parent);
            }
        });
        Map<String, Integer> depths = new LinkedHashMap<>();
        above.keySet().forEach(node -> {
            int depth = 0;
            for (String at = node; above.containsKey(at) && depth < above.size(); at = above.get(at)) {
                depth++;
            }
            depths.put(node, depth);
        });
        return depths;
    }

    private static Bars drawn(
            Subject subject, List<Value> values, List<String> kinds, boolean stacked, Display display, int limit) {
        Map<String, List<Value>> categories = values.stream()
                .collect(Collectors.groupingBy(Value::category, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = categories.values().stream()
                .limit(limit)
                .flatMap(category -> rows(category, stacked, display).stream())
                .toList();
        List<BigDecimal> sums = rows.stream().map(row -> sum(row.values())).toList();
        BigDecimal least = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal span = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::max).subtract(least);
        double zero = Picture.hundredths(least.negate(), span);
        List<Bar> bars = new ArrayList<>();
        int y = 0;
        for (Row row : rows) {
            y += row.label() == null || y == 0 ? 0 : GAP;
            double x = zero;
            String label = cut(row);
            for (int i = 0; i < row.values().size(); i++) {
                Value value = row.values().get(i);
                double width = Picture.hundredths(value.number().abs(), span);
                bars.add(new Bar(
                        i == 0 ? label : null,
                        i == 0 && row.label() != null && !row.label().equals(label) ? row.label() : null,
                        i == 0 ? row.href() : null,
                        i == 0 ? row.figure() : null,
                        value.depth(),
                        Math.max(0, kinds.indexOf(value.kind())),
                        value.number().signum() < 0 ? x - width : x,
                        width,
                        y + LINE,
                        y + LINE - 5));
                x += value.number().signum() < 0 ? 0 : width;
            }
            y += LINE + THICKNESS;
        }
        return new Bars(
                subject.title(),
                subject.facets(),
                description(categories.size(), limit, display),
                kinds,
                bars,
                zero,
                y + GAP);
    }

    private static List<Row> rows(List<Value> category, boolean stacked, Display display) {
        String label = category.get(0).category();
        String href = category.get(0).href();
        if (stacked) {
            String sum = Picture.figure(sum(category), category.get(0).column(), display);
            return List.of(new Row(label, href, sum, category));
        }
        List<Row> rows = new ArrayList<>();
        for (Value value : category) {
            String figure = Picture.figure(value.number(), value.column(), display);
            rows.add(new Row(
                    rows.isEmpty() ? label : null,
                    href,
                    value.kind().isEmpty() ? figure : value.kind() + " " + figure,
                    List.of(value)));
        }
        return rows;
    }

    /** The label of a row, as far as it fits beside the figure in the narrowest picture. */
    private static String cut(Row row) {
        if (row.label() == null) {
            return null;
        }
        int room =
                NARROWEST - width(row.figure()) - INDENT * row.values().get(0).depth();
        StringBuilder label = new StringBuilder();
        for (int letter : row.label().codePoints().toArray()) {
            room -= width(letter);
            if (room < FULL) {
                return width(row.label()) - width(label.toString()) <= FULL ? row.label() : label + "…";
            }
            label.appendCodePoint(letter);
        }
        return row.label();
    }

    private static int width(String text) {
        return text == null ? 0 : text.codePoints().map(Bars::width).sum();
    }

    private static int width(int letter) {
        return letter < 0x2000 ? HALF : FULL;
    }

    private static BigDecimal sum(List<Value> values) {
        return values.stream().map(Value::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public int tall() {
        return height;
    }

    private static String description(int categories, int limit, Display display) {
        String rest = categories <= limit ? "" : display.say("（先頭の" + limit + "件）", " (the first " + limit + ")");
        return categories + display.say("項目を横棒で比べた図", " items compared as bars") + rest;
    }
}
