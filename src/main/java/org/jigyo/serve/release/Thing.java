package org.jigyo.serve.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jigyo.release.GraphFile;

/**
 * One thing as a release describes it.
 *
 * @param node the thing
 * @param facts statements about it, and about the blank nodes they lead to
 * @param incoming statements that link to it, up to a limit
 * @param more whether more statements link to it
 * @param printed statements of the Extracts that it, or what links to it, was read from
 * @param corrections statements of the corrections that it links to
 */
public record Thing(
        Node node,
        List<Triple> facts,
        List<Triple> incoming,
        boolean more,
        List<Triple> printed,
        List<Triple> corrections) {

    /** Maximum number of incoming statements in a thing's document. */
    public static final int INCOMING = 500;

    private static final String CORRECTION = "https://w3id.org/jigyo/ns#correction";
    private static final String DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom";

    /** True if the release states anything about it. */
    public boolean exists() {
        return !facts.isEmpty() || !incoming.isEmpty();
    }

    /** All statements, each once. */
    public List<Triple> all() {
        Set<Triple> all = new java.util.LinkedHashSet<>(facts);
        all.addAll(incoming);
        all.addAll(printed);
        all.addAll(corrections);
        return List.copyOf(all);
    }

    /** True if a release states anything about a thing. Must be called within a transaction. */
    public static boolean known(Node node, DatasetGraph dataset) {
        Graph data = dataset.getDefaultGraph();
        return data.contains(node, Node.ANY, Node.ANY)
                || data.contains(Node.ANY, Node.ANY, node)
                || !extracted(node, dataset).isEmpty();
    }

    /** Reads a thing. Must be called within a transaction. */
    public static Thing read(Node node, DatasetGraph dataset) {
        Graph data = dataset.getDefaultGraph();
        List<Triple> facts = new ArrayList<>();
        about(node, data, facts, new HashSet<>());
        List<Triple> printed = new ArrayList<>();
        evidence(node, dataset, printed);
        if (facts.isEmpty()) {
            // An Extract itself is in no other graph.
            facts.addAll(printed);
            printed.clear();
        }
        List<Triple> incoming = new ArrayList<>();
        ExtendedIterator<Triple> pointing = data.find(Node.ANY, Node.ANY, node);
        boolean more;
        try {
            while (pointing.hasNext() && incoming.size() < INCOMING) {
                incoming.add(pointing.next());
            }
            more = pointing.hasNext();
        } finally {
            pointing.close();
        }
        return new Thing(node, facts, incoming, more, printed, corrections(facts, data));
    }

    private static List<Triple> corrections(List<Triple> facts, Graph data) {
        List<Triple> corrections = new ArrayList<>();
        for (Triple fact : facts) {
            if (fact.getPredicate().getURI().equals(CORRECTION)) {
                corrections.addAll(
                        data.find(fact.getObject(), Node.ANY, Node.ANY).toList());
            }
        }
        return corrections;
    }

    private static void about(Node node, Graph data, List<Triple> into, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        for (Triple fact : data.find(node, Node.ANY, Node.ANY).toList()) {
            into.add(fact);
            if (fact.getObject().isBlank()) {
                about(fact.getObject(), data, into, seen);
            }
        }
    }

    /** Adds the statements about it in the evidence graphs, and the Extracts it links to. */
    private static void evidence(Node node, DatasetGraph dataset, List<Triple> into) {
        for (Triple fact : extracted(node, dataset)) {
            into.add(fact);
            if (fact.getPredicate().getURI().equals(DERIVED) && fact.getObject().isURI()) {
                into.addAll(extracted(fact.getObject(), dataset));
            }
        }
    }

    private static List<Triple> extracted(Node node, DatasetGraph dataset) {
        List<Triple> found = new ArrayList<>();
        Iterator<Quad> quads = dataset.find(Node.ANY, node, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            boolean derived =
                    quad.getPredicate().isURI() && quad.getPredicate().getURI().equals(DERIVED);
            if (!quad.isDefaultGraph() && (GraphFile.isApart(quad.getGraph().getURI()) || derived)) {
                found.add(quad.asTriple());
            }
        }
        return found;
    }
}
