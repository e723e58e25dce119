package org.jigyo.page;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;

/**
 * Path operators for an engine that only knows text: they turn stroked straight lines and thin filled areas into rulings.
 * PDFBox's own path operators need its engine for graphics, which would read the page a second time.
 */
final class Drawing {

    /** Where points of user space lie on the page as shown. */
    interface Display {
        Point2D.Double point(double x, double y);
    }

    private static final float NEARLY_WHITE = 0.98f;
    private static final PDColor WHITE = new PDColor(new float[] {1}, PDDeviceGray.INSTANCE);
    private static final PDColor INK = new PDColor(new float[] {0}, PDDeviceGray.INSTANCE);

    private final PDFStreamEngine engine;
    private final Display display;
    private final List<List<Point2D.Double>> subpaths = new ArrayList<>();
    private Rulings rulings;
    private boolean drawn;

    Drawing(PDFStreamEngine engine, Display display) {
        this.engine = engine;
        this.display = display;
        for (String name : List.of(
                "m", "l", "c", "v", "y", "h", "re", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "g", "rg", "k",
                "cs", "sc", "scn", "BI", "sh")) {
            engine.addOperator(new Step(name));
        }
    }

    /** Starts a page. */
    void begin(Rulings newRulings) {
        rulings = newRulings;
        subpaths.clear();
        drawn = false;
    }

    /** True when anything but text was drawn on the page. */
    boolean drawn() {
        return drawn;
    }

    /** Notes that an image was drawn. */
    void image() {
        drawn = true;
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
                case "g", "rg", "k", "cs", "sc", "scn" -> colour(n);
                case "BI", "sh" -> drawn = true;
                case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n" -> paint();
                default -> build(n);
            }
        }

        private void colour(double[] n) {
            boolean white = name.equals("k") && n.length == 4 && n[0] + n[1] + n[2] + n[3] <= 1 - NEARLY_WHITE;
            if (name.equals("g") || name.equals("rg")) {
                white = n.length > 0;
                for (double component : n) {
                    white &= component >= NEARLY_WHITE;
                }
            }
            engine.getGraphicsState().setNonStrokingColor(white ? WHITE : INK);
        }

        private void build(double[] n) {
            switch (name) {
                case "m" -> start(n, 2);
                case "l" -> extend(n, 2, 0);
                case "c" -> extend(n, 6, 4);
                case "v", "y" -> extend(n, 4, 2);
                case "h" -> close();
                case "re" -> rectangle(n);
                default -> {}
            }
        }

        private void start(double[] n, int operands) {
            if (n.length >= operands) {
                List<Point2D.Double> path = new ArrayList<>();
                path.add(shown(n[0], n[1]));
                subpaths.add(path);
            }
        }

        private void extend(double[] n, int operands, int at) {
            if (n.length >= operands && !subpaths.isEmpty()) {
                last().add(shown(n[at], n[at + 1]));
            }
        }

        private void close() {
            if (!subpaths.isEmpty()) {
                last().add(last().get(0));
            }
        }

        private void rectangle(double[] n) {
            if (n.length >= 4) {
                List<Point2D.Double> path = new ArrayList<>();
                path.add(shown(n[0], n[1]));
                path.add(shown(n[0] + n[2], n[1]));
                path.add(shown(n[0] + n[2], n[1] + n[3]));
                path.add(shown(n[0], n[1] + n[3]));
                path.add(path.get(0));
                subpaths.add(path);
            }
        }

        private void paint() throws IOException {
            if (!name.equals("n")) {
                drawn = true;
                if (name.equals("s") || name.startsWith("b")) {
                    close();
                }
                boolean fills = !name.equalsIgnoreCase("S");
                boolean strokes =
                        !fills || name.toLowerCase(java.util.Locale.ROOT).startsWith("b");
                for (List<Point2D.Double> path : subpaths) {
                    if (strokes) {
                        stroke(path);
                    } else if (engine.getGraphicsState().getNonStrokingColor() != WHITE) {
                        fill(path);
                    }
                }
            }
            subpaths.clear();
        }
    }

    private List<Point2D.Double> last() {
        return subpaths.get(subpaths.size() - 1);
    }

    private Point2D.Double shown(double x, double y) {
        Point2D.Float user =
                engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint((float) x, (float) y);
        return display.point(user.getX(), user.getY());
    }

    private void stroke(List<Point2D.Double> path) throws LimitReached {
        for (int i = 1; i < path.size(); i++) {
            Point2D.Double a = path.get(i - 1);
            Point2D.Double b = path.get(i);
            rulings.stroke(a.x, a.y, b.x, b.y);
        }
    }

    private void fill(List<Point2D.Double> path) throws LimitReached {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point2D.Double p : path) {
            left = Math.min(left, p.x);
            right = Math.max(right, p.x);
            top = Math.min(top, p.y);
            bottom = Math.max(bottom, p.y);
        }
        rulings.fill(left, top, right, bottom);
    }
}
