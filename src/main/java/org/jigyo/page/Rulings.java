package org.jigyo.page;

import java.util.ArrayList;
import java.util.List;

/** The straight rulings of a page, horizontal or vertical, in points on the page as shown. */
final class Rulings {

    /** A ruling at {@code at} across its axis, from {@code from} to {@code to} along it. */
    record Rule(double at, double from, double to) {}

    /** A line that deviates more than this, in points, is not a ruling. */
    private static final double LEAN = 0.7;
    /** A filled rectangle up to this thickness, in points, is a ruling; a thicker one is the background of a cell. */
    private static final double THICK = 2.6;

    private final int limit;
    private final List<Rule> level = new ArrayList<>();
    private final List<Rule> upright = new ArrayList<>();

    Rulings(int limit) {
        this.limit = limit;
    }

    List<Rule> level() {
        return level;
    }

    List<Rule> upright() {
        return upright;
    }

    /** Adds a stroked line between two points. */
    void stroke(double x0, double y0, double x1, double y1) throws LimitReached {
        double width = Math.abs(x1 - x0);
        double height = Math.abs(y1 - y0);
        if (height <= LEAN && width > LEAN) {
            add(level, (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1));
        } else if (width <= LEAN && height > LEAN) {
            add(upright, (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1));
        }
    }

    /** Adds a filled area given by its outer rectangle; it is a ruling if it is thin. */
    void fill(double left, double top, double right, double bottom) throws LimitReached {
        double width = right - left;
        double height = bottom - top;
        if (height <= THICK && width > height) {
            add(level, (top + bottom) / 2, left, right);
        } else if (width <= THICK && height > width) {
            add(upright, (left + right) / 2, top, bottom);
        }
    }

    private void add(List<Rule> rules, double at, double from, double to) throws LimitReached {
        if (!Double.isFinite(at + from + to)) {
            return;
        }
        if (level.size() + upright.size() >= limit) {
            throw new LimitReached("a page has more than " + limit
                    + " rulings (raise the limit with --max-rulings); this page and the following ones were not read");
        }
        rules.add(new Rule(at, from, to));
    }
}
