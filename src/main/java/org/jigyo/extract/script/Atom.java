package org.jigyo.extract.script;

import org.jigyo.page.Line;

/**
 * The smallest run of text that an explanation can take: a line, or the part of a line between two places where it may be cut.
 *
 * @param page 1-based
 * @param block running number of the block in the file
 * @param row running number of the line in the file
 * @param line as drawn
 * @param from first character
 * @param to after the last character
 * @param startsBlock true for the first atom of a block
 * @param seam true where two narratives could have been joined: behind a sentence, or behind what such texts end with
 */
record Atom(int page, int block, int row, Line line, int from, int to, boolean startsBlock, boolean seam) {

    boolean startsLine() {
        return from == 0;
    }

    String text() {
        return line.text().substring(from, to);
    }
}
