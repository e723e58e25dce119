package org.jigyo.serve;

import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;

/**
 * A small release in Jena's memory graphs, where a lookup costs a fraction of one in the database's files. While one release
 * replaces another both are there, so that one may take only a part of the heap.
 */
final class InMemory {

    /** Heap for a statement, rounded up. */
    private static final long BYTES = 150;

    private InMemory() {}

    /** What is open, copied if it takes at most so much of the heap, else the database itself. */
    static DatasetGraph of(OpenRelease open, double percent) {
        DatasetGraph stored = open.dataset();
        if (statements(open.release()) * BYTES > Runtime.getRuntime().maxMemory() * percent / 100) {
            return stored;
        }
        DatasetGraph memory = DatasetGraphFactory.createWithGraphMaker(name -> new GraphMem2Fast());
        Txn.executeRead(
                stored,
                () -> Txn.executeWrite(memory, () -> {
                    stored.getDefaultGraph().find().forEach(memory.getDefaultGraph()::add);
                    stored.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(memory::add);
                    memory.prefixes().putAll(stored.prefixes());
                }));
        return memory;
    }

    /** Of all graphs, those that are in the default graph too counted twice: they are there twice. */
    private static long statements(Release release) {
        return release.statements()
                + release.graphs().stream().mapToLong(Release.Part::statements).sum();
    }
}
