package org.jigyo.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** One continuous part of a path, in points on the page as shown. */
final class Outline {

    /** An edge that deviates more than this, in points, is neither horizontal nor vertical. */
    private static final double LEAN = 0.7;

    private final List<Point2D.Double> points = new ArrayList<>();
    private boolean curved;

    Outline(Point2D.Double first) {
        points.add(first);
    }

    void add(Point2D.Double point, boolean curve) {
        points.add(point);
        curved |= curve;
    }

    void close() {
        points.add(points.get(0));
    }

    List<Point2D.Double> points() {
        return points;
    }

    Box box() {
        return box(points);
    }

    /** True if all edges are horizontal or vertical, as in a ruling, a frame or a background. */
    boolean ruled() {
        for (int i = 1; i < points.size(); i++) {
            double dx = Math.abs(points.get(i).x - points.get(i - 1).x);
            double dy = Math.abs(points.get(i).y - points.get(i - 1).y);
            if (dx > LEAN && dy > LEAN) {
                return false;
            }
        }
        return !curved;
    }

    /** True for a single straight line. */
    boolean straight() {
        return points.size() == 2 && !curved;
    }

    /** True for an area that fills its box. */
    boolean rectangle() {
        return ruled() && points.size() >= 4 && points.size() <= 6;
    }

    /** The smallest box around the points. */
    static Box box(List<Point2D.Double> points) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point2D.Double p : points) {
            left = Math.min(left, p.x);
            right = Math.max(right, p.x);
            top = Math.min(top, p.y);
            bottom = Math.max(bottom, p.y);
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
