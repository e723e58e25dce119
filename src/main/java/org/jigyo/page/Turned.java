package org.jigyo.page;

import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A page as shown: cropped and rotated.
 *
 * @param crop the visible part in user space
 * @param rotation 0, 90, 180 or 270 degrees clockwise
 */
record Turned(PDRectangle crop, int rotation) implements Drawing.Display {

    /** The page as shown, with its corner at the origin. */
    Box size() {
        boolean upright = rotation % 180 == 0;
        return new Box(
                0, 0, upright ? crop.getWidth() : crop.getHeight(), upright ? crop.getHeight() : crop.getWidth());
    }

    @Override
    public Point2D.Double point(double x, double y) {
        double px = x - crop.getLowerLeftX();
        double py = y - crop.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new Point2D.Double(py, px);
            case 180 -> new Point2D.Double(crop.getWidth() - px, py);
            case 270 -> new Point2D.Double(crop.getHeight() - py, crop.getWidth() - px);
            default -> new Point2D.Double(px, crop.getHeight() - py);
        };
    }
}
