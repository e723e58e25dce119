package org.jigyo.page;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The non-text marks of a page: its rulings, the painted areas in order, and the remaining drawings and images. */
final class Canvas {

    /** An area thinner than this, in points, is a ruling and not a background of text. */
    private static final double THIN = 2.6;
    /** A drawing smaller than this, in points, is ignored as a speck. */
    private static final double SPECK = 2.0;
    /** An area smaller than this, in points, may be a mark rather than the background of a cell. */
    private static final double MARK = 20;
    /** Areas of one path are tested for nesting up to this number. */
    private static final int MANY = 200;

    private static final double MOST = 0.6;
    private static final int LIGHT = 250;

    /**
     * A drawing or an image.
     *
     * @param straight true for a slanted straight line, such as one that strikes out a cell
     * @param image true for an image
     * @param ring true for a line that goes around something
     */
    record Figure(Box box, boolean straight, boolean image, boolean ring) {}

    private final Box page;
    private final int limit;
    private final Rulings rulings;
    private final Paints paints = new Paints();
    private final List<Figure> figures = new ArrayList<>();
    private int order;
    private boolean drawn;

    /**
     * A blank page as shown.
     *
     * @param page its box in points
     * @param limit maximum number of things drawn on it
     */
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

    /** True if anything but text is visible. */
    boolean drawn() {
        return drawn;
    }

    /** True if an image fills most of the page. */
    boolean pictured() {
        double area = MOST * page.width() * page.height();
        return figures.stream()
                .anyMatch(f -> f.image() && f.box().width() * f.box().height() > area);
    }

    /** The position of the next thing in painting order. */
    int next() {
        return ++order;
    }

    void image(Box box, boolean opaque) {
        drawn = true;
        figure(new Figure(box, false, true, false));
        paint(box, Paints.UNKNOWN, opaque);
    }

    void paint(Box box, int colour, boolean covers) {
        if (paints.size() < limit && Double.isFinite(box.x() + box.y() + box.width() + box.height())) {
            paints.add(new Paints.Paint(next(), box, colour, covers));
        }
    }

    /** Adds filled areas: thin ones are rulings, rectangles are backgrounds, others are drawings. */
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
                boolean ring = outline.closed() && outlines.size() == 2 && nested(outline, outlines);
                figure(new Figure(box, false, false, ring));
            }
        }
    }

    private static boolean light(int colour) {
        return colour != Paints.UNKNOWN
                && (colour >> 16 & 0xFF) >= LIGHT
                && (colour >> 8 & 0xFF) >= LIGHT
                && (colour & 0xFF) >= LIGHT;
    }

    /** True if an area of the same path contains this one or is contained in it, and so may be a hole. */
    private static boolean nested(Outline outline, List<Outline> outlines) {
        return outlines.stream()
                .anyMatch(o ->
                        o != outline && (outline.box().holds(o.box()) || o.box().holds(outline.box())));
    }

    /** Adds stroked lines: axis-parallel ones are rulings, thick ones cover what is below them, others are drawings. */
    void stroke(List<Outline> outlines, double width, Box clip, double edge) throws LimitReached {
        for (Outline outline : outlines) {
            Box box = Drawing.within(outline.box(), clip, edge);
            if (box == null) {
                continue;
            }
            drawn = true;
            if (!outline.ruled()) {
                figure(new Figure(box, outline.straight(), false, outline.closed()));
            }
            for (int i = 1; i < outline.points().size(); i++) {
                if (!outline.bentTo(i)) {
                    stroke(outline.points().get(i - 1), outline.points().get(i), width, clip, edge);
                }
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

    private void figure(Figure figure) {
        if (figures.size() < limit
                && Math.max(figure.box().width(), figure.box().height()) > SPECK) {
            figures.add(figure);
        }
    }

    /** The boxes of lines that go around something. */
    List<Box> rings() {
        return figures.stream().filter(Figure::ring).map(Figure::box).distinct().toList();
    }

    /** The cells that contain a drawing or an image and no text. */
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

    /**
     * True if a figure inside a cell carries meaning. A line from corner to corner does not: it marks the cell as
     * blank.
     */
    private static boolean in(Figure figure, Box cell) {
        Box box = figure.box();
        boolean struck = figure.straight() && box.width() > 0.6 * cell.width() && box.height() > 0.6 * cell.height();
        boolean shade = box.width() > 0.8 * cell.width() && box.height() > 0.8 * cell.height();
        return !struck && (figure.image() || !shade) && (cell.holds(box) || (figure.image() && box.holds(cell)));
    }
}
