package org.jigyo.workaround;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The order of texts by code point, as SPARQL requires. Jena compares by UTF-16 unit, which puts a kanji beyond the
 * basic plane, such as 𠮷, before the full-width and half-width forms. Not reported upstream.
 */
final class CodePoints extends ExprFunction1 {

    /**
     * Two code points that no text contains, placed before characters above the surrogates, so that UTF-16 units
     * compare correctly.
     */
    private static final char BASIC = '\uD7FE';

    private static final char BEYOND = '\uD7FF';

    /** Characters from here on are re-encoded; assigned characters below are unchanged. */
    private static final char FIRST = '\uD7FC';

    /** Added to the halves of a code point so that neither is a control character. */
    private static final int PRINTED = 0x1000;

    /** The value of an expression in a form for comparison. */
    CodePoints(Expr expression) {
        super(expression, "code-points");
    }

    /** A value whose order by UTF-16 unit is the given value's order by code point. */
    static NodeValue key(NodeValue value) {
        Node term = value.asNode();
        if (term.isURI()) {
            String iri = term.getURI();
            return plain(iri) ? value : NodeValue.makeNode(NodeFactory.createURI(key(iri)));
        }
        if ((value.isString() || value.isLangString()) && !plain(term.getLiteralLexicalForm())) {
            String text = key(term.getLiteralLexicalForm());
            return NodeValue.makeNode(
                    value.isString()
                            ? NodeFactory.createLiteralString(text)
                            : NodeFactory.createLiteralLang(text, term.getLiteralLanguage()));
        }
        return value;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST) {
                return false;
            }
        }
        return true;
    }

    private static String key(String text) {
        StringBuilder key = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> {
            if (point < FIRST) {
                key.append((char) point);
            } else if (Character.isBmpCodePoint(point)) {
                key.append(BASIC).append((char) point);
            } else {
                key.append(BEYOND).append((char) (PRINTED + (point >> 10))).append((char) (PRINTED + (point & 0x3FF)));
            }
        });
        return key.toString();
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return key(value);
    }

    @Override
    public Expr copy(Expr expression) {
        return new CodePoints(expression);
    }
}
