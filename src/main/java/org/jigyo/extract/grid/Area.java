package org.jigyo.extract.grid;

import org.jigyo.page.Box;

/** A rectangle of a sheet, in the coordinates of its board. An item is inside if its centre is. */
record Area(double left, double top, double right, double bottom) {

    static final Area EVERYWHERE = new Area(
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean holds(Box box) {
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        return x >= left && x < right && y >= top && y < bottom;
    }

    /** The full height of the board at the width of a box. */
    static Area across(Box box) {
        return new Area(box.x(), Double.NEGATIVE_INFINITY, box.right(), Double.POSITIVE_INFINITY);
    }

    Area above(double y) {
        return new Area(left, top, right, Math.min(bottom, y));
    }
}
