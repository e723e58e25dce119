package org.jigyo.workaround;

import java.util.OptionalInt;
import org.apache.jena.graph.Node;

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
                        .filter(c -> !allowed(c))
                        .findFirst()
                : OptionalInt.empty();
    }

    private static boolean allowed(int c) {
        return c >= 0x20
                ? c <= 0xD7FF || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF)
                : c == '\t' || c == '\n' || c == '\r';
    }
}
