package org.jigyo.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * Turns what a database says into what it is to say, statement by statement, and knows afterwards what must be in it. What the
 * derived graphs say (statistics, catalogue) stays where it is while the data change, but neither the census nor the questions
 * from which those graphs are made see it.
 */
final class Update {

    private final DatasetGraphTDB dataset;
    private final Set<String> derived;

    /** What in the default graph only derived graphs say. */
    private final Set<Triple> hidden = new HashSet<>();

    private final Set<Node> touched = new HashSet<>();
    private final Set<Tuple<NodeId>> came = new HashSet<>();
    private final Map<String, Fingerprint> sums = new HashMap<>();
    private long more;

    /** @param derived IRIs of the derived graphs */
    Update(DatasetGraphTDB dataset, Collection<String> derived) {
        this.dataset = dataset;
        this.derived = Set.copyOf(derived);
        Txn.executeRead(
                dataset,
                () -> derived.forEach(graph -> dataset.find(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(quad -> {
                            if (!saidByData(sayers(quad.asTriple()))) {
                                hidden.add(quad.asTriple());
                            }
                        })));
    }

    /**
     * Takes up what the data say otherwise.
     *
     * @param census of the default graph without the derived graphs, which is kept up to date
     */
    void data(Difference difference, Census census) {
        Graph data = new Data();
        apply(difference, (triple, by) -> census.change(data, triple, by));
    }

    /** Takes up what the derived graphs say otherwise. */
    void derived(Difference difference) {
        apply(difference, (triple, by) -> {});
    }

    /** Told that the data say a statement that they did not say (1), before they do, or no longer do (-1), after that. */
    private interface Told {
        void of(Triple triple, int by);
    }

    private void apply(Difference difference, Told told) {
        Txn.executeWrite(dataset, () -> {
            difference.came().forEach((graph, triples) -> triples.forEach(triple -> put(graph, triple, told)));
            difference.gone().forEach((graph, triples) -> triples.forEach(triple -> remove(graph, triple, told)));
        });
    }

    private void put(String graph, Triple triple, Told told) {
        Set<String> before = sayers(triple);
        Quad quad = Quad.create(NodeFactory.createURI(graph), triple);
        dataset.add(quad);
        came.add(ids(quad));
        sum(graph, triple, 1);
        if (GraphFile.isEvidence(graph)) {
            return;
        }
        if (derived.contains(graph)) {
            if (!saidByData(before)) {
                hidden.add(triple);
            }
        } else if (!saidByData(before)) {
            told.of(triple, 1);
            hidden.remove(triple);
        }
        if (before.isEmpty()) {
            dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
            changed(triple, 1);
        }
    }

    private void remove(String graph, Triple triple, Told told) {
        Quad quad = Quad.create(NodeFactory.createURI(graph), triple);
        sum(graph, triple, -1);
        dataset.delete(quad);
        if (GraphFile.isEvidence(graph)) {
            return;
        }
        Set<String> after = sayers(triple);
        if (after.isEmpty()) {
            changed(triple, -1);
            dataset.delete(Quad.create(Quad.defaultGraphIRI, triple));
            hidden.remove(triple);
        } else if (!saidByData(after)) {
            hidden.add(triple);
        }
        if (!derived.contains(graph) && !saidByData(after)) {
            told.of(triple, -1);
        }
    }

    private void changed(Triple triple, int by) {
        more += by;
        sum(StoredSums.DEFAULT, triple, by);
        if (TextIndex.searched(triple)) {
            touched.add(triple.getSubject());
        }
    }

    private void sum(String graph, Triple triple, int by) {
        sums.computeIfAbsent(graph, k -> new Fingerprint())
                .add(id(triple.getSubject()), id(triple.getPredicate()), id(triple.getObject()), by);
    }

    private long id(Node node) {
        return StoredSums.number(nodeId(node));
    }

    /** The graphs of the default graph that say a statement. */
    private Set<String> sayers(Triple triple) {
        Set<String> sayers = new HashSet<>();
        dataset.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
                .forEachRemaining(quad -> sayers.add(quad.getGraph().getURI()));
        sayers.removeIf(GraphFile::isEvidence);
        return sayers;
    }

    private boolean saidByData(Set<String> sayers) {
        return !derived.containsAll(sayers);
    }

    /** What questions may see of the tables: statements, and statements of named graphs. */
    Predicate<Tuple<NodeId>> data() {
        return Txn.calculateRead(dataset, () -> {
            Set<Tuple<NodeId>> statements = new HashSet<>();
            hidden.forEach(triple -> statements.add(TupleFactory.create3(
                    nodeId(triple.getSubject()), nodeId(triple.getPredicate()), nodeId(triple.getObject()))));
            Set<NodeId> graphs = new HashSet<>();
            derived.forEach(graph -> graphs.add(nodeId(NodeFactory.createURI(graph))));
            return tuple -> tuple.len() == 3 ? !statements.contains(tuple) : !graphs.contains(tuple.get(0));
        });
    }

    private NodeId nodeId(Node node) {
        return terms().getNodeIdForNode(node);
    }

    private Tuple<NodeId> ids(Quad quad) {
        return TupleFactory.create4(
                nodeId(quad.getGraph()),
                nodeId(quad.getSubject()),
                nodeId(quad.getPredicate()),
                nodeId(quad.getObject()));
    }

    private NodeTable terms() {
        return dataset.getQuadTable().getNodeTupleTable().getNodeTable();
    }

    /** How many statements the default graph has more. */
    long more() {
        return more;
    }

    /** Of what the default graph has other texts. */
    Set<Node> touched() {
        return touched;
    }

    /** What came into the tables. */
    Set<Tuple<NodeId>> came() {
        return came;
    }

    /** By how much what {@link StoredSums} counts is to differ. */
    Map<String, Fingerprint> sums() {
        return sums;
    }

    /** The default graph without what only derived graphs say. */
    private final class Data extends GraphBase {
        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return dataset.getDefaultGraph().find(pattern).filterDrop(hidden::contains);
        }
    }
}
