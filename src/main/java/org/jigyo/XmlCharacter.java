package org.jigyo;

/** The characters that XML can contain (XML 1.0, 2.2). */
public final class XmlCharacter {

    private XmlCharacter() {}

    /** Whether XML can contain a code point; others cannot even be escaped. */
    public static boolean allowed(int codePoint) {
        return codePoint >= 0x20
                ? codePoint < 0xD800 || (codePoint >= 0xE000 && codePoint != 0xFFFE && codePoint != 0xFFFF)
                : codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    }
}
