package org.jigyo.page.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jigyo.page.Box;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;

/** Renders pages at 300 dpi in grey, within limits of time and size. */
final class TimedRenderer extends PDFRenderer {

    private static final float DPI = 300;
    /** The length of a pixel in points. */
    static final double POINTS = 72 / DPI;
    /** An A1 page has 70 million. */
    private static final double MOST_PIXELS = 75_000_000;

    private final Deadline deadline;

    TimedRenderer(PDDocument document, Duration time) {
        super(document);
        this.deadline = new Deadline(time);
    }

    /**
     * A page as shown.
     *
     * @param number 1-based
     * @param size in points
     * @throws LimitReached if it is larger than A1, or takes too long
     */
    BufferedImage page(int number, Box size) throws IOException {
        if (size.width() * size.height() / POINTS / POINTS > MOST_PIXELS) {
            throw new LimitReached("the page is larger than A1; text is recognised on smaller pages");
        }
        return renderImageWithDPI(number - 1, DPI, ImageType.GRAY);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                deadline.check();
                super.processOperator(operator, operands);
            }
        };
    }
}
