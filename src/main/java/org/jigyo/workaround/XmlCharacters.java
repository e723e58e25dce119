package org.jigyo.workaround;

import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.jigyo.XmlCharacter;

/**
 * Characters that XML cannot contain, not even escaped (XML 1.0, 2.2). Jena 5.6 writes them to SPARQL results in XML
 * anyway, and no client can parse the result. Not reported upstream.
 */
public final class XmlCharacters {

    private XmlCharacters() {}

    /** The first character of a literal that XML cannot contain; empty for any other term. */
    public static OptionalInt refusedIn(Node term) {
        return term.isLiteral()
                ? term.getLiteralLexicalForm()
                        .codePoints()
                        .filter(c -> !XmlCharacter.allowed(c))
                        .findFirst()
                : OptionalInt.empty();
    }
}
