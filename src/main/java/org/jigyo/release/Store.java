package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
 * The TDB2 database of one release: written once, in one bulk load or as a copy of the one before with the difference in one
 * transaction, then only read. The default graph is a copy of all
 * graphs but the Extracts, so that a query without GRAPH needs no union (measured in fuseki-config/README.md).
 *
 * <p>Opened without TDB2's lock on the folder: a finished release never changes, so any number of processes may read it.
 */
final class Store implements AutoCloseable {

    /** Of so many terms the hash is held. */
    private static final int TERMS = 1 << 19;

    private final DatasetGraphTDB dataset;
    private final Set<Node> touched = new HashSet<>();
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

    /** Counts what the default graph says. */
    Census census(String base) {
        // read by its first index, which is by subject
        return Txn.calculateRead(
                dataset, () -> Census.of(dataset.getDefaultGraph().find(), base));
    }

    /**
     * Turns what another release said into what this one says.
     *
     * @param dropped graphs of which nothing stays, and of which the census does not know
     * @param census of the default graph, which is kept up to date
     */
    void update(Difference difference, List<String> dropped, Census census) {
        Txn.executeWrite(dataset, () -> {
            List<Quad> derived = new ArrayList<>();
            dropped.forEach(graph -> dataset.find(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(derived::add));
            remove(derived, triple -> {});
            List<Quad> gone = new ArrayList<>();
            difference.gone().forEach((graph, triples) -> gone.addAll(quads(graph, triples)));
            difference
                    .came()
                    .forEach((graph, triples) -> quads(graph, triples)
                            .forEach(quad -> put(quad, triple -> census.change(dataset.getDefaultGraph(), triple, 1))));
            remove(gone, triple -> census.change(dataset.getDefaultGraph(), triple, -1));
        });
    }

    private static List<Quad> quads(String graph, Collection<Triple> triples) {
        Node name = NodeFactory.createURI(graph);
        return triples.stream().map(triple -> Quad.create(name, triple)).toList();
    }

    /**
     * Adds a few more graphs, in one transaction.
     *
     * @return how many statements the default graph has more
     */
    long add(Iterable<GraphFile> graphs) {
        long[] more = {0};
        Txn.executeWrite(dataset, () -> {
            for (GraphFile graph : graphs) {
                List<Triple> triples = new ArrayList<>();
                TurtleSource.read(graph.file(), graph.graph(), triples::add);
                quads(graph.graph(), triples).forEach(quad -> put(quad, triple -> more[0]++));
            }
        });
        return more[0];
    }

    /** @param before told what the default graph is about to say more */
    private void put(Quad quad, Consumer<Triple> before) {
        dataset.add(quad);
        Quad copy = Quad.create(Quad.defaultGraphIRI, quad.asTriple());
        if (!GraphFile.isEvidence(quad.getGraph().getURI()) && !dataset.contains(copy)) {
            before.accept(quad.asTriple());
            dataset.add(copy);
            touch(quad.asTriple());
        }
    }

    /**
     * Takes statements out of their graphs, and out of the default graph when they stand in no other graph that is copied there.
     *
     * @param after told what the default graph no longer says
     */
    private void remove(List<Quad> gone, Consumer<Triple> after) {
        gone.forEach(dataset::delete);
        for (Quad quad : gone) {
            Quad copy = Quad.create(Quad.defaultGraphIRI, quad.asTriple());
            if (!elsewhere(quad) && dataset.contains(copy)) {
                dataset.delete(copy);
                after.accept(quad.asTriple());
                touch(quad.asTriple());
            }
        }
    }

    private void touch(Triple triple) {
        if (TextIndex.searched(triple)) {
            touched.add(triple.getSubject());
        }
    }

    private boolean elsewhere(Quad quad) {
        Iterator<Quad> others = dataset.findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
        boolean found = false;
        while (others.hasNext()) {
            found |= !GraphFile.isEvidence(others.next().getGraph().getURI());
        }
        return found;
    }

    /** Of what the default graph has other texts since the database was opened. */
    Set<Node> touched() {
        return touched;
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
            throw new EnvironmentException("what was stored of " + graph.graph()
                    + " is not what was given: the new release was dropped; check the disk, then publish again");
        }
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

    /**
     * Compares how much the default graph says with how much it should.
     *
     * @throws EnvironmentException if it is not the same
     */
    void verifyDefault(long expected) {
        long stored = Txn.calculateRead(
                dataset, () -> (long) dataset.getDefaultGraph().size());
        if (stored != expected) {
            throw new EnvironmentException("the default graph holds " + stored + " statements, not " + expected
                    + ": the new release was dropped; check the disk, then publish again");
        }
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
