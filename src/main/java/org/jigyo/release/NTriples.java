package org.jigyo.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** Statements as N-Triples, each once. */
final class NTriples {

    private final TreeSet<String> lines = new TreeSet<>();

    static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    void add(Node subject, Node property, Node object) {
        add(Triple.create(subject, property, object));
    }

    void add(Triple triple) {
        lines.add(line(triple) + " .\n");
    }

    void typed(Node subject, String property, String value, RDFDatatype type) {
        add(subject, node(property), NodeFactory.createLiteralDT(value, type));
    }

    /**
     * One statement for each language.
     *
     * @param texts language → text
     */
    void texts(Node subject, String property, Map<String, String> texts) {
        texts.forEach((language, text) -> add(subject, node(property), NodeFactory.createLiteralLang(text, language)));
    }

    /** Adds statements that were written by {@link #lines()}. */
    void addLines(Collection<String> sorted) {
        sorted.forEach(line -> lines.add(line + "\n"));
    }

    /** The statements as lines, sorted, without line ends. */
    List<String> lines() {
        return lines.stream().map(line -> line.substring(0, line.length() - 1)).toList();
    }

    /** All statements, sorted, each with its line end. */
    String sorted() {
        return String.join("", lines);
    }

    /** A statement as N-Triples, without the final full stop. */
    static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject())
                + ' '
                + NodeFmtLib.strNT(triple.getPredicate())
                + ' '
                + NodeFmtLib.strNT(triple.getObject());
    }
}
