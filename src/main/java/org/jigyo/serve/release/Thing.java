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
 * @param facts statements about it, and about the blank nodes these lead to
 * @param incoming statements that point to it, the first few
 * @param more whether more point to it
 * @param printed statements of the Extracts that it, or what points to it, was read from
 * @param corrections statements of the corrections that it leads to
 */
public record Thing(
        Node node,
        List<Triple> facts,
        List<Triple> incoming,
        boolean more,
        List<Triple> printed,
        List<Triple> corrections) {

    /** Statements that point to a thing and are told in its document. */
    public static final int INCOMING = 500;

    private static final String CORRECTION = "https://w3id.org/jigyo/ns#correction";
    private static final String DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom";

    public boolean exists() {
        return !facts.isEmpty() || !incoming.isEmpty();
    }

    /** Everything, each statement once. */
    public List<Triple> all() {
        Set<Triple> all = new java.util.LinkedHashSet<>(facts);
        all.addAll(incoming);
        all.addAll(printed);
        all.addAll(corrections);
        return List.copyOf(all);
    }

    /** Whether a release says anything about a thing, without reading what; inside a transaction. */
    public static boolean known(Node node, DatasetGraph dataset) {
        Graph data = dataset.getDefaultGraph();
        return data.contains(node, Node.ANY, Node.ANY)
                || data.contains(Node.ANY, Node.ANY, node)
                || !extracted(node, dataset).isEmpty();
    }

    /** Reads a thing; inside a transaction. */
    public static Thing read(Node node, DatasetGraph dataset) {
        Graph data = dataset.getDefaultGraph();
        List<Triple> facts = new ArrayList<>();
        about(node, data, facts, new HashSet<>());
        List<Triple> printed = new ArrayList<>();
        evidence(node, dataset, printed);
        if (facts.isEmpty()) {
            // an Extract itself stands in no other graph
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

    /** What stands about it in the graphs of Extracts, and the Extracts it leads to. */
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
            if (!quad.isDefaultGraph() && (GraphFile.isEvidence(quad.getGraph().getURI()) || derived)) {
                found.add(quad.asTriple());
            }
        }
        return found;
    }
}
