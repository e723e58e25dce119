package org.jigyo.page;

/**
 * A run of text on one printed line; on a ruled page, within one cell.
 *
 * @param number 1-based line of the text file, 0 when it comes from a PDF
 * @param box where it is drawn, null when it comes from a text file
 * @param text as drawn, blanks kept
 */
public record Line(int number, Box box, String text) {}
