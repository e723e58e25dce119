package org.jigyo.page;

import java.awt.geom.Point2D;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Finds glyphs outside the visible area: outside the crop box or clipped. One instance for each page. */
final class CutOff {

    /** Height of a letter's centre above the baseline, as a fraction of the font size. */
    private static final float MIDDLE = 0.35f;

    private final Turned turned;
    private final List<PageDoubt> doubts;
    private Matrix last;
    private Point2D.Double lastMiddle;
    private boolean cut;

    /**
     * For one page.
     *
     * @param doubts receives the places where text is cut in two
     */
    CutOff(Turned turned, List<PageDoubt> doubts) {
        this.turned = turned;
        this.doubts = doubts;
    }

    /**
     * True for a glyph whose centre is outside the visible box. A glyph that continues a visible run is kept, with a
     * doubt, because half a figure is worse.
     */
    boolean cuts(Matrix matrix, PDFont font, Vector displacement, Box seen) {
        Point2D.Float user = matrix.transformPoint(font.isVertical() ? 0.5f : displacement.getX() / 2, MIDDLE);
        Point2D.Double middle = turned.point(user.x, user.y);
        boolean inside = seen.holds(new Box(middle.x, middle.y, 0, 0));
        boolean goesOn = !inside && last != null && Owners.follows(glyph(last, lastMiddle), glyph(matrix, middle));
        if (goesOn && !cut) {
            doubts.add(new PageDoubt(
                    glyph(last, lastMiddle).box(),
                    "the text continues beyond the visible part of the page",
                    null,
                    false));
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
