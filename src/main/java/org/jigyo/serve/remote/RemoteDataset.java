package org.jigyo.serve.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jigyo.release.Served;
import org.jigyo.serve.http.TimeLimit;

/**
 * A release whose statements are in another server, as loaded by {@code jigyo load}. A query is sent there whole ({@link RemoteEngine}); a
 * single pattern, as pages look statements up, is a small query, whose answer is remembered. Read-only and thread-safe.
 */
public final class RemoteDataset extends ReadOnlyDataset {

    /** Key of the deadline ({@link TimeLimit}) in the context of a query. */
    public static final Symbol DEADLINE = Symbol.create("https://w3id.org/jigyo/deadline");

    /** Statements of a pattern that are asked for at first; most readers need no more. */
    private static final int FIRST = 999;

    private static final long REMEMBERED = 200_000;

    private static final Var G = Var.alloc("g");
    private static final Var S = Var.alloc("s");
    private static final Var P = Var.alloc("p");
    private static final Var O = Var.alloc("o");

    static {
        QueryEngineRegistry.addFactory(new RemoteEngine());
    }

    private final SparqlService service;
    private final Served served;
    private final TextIndex text;
    private final DatasetDescription from;
    private final Lookups lookups = new Lookups();
    private final Context context = new Context();
    private final boolean whole;
    private final Cache<String, List<Binding>> answers;

    private RemoteDataset(
            SparqlService service,
            boolean whole,
            Served served,
            TextIndex text,
            DatasetDescription from,
            Cache<String, List<Binding>> answers) {
        this.service = service;
        this.whole = whole;
        this.served = served;
        this.text = text;
        this.from = from;
        this.answers = answers;
    }

    /**
     * The dataset of a loaded release.
     *
     * @param whole whether queries are sent whole wherever possible
     * @param text index for {@code text:query}, which is evaluated here; null if there is none
     */
    public RemoteDataset(SparqlService service, boolean whole, Served served, TextIndex text) {
        this(
                service,
                whole,
                served,
                text,
                null,
                Caffeine.newBuilder()
                        .maximumWeight(REMEMBERED)
                        .weigher((String query, List<Binding> rows) -> query.length() / 100 + rows.size() + 1)
                        .build());
    }

    /** A view whose default and named graphs are those that a query or request names. */
    public RemoteDataset from(DatasetDescription graphs) {
        return new RemoteDataset(service, whole, served, text, graphs, answers);
    }

    /**
     * The rows of a query of any form, as the other server finds them.
     *
     * @throws Unsendable if the query needs another server's or the text index's help row by row
     */
    List<Binding> rows(Query query, TimeLimit deadline) {
        return asked(SentQuery.of(query, from, served.base(), text), deadline);
    }

    /** The rows of a query for a pattern, asked for once as long as they are remembered. */
    List<Binding> remembered(Query query, TimeLimit deadline) {
        Query sent = SentQuery.of(query, from, served.base(), text);
        String key = sent.toString();
        List<Binding> known = answers.getIfPresent(key);
        if (known == null) {
            known = List.copyOf(asked(sent, deadline));
            answers.put(key, known);
        }
        return known;
    }

    private List<Binding> asked(Query sent, TimeLimit deadline) {
        List<Binding> rows = service.rows(sent, Algebra.compile(sent), deadline);
        return whole ? rows : rows.stream().map(RemoteDataset::asPublished).toList();
    }

    /** Whether queries are sent whole, because the settings trust the engine to compute what ours does. */
    boolean wholeQueries() {
        return whole;
    }

    /** Refuses a full-text search if there is no index. */
    void checkText() {
        TextTables.check(text);
    }

    private static Binding asPublished(Binding row) {
        BindingBuilder terms = BindingFactory.builder();
        row.forEach((name, term) -> terms.add(name, AsPublished.of(term)));
        return terms.build();
    }

    /** A deadline for what runs outside of a query. */
    TimeLimit deadline() {
        return new TimeLimit(service.limits().timeSeconds());
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return found(Quad.defaultGraphIRI, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return found(g, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return found(Node.ANY, s, p, o);
    }

    private Iterator<Quad> found(Node g, Node s, Node p, Node o) {
        if (isBlank(g) || isBlank(s) || isBlank(o)) {
            // A blank node in a query is a variable; there are none in a loaded release.
            return Iter.nullIterator();
        }
        Quad pattern = new Quad(g, any(s), any(p), any(o));
        Optional<List<Quad>> fetched = lookups.found(pattern, this::quads);
        if (fetched.isPresent()) {
            return fetched.get().iterator();
        }
        List<Quad> first = quads(pattern, FIRST);
        if (first.size() < FIRST) {
            return first.iterator();
        }
        // Without an order the first rows of one answer need not be the first of another, so all are asked for.
        Set<Quad> sent = new HashSet<>(first);
        return Iter.concat(
                first.iterator(),
                Iter.flatMap(
                        List.of(pattern).iterator(),
                        whole -> Iter.filter(quads(whole, Query.NOLIMIT).iterator(), quad -> !sent.contains(quad))));
    }

    private List<Quad> quads(Quad pattern, long limit) {
        Node graph = pattern.getGraph();
        Triple triple = Triple.create(
                variable(pattern.getSubject(), S),
                variable(pattern.getPredicate(), P),
                variable(pattern.getObject(), O));
        ElementPathBlock block = new ElementPathBlock();
        block.addTriple(triple);
        Element element = Quad.isDefaultGraph(graph) ? block : new ElementNamedGraph(variable(graph, G), block);
        List<Quad> quads = new ArrayList<>();
        remembered(PatternQuery.query(element, limit), deadline())
                .forEach(row -> quads.add(new Quad(
                        value(graph, G, row),
                        value(pattern.getSubject(), S, row),
                        value(pattern.getPredicate(), P, row),
                        value(pattern.getObject(), O, row))));
        return List.copyOf(quads);
    }

    private static boolean isBlank(Node node) {
        return node != null && node.isBlank();
    }

    private static Node any(Node node) {
        return node == null || !node.isConcrete() ? Node.ANY : node;
    }

    private static Node variable(Node node, Var name) {
        return Node.ANY.equals(node) ? name : node;
    }

    private static Node value(Node node, Var name, Binding row) {
        return Node.ANY.equals(node) ? row.get(name) : node;
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return served.release().graphs().stream()
                .map(part -> NodeFactory.createURI(part.graph()))
                .iterator();
    }

    @Override
    public PrefixMap prefixes() {
        return served.prefixes();
    }

    @Override
    public Context getContext() {
        return context;
    }
}
