package org.jigyo.extract.sequence;

import org.jigyo.sheet.Printed;

/**
 * A text that has not been put together yet: most readings are given up again.
 *
 * @param stream where it stands
 * @param from position
 * @param to position behind it
 */
record Words(Stream stream, int from, int to) {

    /** The text, wrapped lines joined. */
    @Override
    public String toString() {
        return Printed.text(stream.pieces(from, to));
    }
}
