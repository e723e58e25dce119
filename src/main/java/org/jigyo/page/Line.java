package org.jigyo.page;

/**
 * A run of text on one printed line; on a ruled page, within one cell.
 *
 * @param number 1-based line of the text file; 0 if it comes from a PDF
 * @param box where it is drawn; null if it comes from a text file
 * @param text as drawn, spaces kept
 */
public record Line(int number, Box box, String text) {}
