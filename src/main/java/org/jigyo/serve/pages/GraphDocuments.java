package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.jigyo.release.Release;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** Documents about many things: {@code /.well-known/void} and {@code /catalogue}. */
public final class GraphDocuments extends Resource {

    private static final long serialVersionUID = 1;

    private static final String COUNTED = "Counts cover the editions, data derived from them, and the vocabularies,"
            + " but not the Extracts, the statistics and the catalogue.";

    private final transient Answers answers;

    /** The documents of the release being served. */
    public GraphDocuments(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (Asked.parameter(request, "format") == null && Format.wantsPage(Asked.accept(request), Format.GRAPHS)) {
            page(path, request, response);
            return;
        }
        Format format = Format.choose(Asked.accept(request), Asked.parameter(request, "format"), Format.GRAPHS);
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Delivery delivery = Delivery.of(
                    request,
                    loan.release().id() + "\n" + path + "\n" + format + Asked.site(request),
                    answers.settings());
            if (delivery.known(request, response)) {
                return;
            }
            Answer answer = Txn.calculateRead(
                    loan.dataset(), () -> write(graph(path, loan), format, Asked.site(request), loan));
            delivery.send(answer, request, response);
        }
    }

    private void page(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = Asked.language(request);
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Delivery delivery = Delivery.of(
                    request,
                    String.join("\n", loan.release().id(), path, "page", language, Asked.site(request)),
                    answers.settings());
            if (!delivery.known(request, response)) {
                Answer answer = Txn.calculateRead(
                        loan.dataset(), () -> page(graph(path, loan), path, Asked.site(request), language, loan));
                delivery.send(answer, request, response);
            }
        }
    }

    /** The things that the graph describes, each with its properties; those with a title first. */
    private static Answer page(Graph graph, String path, String site, String language, CurrentRelease.Loan loan) {
        ThingPages pages = new ThingPages(loan.release(), loan.dataset().getDefaultGraph(), language);
        List<ThingPage.Described> things =
                graph
                        .find(Node.ANY, Node.ANY, Node.ANY)
                        .mapWith(Triple::getSubject)
                        .filterKeep(Node::isURI)
                        .toSet()
                        .stream()
                        .map(subject -> pages.described(
                                subject,
                                graph.contains(subject, DCTerms.title.asNode(), Node.ANY),
                                graph.find(subject, Node.ANY, Node.ANY).toList()))
                        .sorted(Comparator.comparing((ThingPage.Described thing) ->
                                        -thing.rows().size())
                                .thenComparing(ThingPage.Described::name))
                        .toList();
        boolean ja = language.equals("ja");
        String title = path.endsWith("void")
                ? ja ? "データの記述（VoID）" : "Description of the data (VoID)"
                : ja ? "カタログと利用条件" : "Catalogue and terms of use";
        return Template.render(
                "described",
                Map.of(
                        "title", title,
                        "path", path,
                        "things", things,
                        "language", language,
                        "citation", Citation.of(title, site, path, loan, language)));
    }

    private static Graph graph(String path, CurrentRelease.Loan loan) {
        Release release = loan.release();
        Graph data = loan.dataset().getDefaultGraph();
        Graph graph = GraphFactory.createDefaultGraph();
        switch (path) {
            case "/.well-known/void" -> {
                named(loan, release.base() + "graph/statistics", triple -> isVoid(triple.getSubject(), release), graph);
                Node dataset = NodeFactory.createURI(release.base() + "id/dataset");
                data.find(dataset, Node.ANY, Node.ANY).forEach(graph::add);
                Node document = NodeFactory.createURI(release.base() + ".well-known/void");
                graph.add(
                        document,
                        org.apache.jena.vocabulary.RDF.type.asNode(),
                        NodeFactory.createURI("http://rdfs.org/ns/void#DatasetDescription"));
                graph.add(document, NodeFactory.createURI("http://xmlns.com/foaf/0.1/topic"), dataset);
                graph.add(document, DCTerms.description.asNode(), NodeFactory.createLiteralLang(COUNTED, "en"));
            }
            default -> named(loan, release.base() + "graph/catalogue", triple -> true, graph);
        }
        if (graph.isEmpty()) {
            throw new Problem(404, "Not known", "The current release has nothing for " + path + ".");
        }
        return graph;
    }

    private static boolean isVoid(Node subject, Release release) {
        return subject.isURI() && subject.getURI().startsWith(release.base() + "id/dataset");
    }

    private static void named(
            CurrentRelease.Loan loan, String name, java.util.function.Predicate<Triple> wanted, Graph into) {
        loan.dataset()
                .getGraph(NodeFactory.createURI(name))
                .find(Node.ANY, Node.ANY, Node.ANY)
                .filterKeep(wanted)
                .forEach(into::add);
    }

    private static Answer write(Graph graph, Format format, String site, CurrentRelease.Loan loan) {
        Map<String, String> known = Map.of(
                "void", "http://rdfs.org/ns/void#",
                "dcat", "http://www.w3.org/ns/dcat#",
                "dcterms", "http://purl.org/dc/terms/",
                "foaf", "http://xmlns.com/foaf/0.1/",
                "spdx", "http://spdx.org/rdf/terms#");
        known.forEach(graph.getPrefixMapping()::setNsPrefix);
        return GraphAnswer.of(graph, format, site, loan);
    }
}
