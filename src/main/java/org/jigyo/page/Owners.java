package org.jigyo.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Assigns each glyph to the cell that contains its centre. Exception: a run of glyphs without gaps that extends into a
 * blank cell stays together.
 */
final class Owners {

    /** A gap wider than this fraction of the font size ends a run. */
    private static final double GAP = 0.12;
    /** Glyphs may overlap by this fraction of the font size, as kerned glyphs do. */
    private static final double OVERLAP = 0.3;

    private static final double SAME_LINE = 0.15;

    private Owners() {}

    /**
     * The cell of each glyph.
     *
     * @param glyphs in drawing order
     * @param cell the cell that contains the centre of a glyph; negative if there is none
     * @param doubts receives the runs that cross the edge between two filled cells
     */
    static int[] of(List<Glyph> glyphs, ToIntFunction<Glyph> cell, List<PageDoubt> doubts) {
        int[] owners = glyphs.stream().mapToInt(cell).toArray();
        List<int[]> torn = new ArrayList<>();
        Map<Integer, Integer> settled = new HashMap<>();
        int from = 0;
        for (int i = 1; i <= owners.length; i++) {
            if (i < owners.length && follows(glyphs.get(i - 1), glyphs.get(i))) {
                continue;
            }
            boolean whole = true;
            for (int k = from; k < i; k++) {
                whole &= owners[k] == owners[from];
            }
            if (whole) {
                settled.merge(owners[from], i - from, Integer::sum);
            } else {
                torn.add(new int[] {from, i});
            }
            from = i;
        }
        for (int[] run : torn) {
            int[] apart = Arrays.copyOfRange(owners, run[0], run[1]);
            List<Glyph> drawn = glyphs.subList(run[0], run[1]);
            if (!join(run[0], run[1], owners, settled) || figure(drawn, apart, owners[run[0]])) {
                doubts(drawn, apart, doubts);
            }
        }
        return owners;
    }

    /** True if a run assigned to one cell has digits in another: one figure may end there and the next begin. */
    private static boolean figure(List<Glyph> run, int[] apart, int owner) {
        int digits = 0;
        for (int i = 0; i < apart.length; i++) {
            boolean digit = Character.isDigit(run.get(i).text().codePointAt(0));
            digits += digit && apart[i] >= 0 && apart[i] != owner ? 1 : 0;
        }
        return digits > 1;
    }

    /** Adds one doubt for each cell that contains a part of the run. */
    private static void doubts(List<Glyph> run, int[] owners, List<PageDoubt> doubts) {
        String text = run.stream().map(Glyph::text).collect(Collectors.joining());
        Set<Integer> cells = new HashSet<>();
        for (int i = 0; i < owners.length; i++) {
            if (cells.add(owners[i])) {
                doubts.add(new PageDoubt(run.get(i).box(), "text crosses the edge of the cell", text, false));
            }
        }
    }

    /** True if the second glyph follows the first without a gap. */
    static boolean follows(Glyph a, Glyph b) {
        double size = a.box().height();
        double gap = b.box().x() - a.box().right();
        return Math.abs(a.box().bottom() - b.box().bottom()) <= SAME_LINE * size
                && Math.abs(b.box().height() - size) <= 0.05 * size
                && gap <= GAP * size
                && gap >= -OVERLAP * size
                && !b.isBlank();
    }

    /**
     * Assigns a run to the cell that contains most of it if the other cells hold nothing else; returns false otherwise.
     */
    private static boolean join(int from, int to, int[] owners, Map<Integer, Integer> settled) {
        Map<Integer, Integer> parts = new HashMap<>();
        for (int i = from; i < to; i++) {
            parts.merge(owners[i], 1, Integer::sum);
        }
        int most = parts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        boolean blank = most >= 0 && parts.keySet().stream().allMatch(o -> o == most || !settled.containsKey(o));
        if (blank) {
            for (int i = from; i < to; i++) {
                owners[i] = most;
            }
        }
        return blank;
    }
}
