package org.jigyo.release;

import java.nio.file.Path;

/**
 * One named graph of a release and its Turtle file. A file written by {@link GraphWriter} is accompanied by its part of
 * the dump ({@code .nq.gz}) and the list of its blocks ({@code .blocks.tsv}).
 *
 * @param graph the graph's IRI, absolute; a graph whose IRI ends with {@code /evidence} holds Extracts and is not part
 * of the default graph
 * @param file a UTF-8 Turtle file whose name ends with {@code .ttl}
 */
public record GraphFile(String graph, Path file) {

    private static final String EVIDENCE = "/evidence";

    /** True if the graph holds Extracts, which only queries that name the graph can see. */
    public boolean evidence() {
        return isEvidence(graph);
    }

    /** True if the graph with this IRI holds Extracts. */
    public static boolean isEvidence(String graph) {
        return graph.endsWith(EVIDENCE);
    }

    /** A file name that is unique within a release and readable for people. */
    public static String nameOf(String graph) {
        String path = graph.replaceFirst("^.*/graph/", "").replaceFirst("^[a-z]+://", "");
        return path.replaceAll("[^A-Za-z0-9.-]+", "-") + ".ttl";
    }

    /** The graph's part of the dump. */
    Path dump() {
        return sibling(".nq.gz");
    }

    /** The list of its blocks. */
    Path blocks() {
        return sibling(".blocks.tsv");
    }

    private Path sibling(String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ".ttl".length()) + ending);
    }
}
