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
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.jigyo.EnvironmentException;

/**
 * The TDB2 database of one release: written once, in one bulk load or as a copy of the one before with the difference in one
 * transaction, then only read. The default graph is a copy of all
 * graphs but the Extracts, so that a query without GRAPH needs no union (measured in fuseki-config/README.md).
 *
 * <p>Opened without TDB2's lock on the folder: a finished release never changes, so any number of processes may read it.
 */
final class Store implements AutoCloseable {

    private final DatasetGraphTDB dataset;
    private final Set<Node> touched = new HashSet<>();

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
     * Turns what another release said into what this one says.
     *
     * @param dropped graphs of which nothing stays
     */
    void update(Difference difference, List<String> dropped) {
        Txn.executeWrite(dataset, () -> {
            List<Quad> gone = new ArrayList<>();
            dropped.forEach(graph -> dataset.find(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(gone::add));
            difference.gone().forEach((graph, triples) -> gone.addAll(quads(graph, triples)));
            gone.forEach(dataset::delete);
            difference.came().forEach((graph, triples) -> quads(graph, triples).forEach(this::put));
            gone.forEach(this::forget);
        });
    }

    private static List<Quad> quads(String graph, Collection<Triple> triples) {
        Node name = NodeFactory.createURI(graph);
        return triples.stream().map(triple -> Quad.create(name, triple)).toList();
    }

    /** Adds a few more graphs, in one transaction. */
    void add(Iterable<GraphFile> graphs) {
        Txn.executeWrite(dataset, () -> {
            for (GraphFile graph : graphs) {
                List<Triple> triples = new ArrayList<>();
                TurtleSource.read(graph.file(), graph.graph(), triples::add);
                quads(graph.graph(), triples).forEach(this::put);
            }
        });
    }

    private void put(Quad quad) {
        dataset.add(quad);
        if (!GraphFile.isEvidence(quad.getGraph().getURI())) {
            dataset.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
            touched.add(quad.getSubject());
        }
    }

    /** Takes a statement out of the default graph when it stands in no other graph that is copied there. */
    private void forget(Quad quad) {
        Iterator<Quad> others = dataset.findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
        boolean stays = false;
        while (others.hasNext()) {
            stays |= !GraphFile.isEvidence(others.next().getGraph().getURI());
        }
        if (!stays) {
            dataset.delete(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
            touched.add(quad.getSubject());
        }
    }

    /** Of what the default graph says something else since the database was opened. */
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

    /** What is stored under a graph's IRI. */
    private Fingerprint fingerprint(String graph) {
        Fingerprint found = new Fingerprint();
        Txn.executeRead(
                dataset,
                () -> dataset.find(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(quad -> found.add(quad.asTriple())));
        return found;
    }

    /** Statements of the default graph. */
    long statements() {
        return Txn.calculateRead(dataset, () -> (long) dataset.getDefaultGraph().size());
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
