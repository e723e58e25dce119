package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import org.jigyo.Finding;
import org.jigyo.sheet.Sheet;

/**
 * What writing a run of sheets as RDF makes.
 *
 * @param files one Turtle file a graph, in a fixed order
 * @param registries the registries with the keys that were given; the caller writes them once the release stands
 * @param sheets IRI of a jg:Sheet to its record, for findings about the graph
 * @param findings what a person should know
 */
public record Publication(
        List<GraphFile> files, Registries registries, Map<String, Sheet> sheets, List<Finding> findings) {}
