package org.jigyo.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A spatial index of glyphs: finds those near a place by the square that contains their centres. */
final class Neighbours {

    /** More than the squares of any page are high, so that every square has a number of its own. */
    private static final long HEIGHT = 65_537;

    private final double square;
    private final Map<Long, List<Glyph>> squares = new HashMap<>();

    /**
     * An empty index.
     *
     * @param reach in points; finds glyphs whose centres are at most this far apart, horizontally and vertically
     */
    Neighbours(double reach) {
        this.square = Math.max(1, reach);
    }

    void add(Glyph glyph) {
        squares.computeIfAbsent(square(glyph, 0, 0), k -> new ArrayList<>()).add(glyph);
    }

    /**
     * All glyphs in the square of a glyph and in the surrounding squares, including the glyph itself if it was added.
     */
    List<Glyph> of(Glyph glyph) {
        List<Glyph> around = new ArrayList<>();
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                List<Glyph> near = squares.get(square(glyph, dx, dy));
                if (near != null) {
                    around.addAll(near);
                }
            }
        }
        return around;
    }

    private long square(Glyph glyph, int dx, int dy) {
        long x = (long) Math.floor(glyph.middleX() / square) + dx;
        long y = (long) Math.floor(glyph.middleY() / square) + dy;
        // Not x << 32 ^ y, whose hash is the same for all squares of a diagonal.
        return x * HEIGHT + y;
    }
}
