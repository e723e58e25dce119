package org.jigyo.page;

/**
 * A drawn character, or several characters that one glyph represents.
 *
 * @param text the text the font maps it to; U+FFFD if there is none
 * @param box on the page as shown: as high as the font size, with the baseline at its usual place; null for a gap in a
 * line of text
 */
record Glyph(String text, Box box) {

    /** The fraction of a glyph's box above the baseline. */
    static final double ASCENT = 0.88;

    double middleX() {
        return box.x() + box.width() / 2;
    }

    double middleY() {
        return box.y() + box.height() / 2;
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
