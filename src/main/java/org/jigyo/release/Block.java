package org.jigyo.release;

/**
 * A part of a graph's Turtle file that, together with the file's prefixes, is a complete document: the unit in which
 * graphs are written, copied and compared.
 *
 * @param digest digest of its statements, hexadecimal; blocks of one graph with the same digest contain the same
 * statements
 * @param statements number of distinct statements
 * @param sum order-independent checksum of these ({@link Fingerprint}), to detect damage
 * @param bytes length in the Turtle file
 * @param dumped length in the graph's part of the dump, as a separate gzip member
 */
record Block(String digest, long statements, long sum, int bytes, int dumped) {

    Fingerprint fingerprint() {
        return new Fingerprint(statements, sum);
    }
}
