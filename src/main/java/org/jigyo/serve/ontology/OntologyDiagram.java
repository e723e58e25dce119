package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A drawing of things that refer to each other: boxes in columns from left to right, a row of a box for each reference, a curve from
 * the row to the box that it refers to.
 *
 * @param boxes in their places
 * @param curves as paths of SVG
 */
public record OntologyDiagram(int width, int height, List<Box> boxes, List<String> curves) {

    private static final int LINE = 20;
    private static final int GAP = 16;
    private static final int BETWEEN = 90;
    private static final int MARGIN = 8;

    /**
     * A box.
     *
     * @param rows below the title
     */
    public record Box(String title, String href, int x, int y, int width, int height, List<Line> rows) {}

    /**
     * A row of a box.
     *
     * @param y of the text's base line
     */
    public record Line(String text, String href, int y) {}

    /**
     * What is to be drawn.
     *
     * @param key names the box
     * @param rows key of the box referred to → the references to it
     */
    record Thing(String key, String title, String href, List<Reference> rows) {}

    /**
     * One reference.
     *
     * @param to key of a box; one that is not drawn has no curve
     */
    record Reference(String text, String href, String to) {}

    /** Draws things: the same things in the same order give the same drawing. */
    static OntologyDiagram of(List<Thing> things) {
        Map<String, Thing> known = new TreeMap<>();
        things.forEach(thing -> known.put(thing.key, thing));
        Map<String, Integer> columns = columns(known);
        List<List<Thing>> ordered = ordered(known, columns);
        Map<String, Box> placed = new HashMap<>();
        int x = MARGIN;
        int bottom = 0;
        for (List<Thing> column : ordered) {
            int width = column.stream().mapToInt(OntologyDiagram::width).max().orElse(0);
            int y = MARGIN;
            int free = column.stream().mapToInt(thing -> height(thing) + GAP).sum();
            for (Thing thing : column) {
                // beside what refers to it, as far as there is room for those below
                int wanted = (int) wanted(thing, ordered, placed) - LINE / 2;
                int lowest = Math.max(y, bottom - free);
                Box box = box(thing, x, Math.max(y, Math.min(wanted, lowest)), width);
                placed.put(thing.key, box);
                y = box.y + box.height + GAP;
                free -= box.height + GAP;
            }
            bottom = Math.max(bottom, y);
            x += width + BETWEEN;
        }
        List<String> curves = new ArrayList<>();
        ordered.forEach(column -> column.forEach(thing -> curves(thing, placed, curves)));
        List<Box> boxes = ordered.stream()
                .flatMap(List::stream)
                .map(thing -> placed.get(thing.key))
                .toList();
        return new OntologyDiagram(x - BETWEEN + MARGIN, bottom - GAP + MARGIN, boxes, curves);
    }

    /** The longest way to each thing, without ways that lead back. */
    private static Map<String, Integer> columns(Map<String, Thing> things) {
        Map<String, Integer> columns = new HashMap<>();
        Set<String> referred = new HashSet<>();
        things.values()
                .forEach(thing -> thing.rows.stream()
                        .filter(row -> !row.to.equals(thing.key))
                        .forEach(row -> referred.add(row.to)));
        things.keySet().stream()
                .filter(key -> !referred.contains(key))
                .forEach(key -> deepen(key, 0, things, columns, new HashSet<>()));
        things.keySet().forEach(key -> {
            if (!columns.containsKey(key)) {
                deepen(key, 0, things, columns, new HashSet<>());
            }
        });
        return columns;
    }

    private static void deepen(
            String key, int depth, Map<String, Thing> things, Map<String, Integer> columns, Set<String> way) {
        if (!things.containsKey(key) || !way.add(key)) {
            return;
        }
        if (columns.getOrDefault(key, -1) < depth) {
            columns.put(key, depth);
            things.get(key).rows.forEach(row -> deepen(row.to, depth + 1, things, columns, way));
        }
        way.remove(key);
    }

    /** In each column near to what refers to them: by the mean place of those in the columns before. */
    private static List<List<Thing>> ordered(Map<String, Thing> things, Map<String, Integer> columns) {
        int last = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Double> places = new HashMap<>();
        List<List<Thing>> ordered = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            int column = i;
            List<Thing> here = new ArrayList<>(things.values().stream()
                    .filter(thing -> columns.get(thing.key) == column)
                    .toList());
            here.sort(Comparator.comparingDouble((Thing thing) -> mean(thing, things, places))
                    .thenComparing(Thing::key));
            double place = 0;
            for (Thing thing : here) {
                places.put(thing.key, place);
                place += thing.rows.size() + 1;
            }
            ordered.add(here);
        }
        return ordered;
    }

    private static double mean(Thing thing, Map<String, Thing> things, Map<String, Double> places) {
        List<Double> above = new ArrayList<>();
        things.values().forEach(other -> {
            for (int i = 0; i < other.rows.size(); i++) {
                if (other.rows.get(i).to.equals(thing.key) && places.containsKey(other.key)) {
                    above.add(places.get(other.key) + i);
                }
            }
        });
        return above.stream().mapToDouble(Double::doubleValue).average().orElse(Double.MAX_VALUE);
    }

    /** The mean height of the rows that refer to a thing and are placed already. */
    private static double wanted(Thing thing, List<List<Thing>> ordered, Map<String, Box> placed) {
        List<Integer> heights = new ArrayList<>();
        ordered.forEach(column -> column.forEach(other -> {
            for (int i = 0; placed.containsKey(other.key) && i < other.rows.size(); i++) {
                if (other.rows.get(i).to.equals(thing.key)) {
                    heights.add(placed.get(other.key).rows.get(i).y);
                }
            }
        }));
        return heights.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    private static int height(Thing thing) {
        return LINE * (thing.rows.size() + 1) + 4;
    }

    private static Box box(Thing thing, int x, int y, int width) {
        List<Line> rows = new ArrayList<>();
        for (Reference row : thing.rows) {
            rows.add(new Line(row.text, row.href, y + LINE * (rows.size() + 2) - 5));
        }
        return new Box(thing.title, thing.href, x, y, width, height(thing), rows);
    }

    private static void curves(Thing thing, Map<String, Box> placed, List<String> curves) {
        Box from = placed.get(thing.key);
        for (int i = 0; i < thing.rows.size(); i++) {
            Box to = placed.get(thing.rows.get(i).to);
            if (to != null && !thing.rows.get(i).to.equals(thing.key)) {
                curves.add(curve(from, from.rows.get(i).y - 5, to));
            }
        }
    }

    private static String curve(Box from, int y, Box to) {
        int start = from.x + from.width;
        int height = to.y + LINE / 2;
        if (to.x > from.x) {
            int half = (to.x - start) / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(start, y, start + half, y, to.x - half, height, to.x, height);
        }
        int end = to.x + to.width;
        int out = Math.max(start, end) + BETWEEN / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(start, y, out, y, out, height, end, height);
    }

    private static int width(Thing thing) {
        int widest = length(thing.title) + 8;
        for (Reference row : thing.rows) {
            widest = Math.max(widest, length(row.text));
        }
        return widest + 20;
    }

    /** About the width of a text of 13 pixels: Japanese characters are as wide as high. */
    private static int length(String text) {
        return text.codePoints().map(point -> point < 0x2000 ? 75 : 130).sum() / 10;
    }
}
