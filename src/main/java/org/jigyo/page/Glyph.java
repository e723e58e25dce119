package org.jigyo.page;

/**
 * A drawn character, or several that one glyph stands for.
 *
 * @param text as the font maps it; U+FFFD where it maps nothing
 * @param box on the page as shown: one font size high, the baseline at its usual place in it; null for a gap in a written line
 */
record Glyph(String text, Box box) {

    /** The part of a glyph's box above the baseline. */
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
