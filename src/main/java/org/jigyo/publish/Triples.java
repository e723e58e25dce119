package org.jigyo.publish;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jigyo.graph.Statements;
import org.jigyo.graph.Terms;

/** Statements as a parser returns those of their Turtle, without a parse: that took a twelfth of a publish. */
final class Triples implements Terms<Node> {

    private static final Triples TERMS = new Triples();

    /** What an IRI in Turtle must not contain, beside control characters. */
    private static final String FORBIDDEN = " <>\"{}|^`\\";

    private Triples() {}

    /**
     * The statements in the order of their Turtle.
     *
     * @throws IllegalArgumentException if an IRI contains a character that no IRI may contain
     */
    static List<Triple> of(Statements statements) {
        List<Triple> triples = new ArrayList<>();
        statements.forEach(
                TERMS, (subject, predicate, object) -> triples.add(Triple.create(subject, predicate, object)));
        return triples;
    }

    @Override
    public Node iri(String iri) {
        if (iri.chars().anyMatch(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not an IRI: " + iri);
        }
        return NodeFactory.createURI(iri);
    }

    @Override
    public Node typed(String label, String datatype) {
        return NodeFactory.createLiteralDT(label, TypeMapper.getInstance().getSafeTypeByName(datatype));
    }

    @Override
    public Node text(String label, String language) {
        return NodeFactory.createLiteralLang(label, language);
    }
}
