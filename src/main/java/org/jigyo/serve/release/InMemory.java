package org.jigyo.serve.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;

/**
 * A small release in Jena's memory graphs, where a lookup costs a fraction of one in the database's files. While one
 * release replaces another both are in memory, so each may use only a part of the heap.
 */
final class InMemory {

    /** Heap bytes for a statement, rounded up. */
    private static final long BYTES = 150;

    /** Each term once: this saves heap, and identical objects need not be compared by their characters. */
    private final Map<Node, Node> terms = new HashMap<>();

    private InMemory() {}

    /**
     * The open release, copied into memory if it needs at most this share of the heap (in percent); else empty.
     */
    static Optional<DatasetGraph> of(OpenRelease open, double percent) {
        DatasetGraph stored = open.dataset();
        return fits(open.release(), percent)
                ? Optional.of(Txn.calculateRead(stored, () -> new InMemory().copy(stored)))
                : Optional.empty();
    }

    /** True for a release that needs at most this share of the heap (in percent). */
    static boolean fits(Release release, double percent) {
        return statements(release) * BYTES <= Runtime.getRuntime().maxMemory() * percent / 100;
    }

    private DatasetGraph copy(DatasetGraph stored) {
        DatasetGraph memory = DatasetGraphFactory.createWithGraphMaker(name -> new GraphMem2Fast());
        Txn.executeWrite(memory, () -> {
            copy(stored.getDefaultGraph(), memory.getDefaultGraph());
            stored.listGraphNodes().forEachRemaining(name -> copy(stored.getGraph(name), memory.getGraph(name)));
            memory.prefixes().putAll(stored.prefixes());
        });
        return memory;
    }

    private void copy(Graph from, Graph to) {
        from.find()
                .forEach(statement -> to.add(
                        term(statement.getSubject()), term(statement.getPredicate()), term(statement.getObject())));
    }

    private Node term(Node term) {
        Node known = terms.putIfAbsent(term, term);
        return known == null ? term : known;
    }

    /**
     * The number of statements in memory. Statements of the default graph count twice, because they are stored twice.
     */
    private static long statements(Release release) {
        return release.statements()
                + release.graphs().stream().mapToLong(Release.Part::statements).sum();
    }
}
