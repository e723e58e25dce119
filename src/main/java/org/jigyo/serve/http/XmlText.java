package org.jigyo.serve.http;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * What XML can hold: not every character (XML 1.0, 2.2), not even escaped. Jena's writers write them all the same, and no
 * client can read the document.
 */
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

    /** Refuses to write a graph as XML when it has a text that XML cannot hold. */
    public static void check(Graph graph, Format format) {
        if (format == Format.RDFXML) {
            graph.find().forEach(triple -> check(triple.getObject()));
        }
    }

    private static void check(Node term) {
        if (term.isLiteral()) {
            term.getLiteralLexicalForm()
                    .codePoints()
                    .filter(c -> !allowed(c))
                    .findFirst()
                    .ifPresent(c -> {
                        throw new Problem(
                                406,
                                "No XML",
                                String.format(
                                        "The answer has the character U+%04X, which XML cannot hold; ask for JSON.",
                                        c));
                    });
        }
    }

    private static boolean allowed(int c) {
        return c >= 0x20
                ? c <= 0xD7FF || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF)
                : c == '\t' || c == '\n' || c == '\r';
    }
}
