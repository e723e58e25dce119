package org.jigyo.drawing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A rectangle on a drawn page, in points from its top left corner, y downwards. A rule is a rectangle without width or height.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 */
public record Frame(double x, double y, double width, double height) {

    /** Rounds to tenths of a point, which is what is kept. */
    public Frame {
        x = tenths(x);
        y = tenths(y);
        width = tenths(width);
        height = tenths(height);
    }

    private static double tenths(double points) {
        return Math.round(points * 10) / 10.0;
    }

    /** Tenths of a point: x, y, width, height. */
    @JsonValue
    List<Long> kept() {
        return List.of(Math.round(x * 10), Math.round(y * 10), Math.round(width * 10), Math.round(height * 10));
    }

    @JsonCreator
    static Frame of(List<Long> kept) {
        return new Frame(kept.get(0) / 10.0, kept.get(1) / 10.0, kept.get(2) / 10.0, kept.get(3) / 10.0);
    }

    /** The right edge. */
    public double right() {
        return x + width;
    }

    /** The bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** True if another rectangle lies at least in part in this one, or touches it. */
    public boolean meets(Frame other) {
        return other.x <= right() && other.right() >= x && other.y <= bottom() && other.bottom() >= y;
    }

    /** True if the centre of another rectangle is inside this one. */
    public boolean holds(Frame other) {
        double middleX = other.x + other.width / 2;
        double middleY = other.y + other.height / 2;
        return middleX >= x && middleX <= right() && middleY >= y && middleY <= bottom();
    }
}
