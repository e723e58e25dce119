package org.jigyo.workaround;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The order of texts by code point, as SPARQL says. Jena compares by UTF-16 unit, which puts a kanji beyond the basic plane, such as 𠮷,
 * before the full-width and half-width forms. Not reported upstream.
 */
final class CodePoints extends ExprFunction1 {

    /** Two code points that no text has: they stand before whatever follows the surrogates, so that UTF-16 units compare right. */
    private static final char BASIC = '\uD7FE';

    private static final char BEYOND = '\uD7FF';

    /** From here on characters are written differently; assigned characters below it are not touched. */
    private static final char FIRST = '\uD7FC';

    /** Added to the halves of a code point so that neither is a control character. */
    private static final int PRINTED = 0x1000;

    /** The value of an expression as it is to be compared. */
    CodePoints(Expr expression) {
        super(expression, "code-points");
    }

    /** A value that compares, by UTF-16 unit, as the given one does by code point. */
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
