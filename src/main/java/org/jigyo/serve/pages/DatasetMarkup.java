package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.release.CurrentRelease;

/**
 * What search engines for datasets read on a page: the dataset that it shows, as JSON-LD in the terms of schema.org. The query
 * {@code web/dataset.rq} makes it from the catalogue; here its statements are nested.
 */
final class DatasetMarkup {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Query QUERY = QueryFactory.create(Static.text("dataset.rq"));
    private static final String SCHEMA = "https://schema.org/";

    private final Graph graph;

    private DatasetMarkup(Graph graph) {
        this.graph = graph;
    }

    /**
     * The markup of a thing's page, made once for each release.
     *
     * @param page path of the page, for example {@code /doc/edition/082201/2024}
     * @param site address of this server as seen by the client
     * @return JSON that can stand in an HTML page; empty if the thing is no dataset of the catalogue
     */
    static String of(Node thing, String page, String language, String site, CurrentRelease.Loan loan) {
        return loan.once(
                List.of(DatasetMarkup.class, thing, page, language, site),
                () -> Txn.calculateRead(loan.dataset(), () -> made(thing, page, language, site, loan)));
    }

    private static String made(Node thing, String page, String language, String site, CurrentRelease.Loan loan) {
        if (!loan.dataset().getDefaultGraph().contains(thing, RDF.type.asNode(), DCAT.Dataset.asNode())) {
            return "";
        }
        Graph graph = QueryExec.dataset(loan.dataset())
                .query(QUERY)
                .substitution("_dataset", thing)
                .substitution("_page", NodeFactory.createLiteralString(page))
                .substitution("_language", NodeFactory.createLiteralString(language))
                .substitution("_site", NodeFactory.createLiteralString(site))
                .substitution(
                        "_base", NodeFactory.createLiteralString(loan.release().base()))
                .construct();
        if (graph.isEmpty()) {
            return "";
        }
        ObjectNode document = JSON.createObjectNode().put("@context", SCHEMA);
        document.setAll(new DatasetMarkup(graph).object(thing));
        return document.toString().replace("<", "\\u003c");
    }

    private ObjectNode object(Node subject) {
        SortedMap<String, ArrayNode> values = new TreeMap<>();
        List<Triple> statements = graph.find(subject, Node.ANY, Node.ANY).toList();
        statements.sort(java.util.Comparator.comparing(Triple::toString));
        for (Triple statement : statements) {
            boolean type = statement.predicateMatches(RDF.type.asNode());
            String key = type ? "@type" : local(statement.getPredicate());
            values.computeIfAbsent(key, any -> JSON.createArrayNode()).add(value(statement.getObject(), type));
        }
        ObjectNode object = JSON.createObjectNode();
        if (subject.isURI()) {
            object.put("@id", subject.getURI());
        }
        values.forEach((key, all) -> object.set(key, all.size() == 1 ? all.get(0) : all));
        return object;
    }

    private JsonNode value(Node node, boolean type) {
        if (node.isLiteral()) {
            return node.getLiteralValue() instanceof Boolean bool
                    ? JSON.getNodeFactory().booleanNode(bool)
                    : JSON.getNodeFactory().textNode(node.getLiteralLexicalForm());
        }
        return !type && graph.contains(node, Node.ANY, Node.ANY)
                ? object(node)
                : JSON.getNodeFactory().textNode(type ? local(node) : node.getURI());
    }

    private static String local(Node term) {
        return term.getURI().substring(SCHEMA.length());
    }
}
