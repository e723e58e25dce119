package org.jigyo.serve.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A DCAT catalogue as the JSON that CKAN harvests (the DCAT JSON harvester of ckanext-dcat), which is that of
 * <a href="https://resources.data.gov/resources/dcat-us/">DCAT-US 1.1</a>.
 *
 * @param catalogue statements of the catalogue
 * @param data where the names of publishers are
 * @param language of texts, ja or en
 */
public record DataJson(Graph catalogue, Graph data, String language) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Node NAME = NodeFactory.createURI("http://xmlns.com/foaf/0.1/name");
    private static final Node LABEL = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#prefLabel");
    private static final String MEDIA = "https://www.iana.org/assignments/media-types/";

    /** The document as UTF-8 JSON. Must be called within a transaction. */
    public byte[] document() {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld");
        whole.put("@type", "dcat:Catalog");
        whole.put("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
        whole.withArray("dataset");
        catalogue
                .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet()
                .stream()
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(each -> dataset(each, whole.withArray("dataset").addObject()));
        return (whole.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void dataset(Node dataset, ObjectNode node) {
        node.put("@type", "dcat:Dataset");
        node.put("identifier", dataset.getURI());
        put(node, "title", text(dataset, DCTerms.title.asNode()));
        put(node, "description", text(dataset, DCTerms.description.asNode()));
        put(node, "issued", first(dataset, DCTerms.issued.asNode()));
        put(node, "modified", first(dataset, DCTerms.modified.asNode()));
        put(node, "landingPage", first(dataset, DCAT.landingPage.asNode()));
        node.put("accessLevel", "public");
        texts(dataset, DCAT.keyword.asNode()).forEach(node.withArray("keyword")::add);
        node.withArray("language").add("ja");
        values(catalogue, dataset, DCTerms.publisher.asNode()).stream()
                .flatMap(publisher -> name(publisher).stream())
                .findFirst()
                .ifPresent(name -> node.putObject("publisher")
                        .put("@type", "org:Organization")
                        .put("name", name));
        node.withArray("distribution");
        values(catalogue, dataset, DCAT.distribution.asNode())
                .forEach(each ->
                        distribution(each, node.withArray("distribution").addObject()));
    }

    private void distribution(Node distribution, ObjectNode node) {
        node.put("@type", "dcat:Distribution");
        put(node, "description", text(distribution, DCTerms.description.asNode()));
        put(node, "accessURL", first(distribution, DCAT.accessURL.asNode()));
        put(node, "downloadURL", first(distribution, DCAT.downloadURL.asNode()));
        Optional<String> media = first(distribution, DCAT.mediaType.asNode());
        put(node, "mediaType", media.map(type -> type.replace(MEDIA, "")));
        Optional<String> format = first(distribution, DCTerms.format.asNode());
        put(node, "format", format.map(type -> type.substring(type.lastIndexOf('/') + 1)));
        put(node, "title", format.map(type -> type.substring(type.lastIndexOf('/') + 1)));
        first(distribution, DCAT.byteSize.asNode()).ifPresent(size -> node.put("byteSize", Long.parseLong(size)));
        put(node, "license", first(distribution, DCTerms.license.asNode()));
        values(catalogue, distribution, DCTerms.rights.asNode())
                .forEach(rights -> put(node, "rights", text(rights, RDFS.label.asNode())));
    }

    private Optional<String> name(Node agent) {
        return text(agent, NAME)
                .or(() -> spoken(values(data, agent, LABEL)).stream().findFirst());
    }

    private static void put(ObjectNode node, String key, Optional<String> value) {
        value.ifPresent(text -> node.put(key, text));
    }

    private Optional<String> first(Node subject, Node property) {
        return values(catalogue, subject, property).stream()
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
                .findFirst();
    }

    private Optional<String> text(Node subject, Node property) {
        return texts(subject, property).stream().findFirst();
    }

    private List<String> texts(Node subject, Node property) {
        return spoken(values(catalogue, subject, property));
    }

    /** The texts in the language asked for; those in others, if there is none. */
    private List<String> spoken(List<Node> values) {
        List<Node> own = values.stream()
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .toList();
        return (own.isEmpty() ? values : own)
                .stream()
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .toList();
    }

    private static List<Node> values(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
