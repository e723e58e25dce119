package org.jigyo.serve.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jigyo.release.Release;
import org.jigyo.serve.release.Thing;

/** Creates the page of a thing from a release's statements about it. */
final class ThingPages {

    /** Properties whose texts are codes → where the IRIs of their concepts begin. */
    private static final Map<String, String> CODED = Map.of(
            "https://w3id.org/jigyo/ns#issueCode", "https://w3id.org/jigyo/code/issue/",
            "https://w3id.org/jigyo/ns#issueSeverity", "https://w3id.org/jigyo/code/answer/");

    private final Links links;
    private final Graph data;
    private final DisplayNames labels;
    private final Release release;

    ThingPages(Release release, Graph data, String language) {
        this.release = release;
        this.data = data;
        this.links = new Links(release.base());
        this.labels = new DisplayNames(data, language);
    }

    ThingPage page(Thing thing, String path) {
        ThingPage.Value name = labels.value(thing.node(), null);
        return new ThingPage(
                name.text(),
                name.language(),
                thing.node().getURI(),
                "/doc/" + path,
                labels.language(),
                rows(thing.facts(), false),
                rows(thing.incoming(), true),
                thing.more(),
                rows(thing.printed(), false),
                PrintedFacts.originals(data, thing),
                rows(thing.corrections(), false),
                release.id(),
                release.published().toString());
    }

    /** A thing with what some statements say about it. */
    ThingPage.Described described(Node thing, boolean titled, List<Triple> statements) {
        return new ThingPage.Described(
                labels.of(thing), links.href(thing.getURI(), labels.language()), titled, rows(statements, false));
    }

    private List<ThingPage.Row> rows(List<Triple> statements, boolean incoming) {
        Map<Node, List<ThingPage.Value>> byProperty = new LinkedHashMap<>();
        for (Triple statement : statements) {
            Node value = incoming ? statement.getSubject() : statement.getObject();
            byProperty
                    .computeIfAbsent(statement.getPredicate(), p -> new ArrayList<>())
                    .add(value(coded(statement.getPredicate(), value)));
        }
        // texts in the language of the page first
        byProperty
                .values()
                .forEach(values -> values.sort(
                        Comparator.comparing(value -> !labels.language().equals(value.language()))));
        List<ThingPage.Row> rows = new ArrayList<>();
        byProperty.forEach((property, values) ->
                rows.add(new ThingPage.Row(labels.of(property), links.href(property.getURI()), values)));
        return rows;
    }

    /** The concept of a text that is a code, if the property is one whose texts are codes; else the value itself. */
    private Node coded(Node property, Node value) {
        String list = CODED.get(property.getURI());
        Node concept = list == null ? value : NodeFactory.createURI(list + value.getLiteralLexicalForm());
        return data.contains(concept, Node.ANY, Node.ANY) ? concept : value;
    }

    private ThingPage.Value value(Node node) {
        return labels.value(node, node.isURI() ? links.href(node.getURI()) : null);
    }
}
