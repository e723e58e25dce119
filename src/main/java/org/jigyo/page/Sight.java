package org.jigyo.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the visible glyphs of a page. Invisible are glyphs in the colour of their background and glyphs that were
 * painted over; of glyphs drawn on top of each other only the upper one is visible.
 */
final class Sight {

    /**
     * A glyph and how it was drawn.
     *
     * @param glyph on the page as shown
     * @param order position in painting order among glyphs and areas
     * @param colour 0xRRGGBB, or {@link Paints#UNKNOWN}
     */
    record Inked(Glyph glyph, int order, int colour) {}

    /** Colours whose components differ by at most this look the same. */
    private static final int SAME_COLOUR = 12;
    /** Glyphs that share this fraction of the smaller one's area are on top of each other. */
    private static final double UPON = 0.55;
    /** A copy that makes a letter bold is shifted by at most this fraction of its size. */
    private static final double SHIFT = 0.25;

    /** Characters drawn around a letter or as leaders to it. */
    private static final String GROUNDS = "○◯〇□…‥.．";

    private static final String RINGS = "○◯〇□";

    /** The centres of a ring and of what it is drawn around differ by less than this fraction of the letter's size. */
    private static final double OFF_CENTRE = 0.2;

    private static final double RUN_GAP = 2.5;
    /** Glyphs larger than this are only compared with those near their centre. */
    private static final double LARGEST = 48;

    private final Paints paints;
    private final IdentityHashMap<Glyph, Boolean> hidden = new IdentityHashMap<>();
    private final List<Glyph> covered = new ArrayList<>();
    private final List<Glyph> pale = new ArrayList<>();
    private final List<Glyph> below = new ArrayList<>();
    private final List<Glyph> struck = new ArrayList<>();
    private final Neighbours drawn;

    private Sight(Paints paints, double reach) {
        this.paints = paints;
        this.drawn = new Neighbours(reach);
    }

    /** Determines visibility of the glyphs of a page, given in drawing order. */
    static Sight of(List<Inked> drawn, Paints paints) {
        double largest = drawn.stream()
                .mapToDouble(
                        d -> Math.max(d.glyph().box().width(), d.glyph().box().height()))
                .max()
                .orElse(0);
        Sight sight = new Sight(paints, Math.min(LARGEST, largest));
        for (Inked inked : drawn) {
            if (!inked.glyph().isBlank() && sight.shows(inked)) {
                sight.upon(inked.glyph());
            }
        }
        return sight;
    }

    /** True for an invisible glyph. */
    boolean hides(Glyph glyph) {
        return hidden.containsKey(glyph);
    }

    /** True if every glyph is visible as drawn. */
    boolean plain() {
        return hidden.isEmpty() && struck.isEmpty();
    }

    /** Places where something else is drawn besides the visible text. */
    List<PageDoubt> doubts() {
        List<PageDoubt> doubts = new ArrayList<>();
        doubts(covered, "other text is painted over here", doubts);
        doubts(pale, "text in the colour of its background is drawn here", doubts);
        doubts(below, "two texts are drawn on top of each other", doubts);
        doubts(struck, "something is drawn on top of text", doubts);
        return doubts;
    }

    private static void doubts(List<Glyph> glyphs, String message, List<PageDoubt> doubts) {
        for (Line line : Writing.lines(glyphs, RUN_GAP)) {
            doubts.add(new PageDoubt(line.box(), message, line.text(), false));
        }
    }

    private boolean shows(Inked inked) {
        if (paints.cover(inked.glyph().box(), inked.order())) {
            hide(inked.glyph(), covered);
            return false;
        }
        int colour = inked.colour();
        boolean light = colour != Paints.UNKNOWN && (!paints.isEmpty() || same(colour, Paints.WHITE));
        if (light && same(colour, paints.ground(inked.glyph().box(), inked.order()))) {
            hide(inked.glyph(), pale);
            return false;
        }
        return true;
    }

    private void hide(Glyph glyph, List<Glyph> why) {
        hidden.put(glyph, true);
        why.add(glyph);
    }

    private static boolean same(int colour, int other) {
        if (other == Paints.UNKNOWN) {
            return false;
        }
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((colour >> shift & 0xFF) - (other >> shift & 0xFF)) > SAME_COLOUR) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares a glyph with those below it. A copy is dropped; a different letter below is hidden; anything else leaves
     * a doubt, unless it is drawn as a frame around a letter.
     */
    private void upon(Glyph glyph) {
        for (Glyph other : drawn.of(glyph)) {
            // Few glyphs overlap, so the cheap test comes first.
            if (shared(glyph.box(), other.box()) < UPON || hidden.containsKey(other)) {
                continue;
            }
            if (glyph.text().equals(other.text())) {
                if (Math.abs(glyph.box().x() - other.box().x())
                        < SHIFT * glyph.box().height()) {
                    hidden.put(glyph, true);
                    return;
                }
            } else if (letters(glyph, other)) {
                hide(other, below);
            } else if ((letter(first(glyph)) || sign(first(glyph)) || beside(glyph, other)) && ruined(first(other))) {
                struck.add(other);
            }
        }
        drawn.add(glyph);
    }

    private static int first(Glyph glyph) {
        return glyph.text().codePointAt(0);
    }

    private static boolean sign(int c) {
        int type = Character.getType(c);
        return (type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL) && GROUNDS.indexOf(c) < 0;
    }

    /** True for a ring that is not drawn around the glyph below it, but over a part of it. */
    private static boolean beside(Glyph ring, Glyph below) {
        return RINGS.indexOf(first(ring)) >= 0
                && Math.abs(ring.middleX() - below.middleX())
                        > OFF_CENTRE * below.box().height();
    }

    /** True if a character below another one was to be read; ー and 々 are part of words, too. */
    private static boolean ruined(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
        return word(c) || (mark && GROUNDS.indexOf(c) < 0);
    }

    private static boolean letters(Glyph a, Glyph b) {
        return letter(first(a)) && letter(first(b));
    }

    /** True for letters, digits and numbers such as ① and Ⅳ; not for ー and 々, which are also drawn as lines and leaders. */
    private static boolean letter(int c) {
        return word(c) && Character.getType(c) != Character.MODIFIER_LETTER;
    }

    private static boolean word(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER || Character.isLetterOrDigit(c);
    }

    private static double shared(Box a, Box b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        double area = Math.min(a.width() * a.height(), b.width() * b.height());
        return width <= 0 || height <= 0 || area <= 0 ? 0 : width * height / area;
    }
}
