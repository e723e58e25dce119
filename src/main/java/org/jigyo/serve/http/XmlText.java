package org.jigyo.serve.http;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jigyo.workaround.XmlCharacters;

/** Refuses, with 406, to write answers as XML that XML cannot represent. */
public final class XmlText {

    private XmlText() {}

    /** Rows that fail as a whole at the first text that XML cannot represent, if they are to be written as XML. */
    public static RowSet checked(RowSet rows, Format format) {
        return format != Format.XML
                ? rows
                : RowSetStream.create(rows.getResultVars(), new Iterator<Binding>() {
                    @Override
                    public boolean hasNext() {
                        return rows.hasNext();
                    }

                    @Override
                    public Binding next() {
                        Binding row = rows.next();
                        row.forEach((column, term) -> check(term));
                        return row;
                    }
                });
    }

    /** Refuses to write a graph as RDF/XML if it has a text that XML, or a property that RDF/XML, cannot represent. */
    public static void check(Graph graph, Format format) {
        if (format == Format.RDFXML) {
            graph.find().forEach(triple -> {
                check(triple.getObject());
                checkProperty(triple.getPredicate().getURI());
            });
        }
    }

    /** A property becomes the name of an element, so its IRI must end with an XML name. */
    private static void checkProperty(String iri) {
        if (Util.splitNamespaceXML(iri) == iri.length()) {
            throw new Problem(
                    406,
                    "No RDF/XML",
                    "The answer has the property <" + iri
                            + ">, which RDF/XML cannot represent, because it does not end with an XML name; request"
                            + " Turtle.");
        }
    }

    private static void check(Node term) {
        XmlCharacters.refusedIn(term).ifPresent(c -> {
            throw new Problem(
                    406,
                    "No XML",
                    String.format("The answer has the character U+%04X, which XML cannot represent; request JSON.", c));
        });
    }
}
