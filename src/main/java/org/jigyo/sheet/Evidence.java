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
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(
        int page, Integer line, Integer column, List<Double> box, String text, String locator, Double confidence) {}
