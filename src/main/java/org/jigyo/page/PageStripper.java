package org.jigyo.page;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * One pass over a page: PDFBox's unsorted text as blocks with boxes, its glyphs, and the rulings. Holds the state of one
 * page; not for several threads.
 */
final class PageStripper extends PDFTextStripper {

    private static final String UNKNOWN = "\uFFFD";
    private static final int OPERATORS_BETWEEN_CHECKS = 256;

    private final Limits limits;
    private final Deadline deadline;
    private final Drawing drawing;
    private final List<Glyph> unmapped = new ArrayList<>();
    private final IdentityHashMap<TextPosition, Glyph> mapped = new IdentityHashMap<>();
    private Written written = new Written();
    private Rulings rulings;
    private PDRectangle crop;
    private int rotation;
    private int operators;
    private int glyphs;
    private int before;
    private boolean damaged;

    PageStripper(Limits limits, Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
        this.drawing = new Drawing(this, this::shown);
        this.output = Writer.nullWriter();
    }

    /** What one pass found. */
    record Pass(Page page, boolean drawn, int unmapped, boolean damaged) {}

    /** Reads a page. */
    Pass read(PDPage page, int number) throws IOException {
        written = new Written();
        unmapped.clear();
        mapped.clear();
        rulings = new Rulings(limits.rulings());
        crop = page.getCropBox();
        rotation = page.getRotation();
        glyphs = 0;
        damaged = false;
        drawing.begin(rulings);
        processPage(page);
        written.endBlock();
        boolean upright = rotation % 180 == 0;
        Box size = new Box(
                0, 0, upright ? crop.getWidth() : crop.getHeight(), upright ? crop.getHeight() : crop.getWidth());
        Page read = Ruled.page(number, size, written, rulings, drawnGlyphs(), limits.squares());
        return new Pass(read, drawing.drawn(), unmapped.size(), damaged);
    }

    private List<Glyph> drawnGlyphs() {
        List<Glyph> all = new ArrayList<>(unmapped);
        for (List<TextPosition> article : charactersByArticle) {
            for (TextPosition position : article) {
                if (!position.getUnicode().isEmpty()) {
                    all.add(glyph(position));
                }
            }
        }
        return all;
    }

    private Glyph glyph(TextPosition position) {
        return mapped.computeIfAbsent(position, p -> new Glyph(p.getUnicode(), box(p)));
    }

    private static Box box(TextPosition position) {
        // In vertical writing PDFBox gives the width of the advance downwards; the glyph is as wide as the font is
        // high.
        double width = position.getFont().isVertical() ? position.getYScale() : position.getWidth();
        return box(position.getX(), position.getY(), width, position.getYScale());
    }

    /** PDFBox's own glyph height is half of the font's box; ideographs fill the font size and stand a bit below the line. */
    private static Box box(double x, double baseline, double width, double size) {
        return new Box(x, baseline - Glyph.ASCENT * size, width, size);
    }

    private Point2D.Double shown(double x, double y) {
        double px = x - crop.getLowerLeftX();
        double py = y - crop.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new Point2D.Double(py, px);
            case 180 -> new Point2D.Double(crop.getWidth() - px, py);
            case 270 -> new Point2D.Double(crop.getHeight() - py, crop.getWidth() - px);
            default -> new Point2D.Double(px, crop.getHeight() - py);
        };
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % OPERATORS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        if (operator.getName().equals("Do")
                && !operands.isEmpty()
                && operands.get(0) instanceof COSName name
                && getResources().isImageXObject(name)) {
            drawing.image();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
            throws IOException {
        if (exception instanceof LimitReached) {
            throw exception;
        }
        // PDFBox skips what it could not draw; the reader of the page must know.
        damaged = true;
        super.operatorException(operator, operands, exception);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (++glyphs > limits.glyphs()) {
            throw new LimitReached(
                    "a page has more than " + limits.glyphs() + " glyphs; it is not read, nor what follows");
        }
        before = glyphs;
        super.showGlyph(matrix, font, code, displacement);
        if (before == glyphs) {
            Point2D.Double at = shown(matrix.getTranslateX(), matrix.getTranslateY());
            double size = Math.abs(matrix.getScalingFactorY());
            unmapped.add(new Glyph(UNKNOWN, box(at.x, at.y, size / 2, size)));
        }
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        // Tells showGlyph that the font knew the glyph's text.
        before = 0;
        super.processTextPosition(position);
    }

    @Override
    protected void writePage() throws IOException {
        Map<Glyph, String> raised = RaisedDigits.of(drawnGlyphs());
        if (!raised.isEmpty()) {
            mapped.replaceAll(
                    (position, glyph) -> raised.containsKey(glyph) ? new Glyph(raised.get(glyph), glyph.box()) : glyph);
        }
        super.writePage();
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        String drawn = positions.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        if (drawn.equals(word)) {
            positions.forEach(p -> written.add(glyph(p)));
        } else {
            // PDFBox put other characters for what is drawn: which glyph is behind which cannot be told.
            positions.stream()
                    .map(PageStripper::box)
                    .reduce(Box::union)
                    .ifPresent(b -> written.add(new Glyph(word, b)));
        }
    }

    @Override
    protected void writeWordSeparator() {
        written.add(new Glyph(getWordSeparator(), null));
    }

    @Override
    protected void writeLineSeparator() {
        written.endLine();
    }

    @Override
    protected void writeParagraphEnd() throws IOException {
        super.writeParagraphEnd();
        written.endBlock();
    }
}
