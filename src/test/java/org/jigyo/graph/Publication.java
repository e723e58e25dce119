package org.jigyo.graph;

import java.util.List;
import org.jigyo.Finding;
import org.jigyo.release.GraphFile;

/** The graphs of some sheets as Turtle files. */
public record Publication(List<GraphFile> files, Registries registries, List<Finding> findings) {}
