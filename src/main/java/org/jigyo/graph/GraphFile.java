package org.jigyo.graph;

import java.nio.file.Path;

/**
 * A Turtle file and the named graph it belongs to.
 *
 * @param graph IRI of the named graph
 * @param path the file
 */
public record GraphFile(String graph, Path path) {}
