package org.jigyo.page;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Reads a page in one pass: PDFBox's unsorted text as blocks with boxes, the glyphs, and the rulings. Holds the state
 * of one page; not thread-safe.
 */
final class PageStripper extends PDFTextStripper {

    private static final String UNKNOWN = "\uFFFD";
    private static final int OPERATORS_BETWEEN_CHECKS = 256;

    private static final int USUAL_GLYPHS = 3000;
    private static final List<COSName> TRANSPARENT = List.of(COSName.SMASK, COSName.MASK, COSName.IMAGE_MASK);

    private final Limits limits;
    private final Deadline deadline;
    private final Layers layers;
    private final Drawing drawing;
    private final Deque<Boolean> off = new ArrayDeque<>();
    private final IdentityHashMap<TextPosition, Sight.Inked> inks = new IdentityHashMap<>(USUAL_GLYPHS);
    private final List<PageDoubt> doubts = new ArrayList<>();
    private final List<Glyph> unmapped = new ArrayList<>();
    private final IdentityHashMap<TextPosition, Glyph> mapped = new IdentityHashMap<>(USUAL_GLYPHS);
    private Written written = new Written();
    private Canvas canvas;
    private PDPage page;
    private Turned turned;
    private int operators;
    private int glyphs;
    private int before;
    private int unseen;
    private CutOff cutOff;
    private boolean damaged;

    PageStripper(Limits limits, Deadline deadline, Layers layers) {
        this.limits = limits;
        this.deadline = deadline;
        this.layers = layers;
        this.drawing = new Drawing(this, (x, y) -> turned.point(x, y), this::off);
        this.output = Writer.nullWriter();
        setSuppressDuplicateOverlappingText(false);
    }

    /**
     * The result of one pass: whether anything but text is visible ({@code drawn}), whether an image fills the page
     * ({@code pictured}), and whether it does and most of the text is invisible ({@code picture}).
     */
    record Pass(Page page, boolean drawn, boolean pictured, boolean picture, int unmapped, boolean damaged) {}

    /** Reads a page. */
    Pass read(PDPage newPage, int number) throws IOException {
        page = newPage;
        written = new Written();
        unmapped.clear();
        mapped.clear();
        inks.clear();
        doubts.clear();
        off.clear();
        turned = new Turned(page.getCropBox(), page.getRotation());
        cutOff = new CutOff(turned, doubts);
        unseen = 0;
        glyphs = 0;
        damaged = false;
        canvas = new Canvas(turned.size(), limits.rulings());
        drawing.begin(canvas);
        processPage(page);
        written.endBlock();
        List<Glyph> drawn = drawnGlyphs();
        Page ruled = Ruled.page(number, canvas, written, drawn, limits.squares(), doubts);
        doubts.addAll(canvas.doubts(ruled.cells()));
        doubts.addAll(StruckText.of(drawn, canvas.rulings().level()));
        boolean picture = canvas.pictured() && unseen > drawn.size();
        return new Pass(ruled.with(doubts), canvas.drawn(), canvas.pictured(), picture, unmapped.size(), damaged);
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
        // In vertical writing PDFBox returns the downward advance as the width; the glyph is as wide as the font size.
        double width = position.getFont().isVertical() ? position.getYScale() : position.getWidth();
        // On a rotated page the text is rotated too, and its scale is negative.
        return box(position.getX(), position.getY(), Math.abs(width), Math.abs(position.getYScale()));
    }

    /**
     * PDFBox's own glyph height is half of the font's box. Ideographs fill the font size and extend slightly below the
     * baseline.
     */
    private static Box box(double x, double baseline, double width, double size) {
        return new Box(x, baseline - Glyph.ASCENT * size, width, size);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % OPERATORS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        if (operator.getName().equals("Do") && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
            COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            COSDictionary object = objects == null ? null : objects.getCOSDictionary(name);
            if (object != null && layers.off(object.getDictionaryObject(COSName.OC))) {
                return;
            }
            if (getResources().isImageXObject(name)) {
                drawing.image(object != null && TRANSPARENT.stream().noneMatch(object::containsKey));
            }
        }
        if (operator.getName().equals("BI")) {
            COSDictionary image = operator.getImageParameters();
            drawing.image(image == null || !image.getBoolean(COSName.IM, COSName.IMAGE_MASK, false));
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        off.push(off() || (COSName.OC.equals(tag) && layers.off(properties)));
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        off.poll();
        super.endMarkedContentSequence();
    }

    private boolean off() {
        return !off.isEmpty() && off.peek();
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
            throws IOException {
        if (exception instanceof LimitReached) {
            throw exception;
        }
        // PDFBox skips what it cannot draw; the page must be reported as damaged.
        damaged = true;
        super.operatorException(operator, operands, exception);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (++glyphs > limits.glyphs()) {
            throw new LimitReached("a page has more than " + limits.glyphs()
                    + " glyphs (raise the limit with --max-glyphs); this page and the following ones were not read");
        }
        if (invisible() || cutOff.cuts(matrix, font, displacement, drawing.clip())) {
            unseen++;
            return;
        }
        before = glyphs;
        super.showGlyph(matrix, font, code, displacement);
        if (before == glyphs) {
            Point2D.Double at = turned.point(matrix.getTranslateX(), matrix.getTranslateY());
            double size = Math.abs(matrix.getScalingFactorY());
            unmapped.add(new Glyph(UNKNOWN, box(at.x, at.y, size / 2, size)));
        }
    }

    private boolean invisible() {
        PDGraphicsState state = getGraphicsState();
        RenderingMode mode = state.getTextState().getRenderingMode();
        return off()
                || (!mode.isFill() && !mode.isStroke())
                || (mode == RenderingMode.FILL && state.getNonStrokeAlphaConstant() == 0);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        // Tells showGlyph that the font maps the glyph to text.
        before = 0;
        PDGraphicsState state = getGraphicsState();
        boolean filled = state.getTextState().getRenderingMode() == RenderingMode.FILL;
        int colour = filled ? Colours.rgb(state.getNonStrokingColor()) : Paints.UNKNOWN;
        inks.put(position, new Sight.Inked(glyph(position), canvas.next(), colour));
        super.processTextPosition(position);
    }

    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            show(annotation);
        }
        Sight sight = Sight.of(inked(), canvas.paints());
        if (!sight.plain()) {
            doubts.addAll(sight.doubts());
            for (List<TextPosition> article : charactersByArticle) {
                int all = article.size();
                article.removeIf(
                        p -> inks.containsKey(p) && sight.hides(inks.get(p).glyph()));
                unseen += all - article.size();
            }
        }
        Map<Glyph, String> raised = RaisedDigits.of(drawnGlyphs());
        if (!raised.isEmpty()) {
            mapped.replaceAll(
                    (position, glyph) -> raised.containsKey(glyph) ? new Glyph(raised.get(glyph), glyph.box()) : glyph);
        }
        super.writePage();
    }

    private List<Sight.Inked> inked() {
        return charactersByArticle.stream()
                .flatMap(List::stream)
                .map(inks::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Sight.Inked::order))
                .toList();
    }

    /** Reads the appearance of an annotation or form field. One with content but no appearance leaves a doubt. */
    private void show(PDAnnotation annotation) throws IOException {
        switch (Looks.of(annotation, layers)) {
            case DRAWN -> showAnnotation(annotation);
            case UNDRAWN -> {
                PDRectangle area = annotation.getRectangle();
                Box box = Outline.box(List.of(
                        turned.point(area.getLowerLeftX(), area.getLowerLeftY()),
                        turned.point(area.getUpperRightX(), area.getUpperRightY())));
                String message =
                        "a form field or a note is filled in here, but the file does not define how it is shown";
                doubts.add(new PageDoubt(box, message, null, false));
            }
            case NONE -> {}
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        String drawn = positions.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        if (drawn.equals(word)) {
            positions.forEach(p -> written.add(glyph(p)));
        } else {
            // PDFBox replaced characters, so it is unknown which glyph each belongs to.
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
