package org.jigyo.page;

import java.awt.geom.Point2D;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Tells which glyphs lie outside of what can be seen: the crop box of the page, and what is clipped. One for each page. */
final class CutOff {

    /** The height of a letter's middle above the baseline, as a part of the font size. */
    private static final float MIDDLE = 0.35f;

    private final Turned turned;
    private final List<PageDoubt> doubts;
    private Matrix last;
    private Point2D.Double lastMiddle;
    private boolean cut;

    /**
     * For a page.
     *
     * @param doubts takes the places at which a text is cut in two
     */
    CutOff(Turned turned, List<PageDoubt> doubts) {
        this.turned = turned;
        this.doubts = doubts;
    }

    /**
     * True for a glyph whose middle lies outside of the box that can be seen. What goes on from a glyph that can be seen is read,
     * with a doubt: half a figure is worse.
     */
    boolean cuts(Matrix matrix, PDFont font, Vector displacement, Box seen) {
        Point2D.Float user = matrix.transformPoint(font.isVertical() ? 0.5f : displacement.getX() / 2, MIDDLE);
        Point2D.Double middle = turned.point(user.x, user.y);
        boolean inside = seen.holds(new Box(middle.x, middle.y, 0, 0));
        boolean goesOn = !inside && last != null && Owners.follows(glyph(last, lastMiddle), glyph(matrix, middle));
        if (goesOn && !cut) {
            doubts.add(
                    new PageDoubt(glyph(last, lastMiddle).box(), "the text goes on where it is cut off", null, false));
        }
        cut = goesOn;
        last = inside || goesOn ? matrix : null;
        lastMiddle = middle;
        return !inside && !goesOn;
    }

    private Glyph glyph(Matrix matrix, Point2D.Double middle) {
        Point2D.Double from = turned.point(matrix.getTranslateX(), matrix.getTranslateY());
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        double width = Math.abs(middle.x - from.x) * 2;
        return new Glyph("x", new Box(Math.min(from.x, middle.x), from.y - Glyph.ASCENT * size, width, size));
    }
}
