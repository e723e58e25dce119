package org.jigyo.release;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/** Applies differences to a database. The default graph keeps a statement as long as one of its graphs contains it. */
final class Update {

    private final DatasetGraph dataset;
    private final Set<Node> touched = new HashSet<>();
    private long growth;

    Update(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    void apply(Difference difference) {
        Txn.executeWrite(dataset, () -> {
            difference.came().forEach((graph, triples) -> triples.forEach(triple -> put(graph, triple)));
            difference.gone().forEach((graph, triples) -> triples.forEach(triple -> remove(graph, triple)));
        });
    }

    private void put(String graph, Triple triple) {
        dataset.add(Quad.create(NodeFactory.createURI(graph), triple));
        if (!GraphFile.isApart(graph) && !dataset.getDefaultGraph().contains(triple)) {
            dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
            changed(triple, 1);
        }
    }

    private void remove(String graph, Triple triple) {
        dataset.delete(Quad.create(NodeFactory.createURI(graph), triple));
        if (!GraphFile.isApart(graph) && !stated(triple)) {
            dataset.delete(Quad.create(Quad.defaultGraphIRI, triple));
            changed(triple, -1);
        }
    }

    /** True if a graph of the default graph contains the statement. */
    private boolean stated(Triple triple) {
        return Iter.anyMatch(
                dataset.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()),
                quad -> !GraphFile.isApart(quad.getGraph().getURI()));
    }

    private void changed(Triple triple, int by) {
        growth += by;
        if (TextIndex.searched(triple)) {
            touched.add(triple.getSubject());
        }
    }

    /** The number of statements by which the default graph grew. */
    long growth() {
        return growth;
    }

    /** Subjects whose indexed texts in the default graph changed. */
    Set<Node> touched() {
        return touched;
    }
}
