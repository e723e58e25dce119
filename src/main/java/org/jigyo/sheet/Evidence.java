package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The place a fact was read from.
 *
 * @param page 1-based
 * @param line 1-based line of a text source, or null
 * @param column 1-based character of that line at which the text begins, or null
 * @param box x, y, width, height in points, origin at the top left of the page as shown, or null
 * @param text as printed
 * @param locator how the layout found it
 * @param confidence 0 to 1
 * @param recognised true if the text was recognised in a picture (OCR), else null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(
        int page,
        Integer line,
        Integer column,
        List<Double> box,
        String text,
        String locator,
        Double confidence,
        Boolean recognised) {

    /** Evidence from printed text. */
    public Evidence(
            int page, Integer line, Integer column, List<Double> box, String text, String locator, Double confidence) {
        this(page, line, column, box, text, locator, confidence, null);
    }

    /** A copy that was recognised in a picture, with the confidence of the recognition. */
    public Evidence recognised(Double newConfidence) {
        return new Evidence(page, line, column, box, text, locator, newConfidence, true);
    }

    /** A copy with these texts. */
    Evidence with(String newText, String newLocator) {
        return new Evidence(page, line, column, box, newText, newLocator, confidence, recognised);
    }
}
