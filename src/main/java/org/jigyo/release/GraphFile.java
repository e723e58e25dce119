package org.jigyo.release;

import java.nio.file.Path;

/**
 * One named graph of a release and the Turtle file that says what is in it.
 *
 * @param graph the graph's IRI, absolute; one that ends with {@code /evidence} holds Extracts and stays out of the default graph
 * @param file a UTF-8 Turtle file
 */
public record GraphFile(String graph, Path file) {

    private static final String EVIDENCE = "/evidence";

    /** Whether the graph holds Extracts, which one sees only when one asks for the graph by name. */
    public boolean evidence() {
        return isEvidence(graph);
    }

    /** Whether the graph of this IRI holds Extracts. */
    public static boolean isEvidence(String graph) {
        return graph.endsWith(EVIDENCE);
    }
}
