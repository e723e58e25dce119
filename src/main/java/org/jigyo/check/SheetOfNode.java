package org.jigyo.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.Place;

/** Finds the sheets that state a node, so that a violation can be reported with its sheet. */
final class SheetOfNode {

    private static final String JG = "https://w3id.org/jigyo/ns#";
    private static final Node SHEET = jg("Sheet");
    private static final Node PROJECT = jg("Project");
    private static final List<Node> TO_SHEET = List.of(
            jg("recordedIn"), jg("extractedFrom"), NodeFactory.createURI("https://w3id.org/jigyo/dim#statedIn"));
    private static final int FAR_ENOUGH = 3;

    private final Graph graph;

    SheetOfNode(Graph graph) {
        this.graph = graph;
    }

    static Node jg(String name) {
        return NodeFactory.createURI(JG + name);
    }

    /** IRIs of the sheets that a node belongs to: its own sheet, or else those of the nearest nodes that link to it. */
    Set<String> of(Node node) {
        Set<Node> seen = new HashSet<>(Set.of(node));
        Deque<Node> ring = new ArrayDeque<>(seen);
        for (int step = 0; step < FAR_ENOUGH; step++) {
            Set<String> sheets = new TreeSet<>();
            ring.forEach(n -> direct(n, sheets));
            if (!sheets.isEmpty()) {
                return sheets;
            }
            Deque<Node> next = new ArrayDeque<>();
            for (Node n : ring) {
                each(graph.find(Node.ANY, Node.ANY, n), t -> {
                    if (seen.add(t.getSubject())) {
                        next.add(t.getSubject());
                    }
                });
            }
            ring = next;
        }
        return Set.of();
    }

    private void direct(Node node, Set<String> sheets) {
        if (graph.contains(node, NodeConst.nodeRDFType, SHEET)) {
            sheets.add(node.toString());
        }
        for (Node property : TO_SHEET) {
            each(
                    graph.find(node, property, Node.ANY),
                    t -> sheets.add(t.getObject().toString()));
        }
        if (graph.contains(node, NodeConst.nodeRDFType, PROJECT)) {
            each(graph.find(Node.ANY, jg("evaluates"), node), t -> direct(t.getSubject(), sheets));
        }
    }

    private static void each(Iterator<Triple> triples, java.util.function.Consumer<Triple> action) {
        triples.forEachRemaining(action);
    }

    /** The place of a violation: file, page and name of the sheet, and the node itself as the field. */
    Place place(String sheet, Node node) {
        if (sheet == null) {
            return new Place(null, 0, 0, null, node.toString());
        }
        Node iri = NodeFactory.createURI(sheet);
        String file = text(object(object(iri, jg("containedInFile")), jg("fileName")));
        String page = text(object(iri, jg("firstPage")));
        return new Place(
                file,
                page == null || !page.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(page),
                0,
                text(object(iri, RDFS.label.asNode())),
                node.toString());
    }

    private Node object(Node subject, Node property) {
        if (subject == null) {
            return null;
        }
        Iterator<Triple> found = graph.find(subject, property, Node.ANY);
        return found.hasNext() ? found.next().getObject() : null;
    }

    private static String text(Node node) {
        return node == null || !node.isLiteral() ? null : node.getLiteralLexicalForm();
    }
}
