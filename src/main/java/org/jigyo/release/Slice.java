package org.jigyo.release;

/**
 * A part of a graph that has not to be looked into again while its text is the same.
 *
 * @param graph IRI
 * @param piece its Turtle in the graph's file
 * @param found what its statements add up to
 * @param dumped how many bytes it has in the dump: a gzip member of its own; 0 when its graph is not in the dump
 */
record Slice(String graph, Piece piece, Fingerprint found, int dumped) {}
