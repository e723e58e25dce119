package org.jigyo.sheet;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Which characters a text may hold, so that every format can carry it. Not among them are control characters other than tab and
 * line breaks, code points that Unicode reserves as no characters (U+FFFE, U+FDD0 …), surrogates without their other half, and
 * U+FFFD, which stands for a character that could not be read.
 */
public final class Characters {

    /** Most characters of a quotation. */
    private static final int QUOTE = 300;

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /** The first code point that a text must not hold. */
    static OptionalInt foreign(String text) {
        return text.codePoints().filter(Characters::foreign).findFirst();
    }

    private static boolean foreign(int c) {
        return switch (c) {
            case '\t', '\n', '\r' -> false;
            case REPLACEMENT -> true;
            default -> Character.isISOControl(c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || half(c);
        };
    }

    /** The text with U+FFFD for each such code point. */
    static String replaced(String text) {
        return foreign(text).isEmpty() ? text : map(text, Characters::foreign, c -> String.valueOf(REPLACEMENT));
    }

    /** The text with {@code <U+001B>} for each such code point. */
    public static String spelled(String text) {
        return foreign(text).isEmpty() ? text : map(text, Characters::foreign, c -> "<" + name(c) + ">");
    }

    /** JSON in which surrogates without their other half, which UTF-8 cannot write, are escaped. */
    static String escaped(String json) {
        return json.codePoints().noneMatch(Characters::half)
                ? json
                : map(json, Characters::half, c -> String.format("\\u%04X", c));
    }

    private static boolean half(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The beginning of a text, with such code points spelled out: what a message quotes. */
    public static String quoted(String text) {
        return spelled(text.length() <= QUOTE ? text : text.substring(0, QUOTE) + "…");
    }

    /** U+001B. */
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
