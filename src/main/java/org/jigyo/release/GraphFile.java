package org.jigyo.release;

import java.nio.file.Path;

/**
 * One named graph of a release and its Turtle file. A file written by {@link GraphWriter} is accompanied by its part of
 * the dump ({@code .nq.gz}) and the list of its blocks ({@code .blocks.tsv}).
 *
 * @param graph the graph's IRI, absolute. A graph whose IRI ends with {@code /evidence} (Extracts) or is below
 * {@code /graph/reference/} (tables about all local governments) is not part of the default graph
 * @param file a UTF-8 Turtle file whose name ends with {@code .ttl}
 */
public record GraphFile(String graph, Path file) {

    private static final String TURTLE = ".ttl";
    private static final String DUMPED = ".nq.gz";
    private static final String EVIDENCE = "/evidence";
    private static final String REFERENCE = "/graph/reference/";

    /** True if only queries that name the graph can see it. */
    public boolean apart() {
        return isApart(graph);
    }

    /** True if only queries that name the graph with this IRI can see it: Extracts, and tables about all local governments. */
    public static boolean isApart(String graph) {
        return graph.endsWith(EVIDENCE) || graph.contains(REFERENCE);
    }

    /** A file name that is unique within a release and readable for people. */
    public static String nameOf(String graph) {
        String path = graph.replaceFirst("^.*/graph/", "").replaceFirst("^[a-z]+://", "");
        return path.replaceAll("[^A-Za-z0-9.-]+", "-") + TURTLE;
    }

    /** True for a file whose content is determined by a list of blocks beside it: a graph's Turtle, and its part of the dump. */
    public static boolean isListed(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(TURTLE) || name.endsWith(DUMPED);
    }

    /** The graph's part of the dump. */
    Path dump() {
        return sibling(DUMPED);
    }

    /** The list of its blocks. */
    Path blocks() {
        return sibling(".blocks.tsv");
    }

    private Path sibling(String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - TURTLE.length()) + ending);
    }
}
