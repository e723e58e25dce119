package org.jigyo.serve.http;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jigyo.workaround.XmlCharacters;

/** Keeps answers that XML cannot hold from being written as XML: they are refused with 406. */
public final class XmlText {

    private XmlText() {}

    /** Rows that, if they are to be written as XML, fail as a whole at the first text that it cannot hold. */
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

    /** Refuses to write a graph as RDF/XML when it has a text that XML, or a property that RDF/XML cannot hold. */
    public static void check(Graph graph, Format format) {
        if (format == Format.RDFXML) {
            graph.find().forEach(triple -> {
                check(triple.getObject());
                checkProperty(triple.getPredicate().getURI());
            });
        }
    }

    /** A property is the name of an element, and so must end with an XML name. */
    private static void checkProperty(String iri) {
        if (Util.splitNamespaceXML(iri) == iri.length()) {
            throw new Problem(
                    406,
                    "No RDF/XML",
                    "The answer has the property <" + iri
                            + ">, which RDF/XML cannot hold: its end is no XML name; ask for" + " Turtle.");
        }
    }

    private static void check(Node term) {
        XmlCharacters.refusedIn(term).ifPresent(c -> {
            throw new Problem(
                    406,
                    "No XML",
                    String.format("The answer has the character U+%04X, which XML cannot hold; ask for JSON.", c));
        });
    }
}
