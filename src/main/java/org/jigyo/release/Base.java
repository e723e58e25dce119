package org.jigyo.release;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The base IRI of a release, derived from the names of its graphs: everything before {@code graph/}.
 *
 * @param iri ends with a slash
 */
record Base(String iri) {

    private static final Pattern REFERENCE = Pattern.compile("(reference|national)/[^/]+");
    private static final Pattern EDITION = Pattern.compile("graph/(\\d{6})/(\\d{4}(?:-\\d+)?)");

    /** The base of these graphs; empty if their names do not follow the pattern. */
    static Optional<Base> of(List<GraphFile> graphs) {
        return graphs.stream()
                .map(GraphFile::graph)
                .filter(graph -> graph.contains("/graph/"))
                .map(graph -> new Base(graph.substring(0, graph.indexOf("/graph/") + 1)))
                .findFirst();
    }

    String graph(String name) {
        return iri + "graph/" + name;
    }

    String dataset() {
        return iri + "id/dataset";
    }

    /** The city's code if the graph holds the statements of one edition. */
    Optional<String> city(String graph) {
        Matcher matcher = edition(graph);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The IRI of the edition for a graph; only for graphs that have a city. */
    String editionOf(String graph) {
        Matcher matcher = edition(graph);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the graph of an edition: " + graph);
        }
        return iri + "id/edition/" + matcher.group(1) + "/" + matcher.group(2);
    }

    /** The IRI of the dataset if the graph comes from another source than sheets. */
    Optional<String> reference(String graph) {
        String name = graph.startsWith(graph("")) ? graph.substring(graph("").length()) : "";
        return REFERENCE.matcher(name).matches() ? Optional.of(iri + "id/" + name) : Optional.empty();
    }

    private Matcher edition(String graph) {
        return EDITION.matcher(graph.startsWith(iri) ? graph.substring(iri.length()) : "");
    }
}
