package org.jigyo.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a Turtle document into slices that are each a document of its own and mean together what the whole means. Where it is
 * cut depends only on the statements before the cut: a change elsewhere leaves a slice what it was.
 *
 * <p>Only documents laid out as {@code org.jigyo.graph} and N-Triples writers do are cut: prefixes first, then blocks that
 * begin at the start of a line with their subject and end with the only point at the end of a line, without blank nodes,
 * collections, comments, single quotes. Any other is one slice.
 */
final class TurtleText {

    /** One block in so many ends a slice, by its hash: slices of about a hundred kilobytes. */
    private static final int BLOCKS = 256;

    private static final Pattern PREFIX = Pattern.compile("@prefix [^\\s<]*: <[^>]*> \\.\n+");

    private final String text;
    private final List<String> parts = new ArrayList<>();
    private String head = "";
    private int at;

    private TurtleText(String text) {
        this.text = text;
    }

    /**
     * A document taken apart.
     *
     * @param head its prefixes; empty when it cannot be cut
     * @param blocks mean with the head before each of them, or before all, what the document means
     */
    record Blocks(String head, List<String> blocks) {}

    /** The slices of a document, in its order; at least one. */
    static List<String> slices(String turtle) {
        TurtleText reading = new TurtleText(turtle);
        return reading.cut(BLOCKS)
                ? reading.parts.stream().map(part -> reading.head + part).toList()
                : List.of(turtle);
    }

    /** The blocks of a document, each with what is said of one subject. */
    static Blocks blocks(String turtle) {
        TurtleText reading = new TurtleText(turtle);
        return reading.cut(1) ? new Blocks(reading.head, reading.parts) : new Blocks("", List.of(turtle));
    }

    /** @param blocks one block in so many ends a part */
    private boolean cut(int blocks) {
        Matcher prefix = PREFIX.matcher(text);
        while (prefix.region(at, text.length()).lookingAt()) {
            at = prefix.end();
        }
        head = text.substring(0, at);
        int from = at;
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                at++;
                continue;
            }
            int block = at;
            if (!subjectIsNext() || !passBlock()) {
                return false;
            }
            if (((text.substring(block, at).hashCode() * 0x9E3779B9) >>> 16) % blocks == 0) {
                parts.add(text.substring(from, at));
                from = at;
            }
        }
        if (from < text.length() || parts.isEmpty()) {
            parts.add(text.substring(from));
        }
        return true;
    }

    private boolean subjectIsNext() {
        if (text.charAt(at) == '<') {
            return true;
        }
        int colon = at;
        while (colon < text.length() && (Character.isLetterOrDigit(text.charAt(colon)) || text.charAt(colon) == '-')) {
            colon++;
        }
        return colon < text.length() && text.charAt(colon) == ':';
    }

    /** Goes behind the line whose last character is the block's point; false when the layout is another one. */
    private boolean passBlock() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '<' -> at = after(">", at + 1);
                case '"' -> at = afterString();
                case '.' -> {
                    if (at + 1 == text.length() || text.charAt(at + 1) == '\n') {
                        at = afterLine(at);
                        return true;
                    }
                    if (Character.isWhitespace(text.charAt(at + 1))) {
                        return false;
                    }
                    at++;
                }
                case '\n' -> {
                    if (!text.startsWith(" ", ++at)) {
                        return false;
                    }
                }
                case '[', '(', '\'', '#', '\r' -> {
                    return false;
                }
                case '_' -> {
                    if (text.startsWith("_:", at++)) {
                        return false;
                    }
                }
                default -> at++;
            }
            if (at < 0) {
                return false;
            }
        }
        return false;
    }

    private int afterString() {
        String quote = text.startsWith("\"\"\"", at) ? "\"\"\"" : "\"";
        for (int i = at + quote.length(); i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(quote, i)) {
                return i + quote.length();
            }
        }
        return -1;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private int afterLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
