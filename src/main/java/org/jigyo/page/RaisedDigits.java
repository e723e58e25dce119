package org.jigyo.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds digits that are drawn smaller and higher, or smaller and lower, right next to a digit: the mark of a note, or
 * an exponent. They are read as ¹ or ₁, so that they are never taken for part of the number.
 */
final class RaisedDigits {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    /** A digit is smaller if its size is below this fraction of the other's. */
    private static final double SMALLER = 0.8;
    /** A gap or overlap below this fraction of the larger size counts as adjacent. */
    private static final double BESIDE = 0.3;
    /** The two baselines are at least this fraction of the larger size apart, and less than {@link #FARTHEST}. */
    private static final double APART = 0.1;

    private static final double FARTHEST = 0.8;
    /** Maximum distance between the centres of a mark and of the digit next to it, in multiples of the digit's largest extent. */
    private static final double REACH = 1.5;
    /** Larger than the digits of any form, in points. */
    private static final double LARGEST = 64;

    private final Neighbours digits;

    private RaisedDigits(List<Glyph> digits) {
        double greatest = digits.stream()
                .mapToDouble(g -> Math.max(g.box().width(), g.box().height()))
                .max()
                .orElse(0);
        this.digits = new Neighbours(Math.min(LARGEST, REACH * greatest));
        digits.forEach(this.digits::add);
    }

    /** The raised and lowered digits among the glyphs of a page, each with the text it is read as. */
    static Map<Glyph, String> of(List<Glyph> glyphs) {
        List<Glyph> digits = glyphs.stream().filter(RaisedDigits::digit).toList();
        double greatest = digits.stream().mapToDouble(RaisedDigits::size).max().orElse(0);
        List<Glyph> small =
                digits.stream().filter(g -> size(g) < SMALLER * greatest).toList();
        Map<Glyph, String> read = new HashMap<>();
        if (small.isEmpty()) {
            return read;
        }
        RaisedDigits page = new RaisedDigits(digits);
        small.forEach(g -> page.find(g, g, read));
        return read;
    }

    /** Searches for the number next to a small digit: first next to itself, then next to the adjacent small digits. */
    private void find(Glyph digit, Glyph at, Map<Glyph, String> read) {
        for (Glyph other : digits.of(at)) {
            String mark = mark(at, other);
            if (mark != null) {
                read.put(digit, mark.substring(value(digit), value(digit) + 1));
            } else if (at.equals(digit) && !other.equals(at) && sameRun(at, other) && beside(at, other, size(at))) {
                find(digit, other, read);
            }
        }
    }

    /** The raised or lowered digits; null if the two are on one line or not adjacent. */
    private static String mark(Glyph small, Glyph other) {
        double size = size(other);
        double lower = baseline(small) - baseline(other);
        boolean mark = size(small) < SMALLER * size
                && beside(small, other, size)
                && Math.abs(lower) > APART * size
                && Math.abs(lower) < FARTHEST * size;
        return !mark ? null : lower < 0 ? RAISED : LOWERED;
    }

    private static boolean sameRun(Glyph a, Glyph b) {
        return Math.abs(size(a) - size(b)) < 0.1 && Math.abs(baseline(a) - baseline(b)) < 0.1;
    }

    private static boolean beside(Glyph a, Glyph b, double size) {
        double gap =
                Math.max(a.box().x() - b.box().right(), b.box().x() - a.box().right());
        return Math.abs(gap) < BESIDE * size;
    }

    private static boolean digit(Glyph glyph) {
        return glyph.text().length() == 1 && Character.digit(glyph.text().charAt(0), 10) >= 0;
    }

    private static int value(Glyph digit) {
        return Character.digit(digit.text().charAt(0), 10);
    }

    private static double size(Glyph glyph) {
        return glyph.box().height();
    }

    private static double baseline(Glyph glyph) {
        return glyph.box().y() + Glyph.ASCENT * glyph.box().height();
    }
}
