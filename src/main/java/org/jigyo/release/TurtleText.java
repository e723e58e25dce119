package org.jigyo.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a Turtle document (UTF-8) into parts that are each, behind its prefixes, a document of its own and mean together what
 * the whole means. Where it is cut depends only on the statements before the cut: a change elsewhere leaves a part what it was.
 *
 * <p>Only documents laid out as {@code org.jigyo.graph} and N-Triples writers do are cut: prefixes first, then blocks that
 * begin at the start of a line with their subject and end with the only point at the end of a line, without blank nodes,
 * collections, comments, single quotes. Any other is one part.
 */
final class TurtleText {

    /** One block in so many ends a slice, by its hash: slices of some fifty kilobytes. */
    static final int SLICE = 128;

    private static final Pattern PREFIX = Pattern.compile("@prefix [^\\s<]*: <[^>]*> \\.\n+");

    /** Prefixes are looked for in so many bytes. */
    private static final int HEAD = 1 << 14;

    private final ByteBuffer text;
    private final int size;
    private int at;

    private TurtleText(ByteBuffer text) {
        this.text = text;
        this.size = text.limit();
    }

    /**
     * Where a document is cut, in bytes from its beginning.
     *
     * @param head where its prefixes end and its first part begins; 0 when it is one part
     * @param ends of the parts, each of which begins where the one before ends; at least one
     */
    record Cuts(int head, List<Integer> ends) {}

    /**
     * Cuts a document.
     *
     * @param text from 0 to its limit
     * @param blocks one block in so many ends a part
     */
    static Cuts cut(ByteBuffer text, int blocks) {
        TurtleText reading = new TurtleText(text);
        List<Integer> ends = new ArrayList<>();
        int head = reading.head();
        return reading.cut(blocks, ends) ? new Cuts(head, ends) : new Cuts(0, List.of(reading.size));
    }

    /**
     * A document taken apart.
     *
     * @param head its prefixes; empty when it cannot be cut
     * @param blocks each with what is said of one subject; they mean with the head before each of them, or before all, what the
     *     document means
     */
    record Blocks(String head, List<String> blocks) {}

    static Blocks blocks(String turtle) {
        ByteBuffer text = StandardCharsets.UTF_8.encode(turtle);
        Cuts cuts = cut(text, 1);
        List<String> blocks = new ArrayList<>();
        int from = cuts.head();
        for (int end : cuts.ends()) {
            blocks.add(decode(text, from, end));
            from = end;
        }
        return new Blocks(decode(text, 0, cuts.head()), blocks);
    }

    private static String decode(ByteBuffer text, int from, int end) {
        return StandardCharsets.UTF_8.decode(text.slice(from, end - from)).toString();
    }

    private int head() {
        byte[] begin = new byte[Math.min(size, HEAD)];
        text.get(0, begin);
        // one character a byte: offsets are those of the bytes
        String head = new String(begin, StandardCharsets.ISO_8859_1);
        Matcher prefix = PREFIX.matcher(head);
        while (prefix.region(at, head.length()).lookingAt()) {
            at = prefix.end();
        }
        return at;
    }

    private boolean cut(int blocks, List<Integer> ends) {
        int from = at;
        while (at < size) {
            if (text.get(at) == '\n') {
                at++;
                continue;
            }
            int block = at;
            if (!subjectIsNext() || !passBlock()) {
                return false;
            }
            int hash = 0;
            for (int i = block; i < at; i++) {
                hash = 31 * hash + text.get(i);
            }
            if (((hash * 0x9E3779B9) >>> 16) % blocks == 0) {
                ends.add(at);
                from = at;
            }
        }
        if (from < size || ends.isEmpty()) {
            ends.add(size);
        }
        return true;
    }

    private boolean subjectIsNext() {
        if (text.get(at) == '<') {
            return true;
        }
        int colon = at;
        while (colon < size && isName(text.get(colon))) {
            colon++;
        }
        return colon < size && text.get(colon) == ':';
    }

    private static boolean isName(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** Goes behind the line whose last character is the block's point; false when the layout is another one. */
    private boolean passBlock() {
        while (at < size) {
            switch (text.get(at)) {
                case '<' -> at = after((byte) '>', at + 1);
                case '"' -> at = afterString();
                case '.' -> {
                    if (at + 1 == size || text.get(at + 1) == '\n') {
                        at = Math.min(size, at + 2);
                        return true;
                    }
                    if (Character.isWhitespace(text.get(at + 1))) {
                        return false;
                    }
                    at++;
                }
                case '\n' -> {
                    if (!is(++at, ' ')) {
                        return false;
                    }
                }
                case '[', '(', '\'', '#', '\r' -> {
                    return false;
                }
                case '_' -> {
                    if (is(++at, ':')) {
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

    private boolean is(int place, char c) {
        return place < size && text.get(place) == c;
    }

    private int afterString() {
        int quotes = is(at + 1, '"') && is(at + 2, '"') ? 3 : 1;
        for (int i = at + quotes; i < size; i++) {
            if (text.get(i) == '\\') {
                i++;
            } else if (text.get(i) == '"' && (quotes == 1 || (is(i + 1, '"') && is(i + 2, '"')))) {
                return i + quotes;
            }
        }
        return -1;
    }

    private int after(byte end, int from) {
        for (int i = from; i < size; i++) {
            if (text.get(i) == end) {
                return i + 1;
            }
        }
        return -1;
    }
}
