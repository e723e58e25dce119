package org.jigyo.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** The graphs of a database that are derived from its data: statistics and catalogue. */
final class Derived {

    private final DatasetGraph dataset;
    private final Set<Node> graphs = new HashSet<>();
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> properties = new HashSet<>();

    /**
     * @param graphs their IRIs
     */
    Derived(DatasetGraph dataset, List<String> graphs) {
        this.dataset = dataset;
        for (String graph : graphs) {
            Node name = NodeFactory.createURI(graph);
            this.graphs.add(name);
            dataset.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                subjects.add(quad.getSubject());
                properties.add(quad.getPredicate());
            });
        }
    }

    /** The properties of their statements. */
    Set<Node> properties() {
        return properties;
    }

    /** True if a statement of the default graph is in these graphs and in no graph of data. */
    boolean alone(Triple triple) {
        return properties.contains(triple.getPredicate())
                && subjects.contains(triple.getSubject())
                && graphs.stream().anyMatch(graph -> dataset.contains(Quad.create(graph, triple)))
                && Iter.allMatch(
                        dataset.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        quad -> graphs.contains(quad.getGraph())
                                || GraphFile.isApart(quad.getGraph().getURI()));
    }
}
