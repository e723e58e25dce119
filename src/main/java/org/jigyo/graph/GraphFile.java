package org.jigyo.graph;

import java.nio.file.Path;
import java.util.List;

/**
 * A Turtle file and the named graph it belongs to.
 *
 * @param graph IRI of the named graph
 * @param path the file
 * @param runs what it is made of, for who writes the next one
 */
public record GraphFile(String graph, Path path, List<EarlierTurtle.Run> runs) {}
