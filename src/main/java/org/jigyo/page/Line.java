package org.jigyo.page;

/**
 * A run of text on one printed line; on a ruled page, within one cell.
 *
 * @param number 1-based line of the text file; 0 if it comes from a PDF
 * @param box where it is drawn; null if it comes from a text file
 * @param text as drawn, spaces kept
 * @param column 1-based character of the line of the text file at which the text begins; 0 if it comes from a PDF
 */
public record Line(int number, Box box, String text, int column) {

    /** A whole line of a text file, or a line of a PDF. */
    public Line(int number, Box box, String text) {
        this(number, box, text, number == 0 ? 0 : 1);
    }

    /** The same line with another text. */
    public Line with(String newText) {
        return new Line(number, box, newText, column);
    }
}
