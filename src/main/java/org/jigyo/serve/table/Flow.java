package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jigyo.query.Column;

/**
 * Amounts that run from the left over the middle to the right, as bands whose width is the amount. Drawn in a coordinate
 * system of {@link #WIDTH} units, which is the width of a phone.
 *
 * @param title what the picture shows
 * @param facets values that its rows share, by variable
 * @param description what it says, in a sentence
 * @param nodes what bands connect, column by column
 * @param bands the bands, largest first
 * @param height height of the picture in units
 */
public record Flow(
        String title, Map<String, String> facets, String description, List<Node> nodes, List<Band> bands, int height)
        implements Picture {

    /** Width of the picture in units. */
    public static final int WIDTH = 360;

    /** How many nodes a column shows; the others are drawn as one. */
    static final int MOST = 9;

    private static final int NODE = 6;
    private static final int TALL = 300;
    private static final int SLOT = 26;
    private static final int GAP = 6;
    /** Room for the label of a node, and how wide letters of half and full width are in it, in units. */
    private static final int ROOM = 96;

    private static final double HALF = 6;
    private static final double FULL = 9.5;
    private static final List<Integer> LEFT = List.of(0, 128, WIDTH - NODE);

    /**
     * A node.
     *
     * @param column 0, 1 or 2 from the left
     * @param label its name, cut to what fits
     * @param name its whole name
     * @param figure its amount
     * @param x left side
     * @param y top
     * @param height its amount in units
     */
    public record Node(int column, String label, String name, String figure, int x, double y, double height) {

        /** Where its label starts or, in the last column, ends. */
        public int labelX() {
            return column == 2 ? x - 4 : x + NODE + 4;
        }
    }

    /**
     * A band.
     *
     * @param path outline, as SVG writes it
     * @param kind number of its kind, from 0
     * @param name from where to where, and how much
     */
    public record Band(String path, int kind, String name) {}

    /** An amount between two nodes of neighbouring columns. */
    private record Link(String from, String to) {}

    /** The flow of some rows. */
    static Flow of(Subject subject, Map<String, Column> columns, Display display) {
        List<Map<String, Rows.Term>> rows = subject.rows();
        List<Column.Role> roles = List.of(Column.Role.FROM, Column.Role.VIA, Column.Role.TO);
        List<Map<String, BigDecimal>> sums = new ArrayList<>();
        List<Map<String, String>> shown = new ArrayList<>();
        for (Column.Role role : roles) {
            Map<String, BigDecimal> sum = new LinkedHashMap<>();
            rows.forEach(row -> sum.merge(
                    Picture.shown(row, columns, role, display), Picture.number(row, columns), BigDecimal::add));
            Map<String, String> names = names(sum, display);
            Map<String, BigDecimal> merged = new LinkedHashMap<>();
            sum.forEach((name, amount) -> merged.merge(names.get(name), amount, BigDecimal::add));
            Map<String, BigDecimal> drawn = new LinkedHashMap<>();
            merged.entrySet().stream()
                    .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                    .forEach(node -> drawn.put(node.getKey(), node.getValue()));
            sums.add(drawn);
            shown.add(names);
        }
        List<Map<Link, BigDecimal>> links = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Map<String, Rows.Term> row : rows) {
            List<String> path = new ArrayList<>();
            for (int i = 0; i < roles.size(); i++) {
                path.add(shown.get(i).get(Picture.shown(row, columns, roles.get(i), display)));
            }
            for (int i = 0; i < links.size(); i++) {
                links.get(i)
                        .merge(new Link(path.get(i), path.get(i + 1)), Picture.number(row, columns), BigDecimal::add);
            }
        }
        return drawn(subject, sums, links, Picture.value(columns), display);
    }

    /** Under which name each node is drawn: its own, or that of the others if it is among the smallest of many. */
    private static Map<String, String> names(Map<String, BigDecimal> sums, Display display) {
        List<String> largest = sums.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        int kept = largest.size() <= MOST ? MOST : MOST - 1;
        String others = display.say("ほか" + (largest.size() - kept) + "件", (largest.size() - kept) + " others");
        Map<String, String> names = new LinkedHashMap<>();
        sums.keySet().forEach(name -> names.put(name, largest.indexOf(name) < kept ? name : others));
        return names;
    }

    private static Flow drawn(
            Subject subject,
            List<Map<String, BigDecimal>> sums,
            List<Map<Link, BigDecimal>> links,
            Column value,
            Display display) {
        BigDecimal whole = sums.get(0).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Map<String, Node>> columns = new ArrayList<>();
        double height = 0;
        for (int i = 0; i < sums.size(); i++) {
            Map<String, Node> column = new LinkedHashMap<>();
            double y = 0;
            for (Map.Entry<String, BigDecimal> node : sums.get(i).entrySet()) {
                double tall = units(node.getValue(), whole);
                column.put(
                        node.getKey(),
                        new Node(
                                i,
                                cut(node.getKey()),
                                node.getKey(),
                                Picture.figure(Picture.rounded(node.getValue(), value), value, display),
                                LEFT.get(i),
                                y,
                                tall));
                y += Math.max(tall, SLOT) + GAP;
            }
            height = Math.max(height, y);
            columns.add(column);
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            bands.addAll(bands(columns.get(i), columns.get(i + 1), links.get(i), whole, value, display));
        }
        return new Flow(
                subject.title(),
                subject.facets(),
                display.say(
                                "左から右へ流れる額を帯の太さで示した図です",
                                "Amounts that run from left to right; the wider a band, the larger its amount")
                        + Picture.rounding(value, display),
                columns.stream().flatMap(column -> column.values().stream()).toList(),
                bands,
                (int) Math.ceil(height));
    }

    private static List<Band> bands(
            Map<String, Node> left,
            Map<String, Node> right,
            Map<Link, BigDecimal> links,
            BigDecimal whole,
            Column value,
            Display display) {
        List<String> from = List.copyOf(left.keySet());
        List<String> to = List.copyOf(right.keySet());
        Map<String, Double> out = new LinkedHashMap<>();
        Map<String, Double> in = new LinkedHashMap<>();
        return links.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Link, BigDecimal>>comparingInt(
                                link -> from.indexOf(link.getKey().from()))
                        .thenComparingInt(link -> to.indexOf(link.getKey().to())))
                .map(link -> {
                    Node start = left.get(link.getKey().from());
                    Node end = right.get(link.getKey().to());
                    double wide = units(link.getValue(), whole);
                    double y = start.y() + out.merge(start.name(), wide, Double::sum) - wide;
                    double z = end.y() + in.merge(end.name(), wide, Double::sum) - wide;
                    return new Band(
                            path(start.x() + NODE, y, end.x(), z, wide),
                            from.indexOf(start.name()),
                            start.name() + " → " + end.name() + " "
                                    + Picture.figure(Picture.rounded(link.getValue(), value), value, display));
                })
                .toList();
    }

    /** It is as wide as its text, at most 640 pixels. */
    @Override
    public int tall() {
        return height * 640 / WIDTH;
    }

    private static String path(double x, double y, double toX, double toY, double wide) {
        double middle = (x + toX) / 2;
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fV%.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ",
                x,
                y,
                middle,
                y,
                middle,
                toY,
                toX,
                toY,
                toY + wide,
                middle,
                toY + wide,
                middle,
                y + wide,
                x,
                y + wide);
    }

    private static double units(BigDecimal amount, BigDecimal whole) {
        return Math.max(0.5, Picture.hundredths(amount, whole) * TALL / 100);
    }

    private static String cut(String name) {
        double room = ROOM - width(name);
        int kept = name.length();
        while (room < 0) {
            kept = name.offsetByCodePoints(kept, -1);
            room = ROOM - width(name.substring(0, kept)) - FULL;
        }
        return kept == name.length() ? name : name.substring(0, kept) + "…";
    }

    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(letter -> letter < 0x2000 ? HALF : FULL)
                .sum();
    }
}
