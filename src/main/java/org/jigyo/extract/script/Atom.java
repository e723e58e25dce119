package org.jigyo.extract.script;

import org.jigyo.page.Line;

/**
 * The smallest run of text that an alignment can assign: a line, or the part of a line between two possible cuts.
 *
 * @param page 1-based
 * @param block running number of the block in the file
 * @param row running number of the line in the file
 * @param line the line as drawn
 * @param from index of the first character
 * @param to index after the last character
 * @param startsBlock true for the first atom of a block
 * @param seam true where two narratives may have been joined: after a sentence, or after a typical ending of such texts
 */
record Atom(int page, int block, int row, Line line, int from, int to, boolean startsBlock, boolean seam) {

    boolean startsLine() {
        return from == 0;
    }

    String text() {
        return line.text().substring(from, to);
    }
}
