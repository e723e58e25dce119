package org.jigyo.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * Applies differences to a database. The default graph keeps a statement as long as one of its graphs contains it. Counts
 * what the graphs of data gain and lose by it.
 */
final class Update {

    private final DatasetGraph dataset;
    private final List<String> derived;
    private final Set<Node> touched = new HashSet<>();
    private final Set<Triple> came = new HashSet<>();
    private final Set<Triple> gone = new HashSet<>();
    private long growth;

    /**
     * @param derived IRIs of the graphs that are no data: statistics and catalogue
     */
    Update(DatasetGraph dataset, List<String> derived) {
        this.dataset = dataset;
        this.derived = derived;
    }

    void apply(Difference difference) {
        Txn.executeWrite(dataset, () -> {
            difference.came().forEach((graph, triples) -> triples.forEach(triple -> put(graph, triple)));
            difference.gone().forEach((graph, triples) -> triples.forEach(triple -> remove(graph, triple)));
        });
    }

    private void put(String graph, Triple triple) {
        if (data(graph) && !matched(triple, stated -> true)) {
            came.add(triple);
        }
        dataset.add(Quad.create(NodeFactory.createURI(graph), triple));
        if (!GraphFile.isApart(graph) && !dataset.getDefaultGraph().contains(triple)) {
            dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
            changed(triple, 1);
        }
    }

    private void remove(String graph, Triple triple) {
        dataset.delete(Quad.create(NodeFactory.createURI(graph), triple));
        if (data(graph) && !matched(triple, stated -> true)) {
            gone.add(triple);
        }
        if (!GraphFile.isApart(graph) && !stated(triple)) {
            dataset.delete(Quad.create(Quad.defaultGraphIRI, triple));
            changed(triple, -1);
        }
    }

    private boolean data(String graph) {
        return !GraphFile.isApart(graph) && !derived.contains(graph);
    }

    /** True if a graph of data contains a statement that matches the pattern and the condition. */
    private boolean matched(Triple pattern, Predicate<Triple> condition) {
        return Iter.anyMatch(
                dataset.findNG(Node.ANY, pattern.getSubject(), pattern.getPredicate(), pattern.getObject()),
                quad -> condition.test(quad.asTriple()) && data(quad.getGraph().getURI()));
    }

    /** Changes the counts of the data before the update to those after it. */
    void count(Census census) {
        Txn.executeRead(
                dataset,
                () -> census.change(came, gone, pattern -> matched(pattern, triple -> !came.contains(triple))));
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
