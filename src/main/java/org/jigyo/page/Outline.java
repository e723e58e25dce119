package org.jigyo.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One continuous part of a path, in points on the page as shown. */
final class Outline {

    /** An edge that deviates more than this, in points, is neither horizontal nor vertical. */
    private static final double LEAN = 0.7;
    /** With more corners a straight-edged outline is a circle. */
    private static final int CORNERS = 8;
    /** What is smaller, in points, goes around nothing. */
    private static final double SMALLEST = 4;
    /** A gap of this part of its size leaves a line by hand closed. */
    private static final double OPEN = 0.25;

    private final List<Point2D.Double> points = new ArrayList<>();
    private final List<Point2D.Double> bends = new ArrayList<>();
    private final BitSet bent = new BitSet();
    private boolean curved;

    Outline(Point2D.Double first) {
        points.add(first);
    }

    void add(Point2D.Double point) {
        points.add(point);
    }

    /** Goes on in a curve with these control points; of the places between, its middle is noted. */
    void curve(Point2D.Double from, Point2D.Double to, Point2D.Double end) {
        Point2D.Double begin = end();
        bends.add(new Point2D.Double(
                (begin.x + 3 * from.x + 3 * to.x + end.x) / 8, (begin.y + 3 * from.y + 3 * to.y + end.y) / 8));
        bent.set(points.size());
        points.add(end);
        curved = true;
    }

    /** Where it has come to. */
    Point2D.Double end() {
        return points.get(points.size() - 1);
    }

    void close() {
        points.add(points.get(0));
    }

    /** True for a point to which a curve leads: between it and the one before nothing straight is drawn. */
    boolean bentTo(int point) {
        return bent.get(point);
    }

    List<Point2D.Double> points() {
        return points;
    }

    Box box() {
        Box box = box(points);
        return bends.isEmpty() ? box : box.union(box(bends));
    }

    /** True for a line that bends and ends where it began, or nearly so when it is drawn by hand: a circle, an oval. */
    boolean closed() {
        Box box = box();
        return (curved || points.size() > CORNERS)
                && !ruled()
                && Math.min(box.width(), box.height()) > SMALLEST
                && points.get(0).distance(end()) < OPEN * Math.max(box.width(), box.height());
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
