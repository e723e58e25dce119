package org.jigyo.extract.sequence;

import org.jigyo.sheet.Printed;

/**
 * A text that is assembled on demand, because most candidates are discarded.
 *
 * @param drawn the text it is part of
 * @param from position
 * @param to position after it
 */
record LazyText(DrawnText drawn, int from, int to) {

    /** The text, wrapped lines joined. */
    @Override
    public String toString() {
        return Printed.text(drawn.pieces(from, to));
    }
}
