package org.jigyo.release;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * What graphs say together that differ in a few statements from graphs of a release: looked up in the release's database, not
 * read from files. Numbers and dates are spelled as the database gives them back, which is how {@code org.jigyo.graph} spells
 * them. For one thread.
 */
public final class Revised extends GraphBase implements AutoCloseable {

    private final OpenRelease open;
    private final Set<String> graphs;
    private final Difference difference;
    private final Map<String, Set<Triple>> gone = new HashMap<>();
    private final Graph came = GraphMemFactory.createDefaultGraphSameTerm();
    private final Map<Node, List<Triple>> bySubject = new HashMap<>();

    private Revised(OpenRelease open, Set<String> graphs, Difference difference) {
        this.open = open;
        this.graphs = graphs;
        this.difference = difference;
        difference.gone().forEach((graph, triples) -> {
            Set<Triple> stored = gone.computeIfAbsent(graph, k -> new HashSet<>());
            triples.forEach(triple -> stored.add(Fingerprint.asStored(triple)));
        });
        difference.came().values().forEach(triples -> triples.forEach(came::add));
    }

    /**
     * Opens a release's graphs as they are to become.
     *
     * @param graphs IRIs of those that count
     * @param difference what is said otherwise in these, or in graphs that are new
     * @throws IOException if the release's database is not what it was or cannot be told apart, with the reason in words
     */
    public static Revised of(Release before, Set<String> graphs, Difference difference) throws IOException {
        if (!difference.named()) {
            throw new IOException("blank nodes changed");
        }
        StoredFiles.verify(before);
        OpenRelease open = OpenRelease.of(before);
        open.dataset().begin(ReadWrite.READ);
        return new Revised(open, graphs, difference);
    }

    /** About how many statements there are. */
    public long statements() {
        return open.release().graphs().stream()
                        .filter(part -> graphs.contains(part.graph()))
                        .mapToLong(Release.Part::statements)
                        .sum()
                + difference.size();
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Node subject = pattern.getSubject();
        if (!subject.isConcrete()) {
            return look(pattern);
        }
        // rules ask a thing again and again
        List<Triple> known = bySubject.get(subject);
        if (known == null) {
            known = look(Triple.create(subject, Node.ANY, Node.ANY)).toList();
            bySubject.put(subject, known);
        }
        return WrappedIterator.create(known.iterator()).filterKeep(pattern::matches);
    }

    /** Lazily: who asks may have found what is looked for before the end. */
    private ExtendedIterator<Triple> look(Triple pattern) {
        Set<Triple> seen = new HashSet<>();
        return stored(pattern).andThen(came.find(pattern)).filterKeep(seen::add);
    }

    private ExtendedIterator<Triple> stored(Triple pattern) {
        return WrappedIterator.create(open.dataset()
                        .findNG(Node.ANY, pattern.getSubject(), pattern.getPredicate(), pattern.getObject()))
                .filterKeep(this::still)
                .mapWith(Quad::asTriple);
    }

    private boolean still(Quad quad) {
        String graph = quad.getGraph().getURI();
        return graphs.contains(graph) && !gone.getOrDefault(graph, Set.of()).contains(quad.asTriple());
    }

    @Override
    public void close() {
        super.close();
        open.dataset().end();
        open.close();
    }
}
