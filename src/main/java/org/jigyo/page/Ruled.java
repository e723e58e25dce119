package org.jigyo.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the cells between rulings. The page is cut into unit squares at every ruling, and squares that no ruling
 * separates form one cell. An area that can be reached from the margin without crossing a ruling is not a cell.
 */
public final class Ruled {

    /**
     * Rulings closer than this, in points, are one: the two strokes of a double line, or the edges of neighbouring
     * cells.
     */
    private static final double SAME = 3.0;
    /** A ruling separates two squares if it covers at least this fraction of their common edge. */
    private static final double COVER = 0.7;
    /** Outside cells, a gap of this many font sizes separates two runs. */
    private static final double RUN_GAP = 2.5;

    private static final int OUTSIDE = -1;

    private final double[] xs;
    private final double[] ys;
    private final boolean[][] left;
    private final boolean[][] above;
    private final int[][] owner;
    private final List<int[]> spans = new ArrayList<>();

    private Ruled(Rulings rulings, int squares) throws LimitReached {
        xs = places(rulings.upright());
        ys = places(rulings.level());
        if ((long) xs.length * ys.length > squares) {
            throw new LimitReached("a page is ruled into more than " + squares
                    + " squares (raise the limit with --max-cells); it was not read");
        }
        left = walls(rulings.upright(), xs, ys);
        above = walls(rulings.level(), ys, xs);
        owner = new int[Math.max(0, ys.length - 1)][Math.max(0, xs.length - 1)];
    }

    /**
     * The page with its cells, their lines, and the lines outside them.
     *
     * @param canvas what is drawn
     * @param doubts receives the runs of text that cross the edge between two filled cells
     */
    static Page page(
            int number, Canvas canvas, Written written, List<Glyph> glyphs, int squares, List<PageDoubt> doubts)
            throws LimitReached {
        Ruled ruled = new Ruled(canvas.rulings(), squares);
        ruled.join();
        if (ruled.spans.isEmpty()) {
            return new Page(number, canvas.page(), written.blocks(new IdentityHashMap<>()), List.of(), List.of());
        }
        return ruled.fill(number, canvas.page(), written, glyphs, new Rings(canvas.rings()), doubts);
    }

    /**
     * A page from the rules and the lines of text that were found in its picture. Text that follows without a gap in the
     * next cell is not joined.
     *
     * @param number 1-based
     * @param size the page as shown
     * @param rules thin boxes
     * @param lines pieces of text, of which none stands in two cells
     * @throws LimitReached if it has more rules or cells than the limits allow
     */
    public static Page of(int number, Box size, List<Box> rules, List<Line> lines, Limits limits) throws LimitReached {
        Canvas canvas = new Canvas(size, limits.rulings());
        Written written = new Written();
        List<Glyph> glyphs = new ArrayList<>();
        for (Box rule : rules) {
            canvas.rulings().fill(rule.x(), rule.y(), rule.right(), rule.bottom());
        }
        for (Line line : lines) {
            Glyph glyph = new Glyph(line.text(), line.box());
            glyphs.add(glyph);
            written.add(glyph);
            written.endBlock();
        }
        return page(number, canvas, written, glyphs, limits.squares(), new ArrayList<>());
    }

    private Page fill(int number, Box size, Written written, List<Glyph> glyphs, Rings rings, List<PageDoubt> doubts) {
        List<List<Glyph>> inside = new ArrayList<>();
        spans.forEach(s -> inside.add(new ArrayList<>()));
        List<Glyph> outside = new ArrayList<>();
        int[] owners = Owners.of(glyphs, this::owner, doubts);
        IdentityHashMap<Glyph, Integer> cell = new IdentityHashMap<>(glyphs.size());
        for (int i = 0; i < owners.length; i++) {
            cell.put(glyphs.get(i), owners[i]);
            (owners[i] == OUTSIDE ? outside : inside.get(owners[i])).add(glyphs.get(i));
        }
        List<Cell> cells = new ArrayList<>();
        List<Ring> around = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int[] s = spans.get(i);
            Box box = new Box(xs[s[1]], ys[s[0]], xs[s[3] + 1] - xs[s[1]], ys[s[2] + 1] - ys[s[0]]);
            List<Line> lines = Writing.lines(inside.get(i), Double.POSITIVE_INFINITY);
            Cell one = new Cell(s[0], s[1], s[2] - s[0] + 1, s[3] - s[1] + 1, box, lines);
            cells.add(one);
            around.addAll(rings.of(one, inside.get(i)));
        }
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        List<Line> beside = Writing.lines(outside, RUN_GAP);
        return new Page(number, null, size, written.blocks(cell), cells, beside, List.of(), around, List.of());
    }

    private int owner(Glyph g) {
        int row = between(ys, g.middleY());
        int column = between(xs, g.middleX());
        return row < 0 || column < 0 ? OUTSIDE : owner[row][column];
    }

    private static int between(double[] places, double at) {
        int i = Arrays.binarySearch(places, at);
        int below = i >= 0 ? i : -i - 2;
        return below >= 0 && below < places.length - 1 ? below : -1;
    }

    private static double[] places(List<Rulings.Rule> rules) {
        double[] sorted = rules.stream().mapToDouble(Rulings.Rule::at).sorted().toArray();
        List<Double> places = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] - sorted[from] > SAME) {
                places.add((sorted[from] + sorted[i - 1]) / 2);
                from = i;
            }
        }
        return places.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** For each position across and each stretch along: whether there is a ruling. */
    private static boolean[][] walls(List<Rulings.Rule> rules, double[] across, double[] along) {
        List<List<Rulings.Rule>> byPlace = new ArrayList<>();
        for (int i = 0; i < across.length; i++) {
            byPlace.add(new ArrayList<>());
        }
        for (Rulings.Rule rule : rules) {
            byPlace.get(nearest(across, rule.at())).add(rule);
        }
        int stretches = Math.max(0, along.length - 1);
        boolean[][] walls = new boolean[across.length][stretches];
        for (int i = 0; i < across.length; i++) {
            List<Rulings.Rule> here = byPlace.get(i);
            here.sort(Comparator.comparingDouble(Rulings.Rule::from));
            for (double[] part : merged(here)) {
                cover(walls[i], part, along);
            }
        }
        return walls;
    }

    private static void cover(boolean[] wall, double[] part, double[] along) {
        int first = Math.max(0, between(along, part[0]));
        for (int j = first; j < wall.length && along[j] < part[1]; j++) {
            double length = along[j + 1] - along[j];
            double covered = Math.min(part[1], along[j + 1]) - Math.max(part[0], along[j]);
            wall[j] |= covered >= COVER * length;
        }
    }

    private static int nearest(double[] places, double at) {
        int i = Arrays.binarySearch(places, at);
        if (i >= 0) {
            return i;
        }
        int after = Math.min(-i - 1, places.length - 1);
        int before = Math.max(0, after - 1);
        return at - places[before] <= places[after] - at ? before : after;
    }

    private static List<double[]> merged(List<Rulings.Rule> sorted) {
        List<double[]> parts = new ArrayList<>();
        for (Rulings.Rule rule : sorted) {
            double[] last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && rule.from() <= last[1] + SAME) {
                last[1] = Math.max(last[1], rule.to());
            } else {
                parts.add(new double[] {rule.from(), rule.to()});
            }
        }
        return parts;
    }

    private void join() {
        for (int[] row : owner) {
            Arrays.fill(row, Integer.MIN_VALUE);
        }
        for (int row = 0; row < owner.length; row++) {
            for (int column = 0; column < owner[row].length; column++) {
                if (owner[row][column] == Integer.MIN_VALUE) {
                    flood(row, column);
                }
            }
        }
    }

    /** Assigns all squares connected to this one to the same cell, or to the outside if they are open to it. */
    private void flood(int row, int column) {
        int id = spans.size();
        int[] span = {row, column, row, column};
        boolean open = false;
        List<int[]> squares = new ArrayList<>();
        Deque<int[]> todo = new ArrayDeque<>();
        owner[row][column] = id;
        todo.add(new int[] {row, column});
        while (!todo.isEmpty()) {
            int[] s = todo.poll();
            squares.add(s);
            span[0] = Math.min(span[0], s[0]);
            span[1] = Math.min(span[1], s[1]);
            span[2] = Math.max(span[2], s[0]);
            span[3] = Math.max(span[3], s[1]);
            open |= !left[s[1]][s[0]] && step(s[0], s[1] - 1, id, todo);
            open |= !left[s[1] + 1][s[0]] && step(s[0], s[1] + 1, id, todo);
            open |= !above[s[0]][s[1]] && step(s[0] - 1, s[1], id, todo);
            open |= !above[s[0] + 1][s[1]] && step(s[0] + 1, s[1], id, todo);
        }
        if (open) {
            squares.forEach(s -> owner[s[0]][s[1]] = OUTSIDE);
        } else {
            spans.add(Shape.of(squares, span, xs, ys));
        }
    }

    /** Continues with a neighbour. True if there is none, so that the cell is open to the outside of the grid. */
    private boolean step(int row, int column, int id, Deque<int[]> todo) {
        if (row < 0 || column < 0 || row >= owner.length || column >= owner[row].length) {
            return true;
        }
        if (owner[row][column] == Integer.MIN_VALUE) {
            owner[row][column] = id;
            todo.add(new int[] {row, column});
        }
        return owner[row][column] == OUTSIDE;
    }
}
