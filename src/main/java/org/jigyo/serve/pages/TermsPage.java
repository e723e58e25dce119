package org.jigyo.serve.pages;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.release.CurrentRelease;

/**
 * The content of the page of a vocabulary.
 *
 * @param name ns or dim
 * @param terms sorted by name
 */
public record TermsPage(String name, String namespace, String language, List<Term> terms) implements InLanguage {

    private static final int MOST = 1000;

    /**
     * One term.
     *
     * @param uses number of uses in the release, as class or property
     */
    public record Term(String name, String label, String definition, int uses) {}

    static Answer of(Graph graph, String name, String language, CurrentRelease.Loan loan) {
        String namespace = Links.namespace(name);
        DisplayNames labels = new DisplayNames(graph, language);
        List<Term> terms =
                graph
                        .find(Node.ANY, Node.ANY, Node.ANY)
                        .mapWith(Triple::getSubject)
                        .filterKeep(Node::isURI)
                        .toSet()
                        .stream()
                        .sorted(Comparator.comparing(Node::getURI))
                        .map(term -> new Term(
                                term.getURI().substring(namespace.length()),
                                labels.of(term),
                                definition(graph, term, language),
                                uses(loan.dataset(), term)))
                        .toList();
        return Template.render("terms", Map.of("page", new TermsPage(name, namespace, language, terms)));
    }

    private static String definition(Graph graph, Node term, String language) {
        return graph
                .find(term, NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#definition"), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(
                        node -> node.isLiteral() && node.getLiteralLanguage().equals(language))
                .mapWith(Node::getLiteralLexicalForm)
                .toList()
                .stream()
                .findFirst()
                .orElse("");
    }

    /** The count over all graphs, up to a thousand, because a page need not wait for millions. */
    private static int uses(DatasetGraph data, Node term) {
        int used = count(data.findNG(Node.ANY, Node.ANY, term, Node.ANY));
        return used > 0 ? used : count(data.findNG(Node.ANY, Node.ANY, RDF.type.asNode(), term));
    }

    private static int count(Iterator<Quad> found) {
        try {
            int count = 0;
            for (; count < MOST && found.hasNext(); count++) {
                found.next();
            }
            return count;
        } finally {
            Iter.close(found);
        }
    }
}
