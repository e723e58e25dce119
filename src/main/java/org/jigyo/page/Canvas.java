package org.jigyo.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The marks on a page besides text: its rulings, areas in order, and drawings and images that are none of them. */
final class Canvas {

    /** An area that is thinner, in points, is a rule and no ground for text. */
    private static final double THIN = 2.6;
    /** A drawing that is smaller, in points, is a speck. */
    private static final double SPECK = 2.0;
    /** An area that is smaller, in points, may be a mark, and not the shade of a cell. */
    private static final double MARK = 20;
    /** Areas of one path that may lie inside each other are compared up to so many. */
    private static final int MANY = 200;

    private static final double MOST = 0.6;
    private static final int LIGHT = 250;

    /**
     * A drawing or an image.
     *
     * @param straight true for a straight line that leans, as one that strikes out a cell
     * @param image true for an image
     */
    record Figure(Box box, boolean straight, boolean image) {}

    private final Box page;
    private final int limit;
    private final Rulings rulings;
    private final Paints paints = new Paints();
    private final List<Figure> figures = new ArrayList<>();
    private int order;
    private boolean drawn;

    /** A blank page as shown, on which no more than so many things are drawn. */
    Canvas(Box page, int limit) {
        this.page = page;
        this.limit = limit;
        this.rulings = new Rulings(limit);
    }

    Box page() {
        return page;
    }

    Rulings rulings() {
        return rulings;
    }

    Paints paints() {
        return paints;
    }

    List<Figure> figures() {
        return figures;
    }

    /** True when anything but text can be seen. */
    boolean drawn() {
        return drawn;
    }

    /** True when an image fills most of the page. */
    boolean pictured() {
        double area = MOST * page.width() * page.height();
        return figures.stream()
                .anyMatch(f -> f.image() && f.box().width() * f.box().height() > area);
    }

    /** The place of the next thing in the order of painting. */
    int next() {
        return ++order;
    }

    void image(Box box, boolean opaque) {
        drawn = true;
        figure(box, false, true);
        paint(box, Paints.UNKNOWN, opaque);
    }

    void paint(Box box, int colour, boolean covers) {
        if (paints.size() < limit && Double.isFinite(box.x() + box.y() + box.width() + box.height())) {
            paints.add(new Paints.Paint(next(), box, colour, covers));
        }
    }

    /** Fills areas: thin ones are rules, rectangles are grounds, others are drawings. */
    void fill(List<Outline> outlines, int colour, boolean opaque, boolean stroked, Box clip, double edge)
            throws LimitReached {
        boolean white = light(colour);
        for (Outline outline : outlines) {
            Box box = Drawing.within(outline.box(), clip, edge);
            if (box == null) {
                continue;
            }
            drawn |= !white;
            if (!white && !stroked) {
                rulings.fill(box.x(), box.y(), box.right(), box.bottom());
            }
            if (Math.min(box.width(), box.height()) > THIN) {
                boolean whole = outline.rectangle() && outlines.size() <= MANY && !nested(outline, outlines);
                paint(box, opaque && whole ? colour : Paints.UNKNOWN, opaque && whole);
            }
            boolean small = Math.max(box.width(), box.height()) < MARK && Math.min(box.width(), box.height()) > THIN;
            if (!white && (!outline.ruled() || small)) {
                figure(box, false, false);
            }
        }
    }

    private static boolean light(int colour) {
        return colour != Paints.UNKNOWN
                && (colour >> 16 & 0xFF) >= LIGHT
                && (colour >> 8 & 0xFF) >= LIGHT
                && (colour & 0xFF) >= LIGHT;
    }

    /** True when an area of the same path lies in this one, or this one in it: it may be a hole. */
    private static boolean nested(Outline outline, List<Outline> outlines) {
        return outlines.stream()
                .anyMatch(o ->
                        o != outline && (outline.box().holds(o.box()) || o.box().holds(outline.box())));
    }

    /** Strokes lines: straight ones along an axis are rules, thick ones cover what is below, others are drawings. */
    void stroke(List<Outline> outlines, double width, Box clip, double edge) throws LimitReached {
        for (Outline outline : outlines) {
            Box box = Drawing.within(outline.box(), clip, edge);
            if (box == null) {
                continue;
            }
            drawn = true;
            if (!outline.ruled()) {
                figure(box, outline.straight(), false);
            }
            for (int i = 1; i < outline.points().size(); i++) {
                stroke(outline.points().get(i - 1), outline.points().get(i), width, clip, edge);
            }
        }
    }

    private void stroke(Point2D.Double a, Point2D.Double b, double width, Box clip, double edge) throws LimitReached {
        Box line = Drawing.within(Outline.box(List.of(a, b)), clip, edge);
        if (line == null) {
            return;
        }
        boolean level = line.width() > line.height();
        if (line.width() <= 1 || line.height() <= 1) {
            rulings.stroke(line.x(), line.y(), line.right(), line.bottom());
        }
        if (width > THIN && Math.min(line.width(), line.height()) < 1) {
            Box thick = level
                    ? new Box(line.x(), line.y() - width / 2, line.width(), width)
                    : new Box(line.x() - width / 2, line.y(), width, line.height());
            paint(thick, Paints.UNKNOWN, true);
        }
    }

    private void figure(Box box, boolean straight, boolean image) {
        if (figures.size() < limit && Math.max(box.width(), box.height()) > SPECK) {
            figures.add(new Figure(box, straight, image));
        }
    }

    /** Cells that hold a drawing or an image and nothing written. */
    List<PageDoubt> doubts(List<Cell> cells) {
        List<PageDoubt> doubts = new ArrayList<>();
        if (figures.isEmpty()) {
            return doubts;
        }
        for (Cell cell : cells) {
            if (cell.lines().isEmpty()) {
                figures.stream()
                        .filter(f -> in(f, cell.box()))
                        .findFirst()
                        .ifPresent(f -> doubts.add(new PageDoubt(
                                cell.box(),
                                f.image()
                                        ? "the cell holds an image and no text"
                                        : "the cell holds a drawing and no text",
                                null,
                                true)));
            }
        }
        return doubts;
    }

    /** True when a figure says something in a cell; a line from corner to corner says that it is blank. */
    private static boolean in(Figure figure, Box cell) {
        Box box = figure.box();
        boolean struck = figure.straight() && box.width() > 0.6 * cell.width() && box.height() > 0.6 * cell.height();
        boolean shade = box.width() > 0.8 * cell.width() && box.height() > 0.8 * cell.height();
        return !struck && (figure.image() || !shade) && (cell.holds(box) || (figure.image() && box.holds(cell)));
    }
}
