package org.jigyo.extract.sequence;

import org.jigyo.sheet.Printed;

/**
 * A text that has not been put together yet: most candidates are given up again.
 *
 * @param drawn where it stands
 * @param from position
 * @param to position behind it
 */
record LazyText(DrawnText drawn, int from, int to) {

    /** The text, wrapped lines joined. */
    @Override
    public String toString() {
        return Printed.text(drawn.pieces(from, to));
    }
}
