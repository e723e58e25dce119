package org.jigyo.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rectangle on a page as shown, in points (1/72 inch), origin top left, y downwards.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {

    /** x, y, width and height, rounded to a tenth of a point. */
    public List<Double> rounded() {
        return Stream.of(x, y, width, height)
                .map(points -> Math.round(points * 10) / 10.0)
                .toList();
    }

    /** The smallest rectangle around both. */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The right edge. */
    public double right() {
        return x + width;
    }

    /** The bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** True if the centre of the other rectangle is inside this one. */
    public boolean holds(Box other) {
        double cx = other.x + other.width / 2;
        double cy = other.y + other.height / 2;
        return cx >= x && cx <= right() && cy >= y && cy <= bottom();
    }
}
