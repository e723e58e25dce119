package org.jigyo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.jigyo.workaround.DirectStorage;

/**
 * Fills a new database: stores all terms, then sorts the statements once for each index and writes it sequentially.
 * Memory use does not grow with the number of statements.
 */
final class BulkLoad {

    /** Sizes of the caches of term ids. */
    private static final int TERMS = 1 << 16;

    private static final int PREDICATES = 1 << 12;

    private final Cache<Node, Long> ids = CacheFactory.createSimpleCache(TERMS);

    /** A cache of their own, because a slot that a predicate shares with another term would change with each statement. */
    private final Cache<Node, Long> predicates = CacheFactory.createSimpleCache(PREDICATES);

    private final byte[] id = new byte[Long.BYTES];
    private final NodeTable terms;
    private final TupleFile triples;
    private final TupleFile quads;

    private BulkLoad(NodeTable terms, TupleFile triples, TupleFile quads) {
        this.terms = terms;
        this.triples = triples;
        this.quads = quads;
    }

    /**
     * Loads graphs.
     *
     * @param storage an empty folder
     * @param graphs graphs whose files were read once before, so that no syntax error can occur here
     */
    static void into(Path storage, Iterable<GraphFile> graphs) throws IOException {
        StoreParams params = StoreParams.getDftStoreParams();
        Path sorting = storage.resolve("sorting");
        Files.createDirectories(sorting);
        try (TupleFile triples = new TupleFile(sorting, 3);
                TupleFile quads = new TupleFile(sorting, 4)) {
            DatasetGraphTDB dataset = DirectStorage.sequential(storage);
            try {
                NodeTable terms = dataset.getQuadTable().getNodeTupleTable().getNodeTable();
                BulkLoad load = new BulkLoad(terms, triples, quads);
                Txn.executeWrite(dataset, () -> graphs.forEach(graph -> load.enter(dataset, graph)));
            } finally {
                dataset.shutdown();
            }
            for (String name : params.getTripleIndexes()) {
                write(storage, params.getPrimaryIndexTriples(), name, triples);
            }
            for (String name : params.getQuadIndexes()) {
                write(storage, params.getPrimaryIndexQuads(), name, quads);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Folders.delete(sorting);
        }
    }

    private void enter(DatasetGraphTDB dataset, GraphFile graph) {
        long name = id(ids, NodeFactory.createURI(graph.graph()));
        boolean apart = graph.apart();
        TurtleSource.read(
                graph.file(),
                graph.graph(),
                triple -> enter(name, triple, apart),
                (prefix, iri) -> dataset.prefixes().add(prefix, iri));
    }

    private void enter(long graph, Triple triple, boolean apart) {
        long subject = id(ids, triple.getSubject());
        long predicate = id(predicates, triple.getPredicate());
        long object = id(ids, triple.getObject());
        quads.add(graph, subject, predicate, object);
        if (!apart) {
            triples.add(subject, predicate, object);
        }
    }

    private long id(Cache<Node, Long> cache, Node node) {
        return cache.get(node, term -> {
            NodeIdFactory.set(terms.getAllocateNodeId(term), id);
            return ByteBuffer.wrap(id).getLong();
        });
    }

    private static void write(Path storage, String primary, String name, TupleFile tuples) throws IOException {
        for (String ending : List.of(Names.extBptState, Names.extBptTree, Names.extBptRecords)) {
            Files.delete(storage.resolve(name + "." + ending));
        }
        TupleMap map = TupleMap.create(primary, name);
        int[] slots = new int[name.length()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = map.getSlotIdx(i);
        }
        tuples.sorted(slots, sorted -> DirectStorage.write(storage, name, sorted));
    }
}
