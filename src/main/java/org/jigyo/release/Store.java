package org.jigyo.release;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.jigyo.EnvironmentException;
import org.jigyo.workaround.DirectStorage;

/**
 * The TDB2 database of one release: written once, by a bulk load or by updating a copy of the previous one, then only
 * read. The default graph is a copy of all graphs except the Extracts, so that a query without GRAPH needs no union
 * (measured in fuseki-config/README.md).
 *
 * <p>Opened without TDB2's lock on the folder: a finished release never changes, so any number of processes may read
 * it.
 */
final class Store implements AutoCloseable {

    /** The key of the default graph. */
    static final String DEFAULT = "";

    /** Size of the cache of term hashes. */
    private static final int TERMS = 1 << 16;

    private final DatasetGraphTDB dataset;
    private final Cache<NodeId, Long> hashes = CacheFactory.createSimpleCache(TERMS);

    /** The folder whose files are being written; null if the database is only read. */
    private final Path written;

    private Store(DatasetGraphTDB dataset, Path written) {
        this.dataset = dataset;
        this.written = written;
    }

    /** Opens a finished database for queries: its files are mapped into memory. */
    static Store in(Path tdb) throws IOException {
        return new Store(
                TDB2StorageBuilder.build(
                        Location.create(storage(tdb).toAbsolutePath().toString())),
                null);
    }

    /** Opens a database that is being created or updated, with bounded memory. */
    static Store direct(Path tdb) throws IOException {
        return new Store(DirectStorage.open(storage(tdb)), storage(tdb));
    }

    /** As {@link #direct}, to read all of it once. */
    static Store sequential(Path tdb) throws IOException {
        return new Store(DirectStorage.sequential(storage(tdb)), storage(tdb));
    }

    /** Jena's own tools look for this subfolder. */
    private static Path storage(Path tdb) throws IOException {
        return Files.createDirectories(tdb.resolve("Data-0001"));
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** Creates a database of graphs whose files were read once before, so that no syntax error can occur here. */
    static void load(Path tdb, Iterable<GraphFile> graphs) throws IOException {
        BulkLoad.into(storage(tdb), graphs);
    }

    /** Counts the content of the default graph, before anything derived from it is added. */
    Census census(String base) {
        // read from its first index, which is sorted by subject
        return Txn.calculateRead(
                dataset, () -> Census.of(dataset.getDefaultGraph().find(), objects(), base));
    }

    /** Number of distinct objects, from the index sorted by object, so that none has to be remembered. */
    private long objects() {
        long objects = 0;
        NodeId counted = null;
        Iterator<Tuple<NodeId>> byObject = index("OSP").all();
        while (byObject.hasNext()) {
            NodeId object = byObject.next().get(2);
            if (!object.equals(counted)) {
                counted = object;
                objects++;
            }
        }
        return objects;
    }

    private TupleIndex index(String name) {
        return Stream.of(dataset.getTripleTable()
                        .getNodeTupleTable()
                        .getTupleTable()
                        .getIndexes())
                .filter(index -> index.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    /**
     * Verifies the result of an update.
     *
     * @param difference one of the differences that were applied
     * @throws EnvironmentException if the database does not match
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

    /** Number of statements of each graph; {@link #DEFAULT} is the default graph. */
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
     * Verifies the stored graph.
     *
     * @throws EnvironmentException if it differs from the input
     */
    void verify(GraphFile graph, Fingerprint given) {
        Fingerprint stored = fingerprint(graph.graph());
        if (stored.same(given)) {
            return;
        }
        // A file with duplicate statements has another count, so compare individually before refusing.
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

    /** The exception for a database with unexpected content. */
    static EnvironmentException wrong(String graph) {
        return new EnvironmentException("the stored content of " + (graph.isEmpty() ? "the default graph" : graph)
                + " differs from the input, so the new release was discarded; check the disk, then publish again");
    }

    private static boolean hasBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    /** The fingerprint of a stored graph. Each term is read and hashed once, however often it occurs in a statement. */
    private Fingerprint fingerprint(String graph) {
        Fingerprint found = new Fingerprint();
        Txn.executeRead(dataset, () -> {
            NodeTupleTable quads = dataset.getQuadTable().getNodeTupleTable();
            Iterator<Tuple<NodeId>> all =
                    quads.findAsNodeIds(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY);
            // null if the database does not know the graph
            while (all != null && all.hasNext()) {
                Tuple<NodeId> quad = all.next();
                found.add(hash(quad.get(1)), hash(quad.get(2)), hash(quad.get(3)));
            }
        });
        return found;
    }

    private long hash(NodeId id) {
        // an inline number has the same id as whatever term is at that position of the table
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
        if (written != null) {
            try {
                pad(written);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Extends the files to their mapped lengths, so that opening the database for reading does not change them. */
    private static void pad(Path storage) throws IOException {
        try (Stream<Path> files = Files.list(storage)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("." + Names.extBptTree) || name.endsWith("." + Names.extBptRecords)) {
                    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                        long segments = Math.max(1, -Math.floorDiv(-open.length(), SystemIndex.SegmentSize));
                        open.setLength(segments * SystemIndex.SegmentSize);
                    }
                }
            }
        }
    }
}
