package org.jigyo.serve.remote;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms as a release writes them. Servers store the value of a number or truth value and write it in a form of their own. */
final class AsPublished {

    /** Virtuoso stores integers beyond 31 bits as decimals, so a decimal that large may have been one. */
    private static final int DIGITS = 9;

    private AsPublished() {}

    /** The same value in the form in which a release writes it; other terms unchanged. */
    static Node of(Node term) {
        if (!term.isLiteral()) {
            return term;
        }
        String text = term.getLiteralLexicalForm();
        if (XSDDatatype.XSDdecimal.equals(term.getLiteralDatatype())) {
            return text.matches("-?\\d{1," + DIGITS + "}") ? literal(text + ".0", XSDDatatype.XSDdecimal) : term;
        }
        if (XSDDatatype.XSDboolean.equals(term.getLiteralDatatype()) && text.length() == 1) {
            return literal(text.equals("1") ? "true" : "false", XSDDatatype.XSDboolean);
        }
        return term;
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }
}
