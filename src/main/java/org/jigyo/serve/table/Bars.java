package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param named name of its kind; null if the figure says enough
     * @param beside whether the name of its kind stands before the figure, and not in the place of a label
     * @param depth how many nodes of a tree are above its category
     * @param kind number of its kind, from 0
     * @param x left end
     * @param width length
     * @param y top of the bar
     * @param labelY base line of the label
     * @param figureY base line of the figure
     */
    public record Bar(
            String label,
            String name,
            String href,
            String figure,
            String named,
            boolean beside,
            int depth,
            int kind,
            double x,
            double width,
            int y,
            int labelY,
            int figureY) {}

    /** A value to draw. */
    private record Value(String category, String href, int depth, String kind, BigDecimal number, Column column) {}

    /**
     * Bars that add up to one, side by side; most often a single one.
     *
     * @param label name of its category; null if a row above has it
     * @param named name of its kind; null if nothing distinguishes it
     * @param alone whether it is the only row of its category
     */
    private record Row(String label, String href, String figure, String named, boolean alone, List<Value> values) {

        /** Whether the label has a line of its own, and the kinds stand below it. */
        boolean heads() {
            return label != null && !alone;
        }

        int indent() {
            return INDENT * values.get(0).depth();
        }

        /** What stands at the right of the label. */
        String right() {
            return alone ? (named == null ? "" : named + " ") + figure : null;
        }
    }

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
                            LineLabel.href(row, columns, display),
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
            int labelY = y + LINE - 5;
            y += row.heads() ? LINE : 0;
            bars.addAll(side(row, kinds, zero, span, y, labelY));
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

    /** The bars of a row, side by side, of which the first has the texts. */
    private static List<Bar> side(Row row, List<String> kinds, double zero, BigDecimal span, int y, int labelY) {
        String label = row.label() == null ? null : LineLabel.cut(row.label(), row.right(), row.indent());
        String named = row.named() == null || row.alone()
                ? row.named()
                : LineLabel.cut(row.named(), row.figure(), row.indent() + INDENT);
        List<Bar> bars = new ArrayList<>();
        double x = zero;
        for (Value value : row.values()) {
            boolean first = bars.isEmpty();
            double width = Picture.hundredths(value.number().abs(), span);
            bars.add(new Bar(
                    first ? label : null,
                    first && label != null && !label.equals(row.label()) ? row.label() : null,
                    first ? row.href() : null,
                    first ? row.figure() : null,
                    first ? named : null,
                    row.alone(),
                    value.depth(),
                    Math.max(0, kinds.indexOf(value.kind())),
                    value.number().signum() < 0 ? x - width : x,
                    width,
                    y + LINE,
                    labelY,
                    y + LINE - 5));
            x += value.number().signum() < 0 ? 0 : width;
        }
        return bars;
    }

    private static List<Row> rows(List<Value> category, boolean stacked, Display display) {
        String label = category.get(0).category();
        String href = category.get(0).href();
        if (stacked) {
            String sum = Picture.figure(sum(category), category.get(0).column(), display);
            return List.of(new Row(label, href, sum, null, true, category));
        }
        List<Row> rows = new ArrayList<>();
        for (Value value : category) {
            rows.add(new Row(
                    rows.isEmpty() ? label : null,
                    href,
                    Picture.figure(value.number(), value.column(), display),
                    value.kind().isEmpty() ? null : value.kind(),
                    category.size() == 1,
                    List.of(value)));
        }
        return rows;
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
