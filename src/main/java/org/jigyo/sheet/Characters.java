package org.jigyo.sheet;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * The characters a text may hold so that every output format can carry it. Excluded are control characters other than
 * tab and line breaks, Unicode noncharacters (U+FFFE, U+FDD0 …), unpaired surrogates, and U+FFFD, which marks a
 * character that could not be read.
 */
public final class Characters {

    /** Maximum length of a quotation in a message, in characters. */
    private static final int QUOTE = 300;

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /** The first code point that a text must not hold, if any. */
    static OptionalInt foreign(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.charAt(i);
            if (usual(c)) {
                continue;
            }
            c = text.codePointAt(i);
            if (foreign(c)) {
                return OptionalInt.of(c);
            }
        }
        return OptionalInt.empty();
    }

    /** True for most characters of a text, which are neither controls nor surrogates nor near them. */
    private static boolean usual(int c) {
        return (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < Character.MIN_SURROGATE);
    }

    private static boolean foreign(int c) {
        return switch (c) {
            case '\t', '\n', '\r' -> false;
            case REPLACEMENT -> true;
            default -> Character.isISOControl(c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || half(c);
        };
    }

    /** The text with each excluded code point replaced by U+FFFD. */
    static String replaced(String text) {
        return foreign(text).isEmpty() ? text : map(text, Characters::foreign, c -> String.valueOf(REPLACEMENT));
    }

    /** The text with each excluded code point written as {@code <U+001B>}. */
    public static String spelled(String text) {
        return foreign(text).isEmpty() ? text : map(text, Characters::foreign, c -> "<" + name(c) + ">");
    }

    /** JSON with unpaired surrogates escaped, because UTF-8 cannot encode them. */
    static String escaped(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (half(json.charAt(i))) {
                return map(json, Characters::half, c -> String.format("\\u%04X", c));
            }
        }
        return json;
    }

    private static boolean half(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The beginning of a text for use in a message, with excluded code points written out. */
    public static String quoted(String text) {
        return spelled(text.length() <= QUOTE ? text : text.substring(0, QUOTE) + "…");
    }

    /** The notation U+001B of a code point. */
    static String name(int codePoint) {
        return String.format("U+%04X", codePoint);
    }

    private static String map(String text, IntPredicate which, IntFunction<String> instead) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (which.test(c)) {
                mapped.append(instead.apply(c));
            } else {
                mapped.appendCodePoint(c);
            }
        });
        return mapped.toString();
    }
}
