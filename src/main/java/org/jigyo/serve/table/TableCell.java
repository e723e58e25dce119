package org.jigyo.serve.table;

/**
 * A cell of a table as a page shows it.
 *
 * @param text text to show
 * @param exact the exact number, if {@code text} is a number; else null
 * @param href address of the link; null for none
 * @param printed address of the place where the figure is printed; null for none
 * @param language language of the text; null if it is the page's or none
 */
public record TableCell(String text, String exact, String href, String printed, String language) {

    /** An empty cell. */
    static final TableCell EMPTY = new TableCell("", null, null, null, null);

    /** A text that may lead somewhere. */
    public static TableCell text(String text, String href, String language) {
        return new TableCell(text, null, href, null, language);
    }

    /** Whether it is a number, which stands at the right. */
    public boolean number() {
        return exact != null;
    }
}
