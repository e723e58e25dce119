package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.jigyo.EnvironmentException;

/**
 * The TDB2 database of one release: written once, in one bulk load or as a copy of the one before that is updated, then
 * only read. The default graph is a copy of all graphs but the Extracts, so that a query without GRAPH needs no union (measured in fuseki-config/README.md).
 *
 * <p>Opened without TDB2's lock on the folder: a finished release never changes, so any number of processes may read it.
 */
final class Store implements AutoCloseable {

    /** Stands for the default graph. */
    static final String DEFAULT = "";

    /** Size of the cache of term hashes. */
    private static final int TERMS = 1 << 19;

    private final DatasetGraphTDB dataset;
    private final Cache<NodeId, Long> hashes = CacheFactory.createCache(TERMS);

    private Store(DatasetGraphTDB dataset) {
        this.dataset = dataset;
    }

    /** Opens the database in a folder, a new one when the folder is empty. */
    static Store in(Path tdb) throws IOException {
        // the subfolder is where Jena's own tools look for it
        Path storage = Files.createDirectories(tdb.resolve("Data-0001"));
        return new Store(TDB2StorageBuilder.build(
                Location.create(storage.toAbsolutePath().toString())));
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** Loads graphs into an empty database. The files have been read once before, so that none fails here. */
    void load(Iterable<GraphFile> graphs) {
        GuardedLoad.run(() -> loadAll(graphs));
    }

    private void loadAll(Iterable<GraphFile> graphs) {
        DataLoader loader = LoaderFactory.phasedLoader(dataset, (format, arguments) -> {});
        loader.startBulk();
        StreamRDF out = loader.stream();
        for (GraphFile graph : graphs) {
            Node name = NodeFactory.createURI(graph.graph());
            TurtleSource.read(
                    graph.file(),
                    graph.graph(),
                    triple -> {
                        out.quad(Quad.create(name, triple));
                        if (!graph.evidence()) {
                            out.triple(triple);
                        }
                    },
                    out::prefix);
        }
        loader.finishBulk();
    }

    /**
     * Counts what the default graph states.
     *
     * @param derived IRIs of graphs whose own statements do not count
     */
    Census census(String base, List<String> derived) {
        return Txn.calculateRead(dataset, () -> {
            Derived own = new Derived(dataset, derived);
            // read by its first index, which is by subject
            return Census.of(Iter.filter(dataset.getDefaultGraph().find(), triple -> !own.alone(triple)), base);
        });
    }

    /**
     * Compares what an update left with what was to be done.
     *
     * @param difference one of those that were applied
     * @throws EnvironmentException if it is not the same
     */
    void verify(Difference difference) {
        Txn.executeRead(dataset, () -> {
            verify(difference.came(), true);
            verify(difference.gone(), false);
        });
    }

    private void verify(Map<String, Set<Triple>> statements, boolean there) {
        statements.forEach((graph, triples) -> {
            if (!triples.stream().allMatch(triple -> contains(graph, triple) == there)) {
                throw wrong(graph);
            }
        });
    }

    /** How many statements each graph has; {@link #DEFAULT} stands for the default graph. */
    Map<String, Long> counts() {
        return Txn.calculateRead(dataset, () -> {
            Map<NodeId, Long> found = new HashMap<>();
            NodeTupleTable quads = dataset.getQuadTable().getNodeTupleTable();
            quads.findAll().forEachRemaining(quad -> found.merge(quad.get(0), 1L, Long::sum));
            Map<String, Long> counts = new HashMap<>();
            found.forEach(
                    (graph, count) -> counts.put(terms().getNodeForNodeId(graph).getURI(), count));
            counts.put(
                    DEFAULT,
                    Iter.count(dataset.getTripleTable().getNodeTupleTable().findAll()));
            return counts;
        });
    }

    /**
     * Compares what is stored with what was given.
     *
     * @throws EnvironmentException if it is not the same
     */
    void verify(GraphFile graph, Fingerprint given) {
        Fingerprint stored = fingerprint(graph.graph());
        if (stored.same(given)) {
            return;
        }
        // a file that says the same thing twice has another count: compare one by one before refusing
        Set<Triple> seen = new HashSet<>();
        boolean complete = Txn.calculateRead(dataset, () -> {
            boolean[] all = {true};
            TurtleSource.read(graph.file(), graph.graph(), triple -> {
                all[0] &= hasBlank(triple) || contains(graph.graph(), triple);
                seen.add(triple);
            });
            return all[0];
        });
        if (!complete || stored.statements() > seen.size()) {
            throw wrong(graph.graph());
        }
    }

    /** To be thrown when the database does not hold what it should. */
    static EnvironmentException wrong(String graph) {
        return new EnvironmentException("what was stored of " + (graph.isEmpty() ? "the default graph" : graph)
                + " is not what was given: the new release was dropped; check the disk, then publish again");
    }

    private static boolean hasBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    /** What is stored under a graph's IRI; each term is read and hashed once however often it stands in a statement. */
    private Fingerprint fingerprint(String graph) {
        Fingerprint found = new Fingerprint();
        Txn.executeRead(dataset, () -> {
            NodeTupleTable quads = dataset.getQuadTable().getNodeTupleTable();
            Iterator<Tuple<NodeId>> all =
                    quads.findAsNodeIds(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY);
            // none at all when the database has never heard of the graph
            while (all != null && all.hasNext()) {
                Tuple<NodeId> quad = all.next();
                found.add(hash(quad.get(1)), hash(quad.get(2)), hash(quad.get(3)));
            }
        });
        return found;
    }

    private long hash(NodeId id) {
        // a number that is kept in its id equals the id of whatever term lies at that place of the table
        return id.isInline()
                ? Fingerprint.hash(NodeId.extract(id))
                : hashes.get(id, key -> Fingerprint.hash(terms().getNodeForNodeId(key)));
    }

    private NodeTable terms() {
        return dataset.getQuadTable().getNodeTupleTable().getNodeTable();
    }

    private boolean contains(String graph, Triple triple) {
        return dataset.contains(
                NodeFactory.createURI(graph), triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    @Override
    public void close() {
        dataset.shutdown();
    }
}
