package org.jigyo.page;

import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * Path operators for a text-only engine. They turn stroked straight lines and thin filled areas into rulings, and
 * record painted areas and other drawings. PDFBox's own path operators need its graphics engine, which would process
 * the page a second time.
 */
final class Drawing {

    /** Maps user space to the page as shown. */
    interface Display {
        Point2D.Double point(double x, double y);
    }

    /**
     * A mark this close to the edge of the clip, in points, counts as visible: half of a ruling drawn on the edge
     * shows.
     */
    private static final double EDGE = 1.5;

    private final PDFStreamEngine engine;
    private final Display display;
    private final BooleanSupplier unseen;
    private final List<Outline> outlines = new ArrayList<>();
    private Canvas canvas;
    private Rectangle2D.Double path;
    private boolean clips;
    private PDGraphicsState clipped;
    private int clipCount;
    private Box clip;

    /**
     * Operators for an engine.
     *
     * @param unseen true while drawing is invisible, as on a layer that is off
     */
    Drawing(PDFStreamEngine engine, Display display, BooleanSupplier unseen) {
        this.engine = engine;
        this.display = display;
        this.unseen = unseen;
        for (String name : List.of(
                "m", "l", "c", "v", "y", "h", "re", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "g", "rg", "k",
                "cs", "sc", "scn", "BI", "sh", "W", "W*", "w")) {
            engine.addOperator(new Step(name));
        }
    }

    /** Starts a page. */
    void begin(Canvas newCanvas) {
        canvas = newCanvas;
        outlines.clear();
        path = null;
        clips = false;
        clipped = null;
    }

    /** Records an image drawn into the unit square of the current space. */
    void image(boolean opaque) {
        if (!unseen.getAsBoolean()) {
            List<Point2D.Double> corners = List.of(shown(0, 0), shown(1, 0), shown(1, 1), shown(0, 1));
            Box box = within(Outline.box(corners), clip(), 0);
            if (box != null) {
                canvas.image(box, opaque && opaque());
            }
        }
    }

    /** The currently visible part of the page. */
    Box clip() {
        PDGraphicsState state = engine.getGraphicsState();
        List<Path2D> paths = state.getCurrentClippingPaths();
        if (state != clipped || paths.size() != clipCount) {
            Rectangle2D seen = null;
            for (Path2D p : paths) {
                seen = seen == null ? p.getBounds2D() : seen.createIntersection(p.getBounds2D());
            }
            clipped = state;
            clipCount = paths.size();
            clip = seen == null
                    ? canvas.page()
                    : seen.getWidth() < 0 || seen.getHeight() < 0
                            ? new Box(0, 0, -1, -1)
                            : Outline.box(List.of(
                                    display.point(seen.getMinX(), seen.getMinY()),
                                    display.point(seen.getMaxX(), seen.getMaxY())));
        }
        return clip;
    }

    /** The intersection of a box with a clip grown by a margin; null if it is empty. */
    static Box within(Box box, Box clip, double edge) {
        double left = Math.max(box.x(), clip.x() - edge);
        double top = Math.max(box.y(), clip.y() - edge);
        double width = Math.min(box.right(), clip.right() + edge) - left;
        double height = Math.min(box.bottom(), clip.bottom() + edge) - top;
        return width < 0 || height < 0 || clip.width() < 0 ? null : new Box(left, top, width, height);
    }

    private boolean opaque() {
        PDGraphicsState state = engine.getGraphicsState();
        return state.getNonStrokeAlphaConstant() >= 1
                && state.getSoftMask() == null
                && (state.getBlendMode() == null || state.getBlendMode() == BlendMode.NORMAL);
    }

    private final class Step extends OperatorProcessor {

        private final String name;

        Step(String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            double[] n = new double[operands.size()];
            for (int i = 0; i < n.length; i++) {
                n[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : Double.NaN;
            }
            switch (name) {
                case "g", "rg", "k", "cs", "sc", "scn" ->
                    Colours.set(name, n, operands, engine.getResources(), engine.getGraphicsState());
                case "w" -> engine.getGraphicsState().setLineWidth(n.length > 0 ? (float) n[0] : 1);
                case "W", "W*" -> clips = true;
                case "BI" -> image(false);
                case "sh" -> canvas.paint(clip(), Paints.UNKNOWN, false);
                case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n" -> paint();
                default -> build(n);
            }
        }

        private void build(double[] n) {
            switch (name) {
                case "m" -> start(n);
                case "l" -> extend(n);
                case "c" -> curve(n, 6);
                case "v", "y" -> curve(n, 4);
                case "h" -> close();
                case "re" -> rectangle(n);
                default -> {}
            }
        }

        private void start(double[] n) {
            if (n.length >= 2) {
                outlines.add(new Outline(point(n[0], n[1])));
            }
        }

        private void extend(double[] n) {
            if (n.length >= 2 && !outlines.isEmpty()) {
                last().add(point(n[0], n[1]));
            }
        }

        /** A curve with two control points; one that is not given is the point beside it. */
        private void curve(double[] n, int operands) {
            if (n.length >= operands && !outlines.isEmpty()) {
                Point2D.Double from = name.equals("v") ? last().end() : shown(n[0], n[1]);
                Point2D.Double end = point(n[operands - 2], n[operands - 1]);
                last().curve(from, name.equals("y") ? end : shown(n[operands - 4], n[operands - 3]), end);
            }
        }

        private void close() {
            if (!outlines.isEmpty()) {
                last().close();
            }
        }

        private void rectangle(double[] n) {
            if (n.length >= 4) {
                Outline outline = new Outline(point(n[0], n[1]));
                outline.add(point(n[0] + n[2], n[1]));
                outline.add(point(n[0] + n[2], n[1] + n[3]));
                outline.add(point(n[0], n[1] + n[3]));
                outline.close();
                outlines.add(outline);
            }
        }

        private void paint() throws IOException {
            if (!name.equals("n") && !unseen.getAsBoolean()) {
                if (name.equals("s") || name.startsWith("b")) {
                    close();
                }
                boolean fills = !name.equalsIgnoreCase("S");
                boolean strokes = !fills || name.toLowerCase(Locale.ROOT).startsWith("b");
                if (fills) {
                    int colour = Colours.rgb(engine.getGraphicsState().getNonStrokingColor());
                    canvas.fill(outlines, colour, opaque(), strokes, clip(), EDGE);
                }
                if (strokes) {
                    PDGraphicsState state = engine.getGraphicsState();
                    double width = state.getLineWidth()
                            * Math.abs(state.getCurrentTransformationMatrix().getScalingFactorX());
                    canvas.stroke(outlines, width, clip(), EDGE);
                }
            }
            if (clips && path != null) {
                engine.getGraphicsState().intersectClippingPath(new GeneralPath(path));
            }
            clips = false;
            path = null;
            outlines.clear();
        }
    }

    private Outline last() {
        return outlines.get(outlines.size() - 1);
    }

    /** Adds a point to the path. The clip is the extent of the path in user space. */
    private Point2D.Double point(double x, double y) {
        Point2D.Float user =
                engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint((float) x, (float) y);
        if (path == null) {
            path = new Rectangle2D.Double(user.getX(), user.getY(), 0, 0);
        } else {
            path.add(user);
        }
        return display.point(user.getX(), user.getY());
    }

    private Point2D.Double shown(double x, double y) {
        Point2D.Float user =
                engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint((float) x, (float) y);
        return display.point(user.getX(), user.getY());
    }
}
