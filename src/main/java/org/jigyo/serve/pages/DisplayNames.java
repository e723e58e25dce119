package org.jigyo.serve.pages;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;

/** The names of things, in the reader's language if they have one. */
record DisplayNames(Graph data, String language) {

    private static final List<Node> NAMES = List.of(
            NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#prefLabel"),
            NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
            NodeFactory.createURI("http://purl.org/dc/terms/title"),
            NodeFactory.createURI("https://w3id.org/jigyo/ns#nameAsPrinted"));

    /** The name; if there is none, the end of the IRI; if that is empty, the whole IRI. */
    String of(Node thing) {
        return value(thing, null).text();
    }

    /**
     * A thing or a text as a page shows it.
     *
     * @param href where the name links to; null for no link
     */
    ThingPage.Value value(Node thing, String href) {
        if (thing.isBlank()) {
            return new ThingPage.Value("–", href, null);
        }
        Node name = thing.isLiteral() ? thing : name(thing);
        if (name != null) {
            String spoken = name.getLiteralLanguage();
            return new ThingPage.Value(name.getLiteralLexicalForm(), href, spoken.isEmpty() ? null : spoken);
        }
        String iri = thing.getURI();
        String end = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        return new ThingPage.Value(end.isEmpty() ? iri : end, href, null);
    }

    private Node name(Node thing) {
        for (Node property : NAMES) {
            Node name = named(thing, property);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private Node named(Node thing, Node property) {
        Node any = null;
        ExtendedIterator<Triple> found = data.find(thing, property, Node.ANY);
        try {
            while (found.hasNext()) {
                Node name = found.next().getObject();
                if (name.isLiteral()) {
                    if (name.getLiteralLanguage().toLowerCase(Locale.ROOT).equals(language)) {
                        return name;
                    }
                    any = any == null ? name : any;
                }
            }
        } finally {
            found.close();
        }
        return any;
    }
}
