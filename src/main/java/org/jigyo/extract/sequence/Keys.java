package org.jigyo.extract.sequence;

import org.jigyo.sheet.Printed;

/** Comparison keys of single characters, cached. */
final class Keys {

    private static final String[] KNOWN = new String[Character.MAX_VALUE + 1];

    private Keys() {}

    /** The key of a character. A race between threads is harmless, because both compute the same value. */
    static String of(char c) {
        String key = KNOWN[c];
        if (key == null) {
            key = Printed.key(String.valueOf(c));
            KNOWN[c] = key;
        }
        return key;
    }

    /** The key of a text, character by character. */
    static String of(Iterable<String> pieces) {
        StringBuilder key = new StringBuilder();
        for (String piece : pieces) {
            for (int i = 0; i < piece.length(); i++) {
                key.append(of(piece.charAt(i)));
            }
        }
        return key.toString();
    }
}
