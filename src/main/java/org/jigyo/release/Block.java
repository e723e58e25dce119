package org.jigyo.release;

/**
 * A part of a graph's Turtle file that, behind the file's prefixes, is a document of its own: the unit in which graphs are
 * written, taken over and compared.
 *
 * @param digest of its statements, hexadecimal: blocks of one graph with the same digest state the same
 * @param statements distinct statements
 * @param sum order-free sum over these ({@link Fingerprint}), by which damage shows
 * @param bytes length in the Turtle file
 * @param dumped length in the graph's part of the dump, a gzip member of its own
 */
record Block(String digest, long statements, long sum, int bytes, int dumped) {

    Fingerprint fingerprint() {
        return new Fingerprint(statements, sum);
    }
}
