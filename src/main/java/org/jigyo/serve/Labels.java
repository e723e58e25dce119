package org.jigyo.serve;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;

/** What a thing is called, in the reader's language when it has such a name. */
record Labels(Graph data, String language) {

    private static final List<Node> NAMES = List.of(
            NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#prefLabel"),
            NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
            NodeFactory.createURI("http://purl.org/dc/terms/title"),
            NodeFactory.createURI("https://w3id.org/jigyo/ns#nameAsPrinted"));

    /** A name, or the end of the IRI when it has none. */
    String of(Node thing) {
        if (thing.isLiteral()) {
            return thing.getLiteralLexicalForm();
        }
        if (thing.isBlank()) {
            return "–";
        }
        for (Node property : NAMES) {
            String name = named(thing, property);
            if (name != null) {
                return name;
            }
        }
        String iri = thing.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private String named(Node thing, Node property) {
        String any = null;
        ExtendedIterator<Triple> found = data.find(thing, property, Node.ANY);
        try {
            while (found.hasNext()) {
                Node name = found.next().getObject();
                if (name.isLiteral()) {
                    if (name.getLiteralLanguage().toLowerCase(Locale.ROOT).equals(language)) {
                        return name.getLiteralLexicalForm();
                    }
                    any = any == null ? name.getLiteralLexicalForm() : any;
                }
            }
        } finally {
            found.close();
        }
        return any;
    }
}
