package org.jigyo.serve.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Finds in a text what matches a search: its words as the index splits them, and its parts between spaces as they stand. */
public final class Lit {

    private static final Analyzer ANALYZER = new JapaneseAnalyzer();
    private static final Pattern SPACE = Pattern.compile("[\\s　]+");

    private final Set<String> terms = new HashSet<>();
    private final List<String> words;

    /**
     * A part of a text.
     *
     * @param lit whether it matches
     */
    public record Part(String text, boolean lit) {}

    /** Finds what matches this search. */
    Lit(String asked) {
        words = SPACE.splitAsStream(normal(asked))
                .filter(word -> !word.isBlank())
                .toList();
        tokens(asked, (term, place) -> terms.add(term));
    }

    /**
     * A text, or what is around its first match.
     *
     * @param longest maximum number of characters; more are cut off
     */
    List<Part> in(String text, int longest) {
        BitSet lit = places(text);
        int hit = Math.max(0, lit.nextSetBit(0));
        int from = text.length() <= longest ? 0 : Math.max(0, Math.min(hit - longest / 4, text.length() - longest));
        int to = Math.min(text.length(), from + longest);
        List<Part> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(new Part("…", false));
        }
        for (int at = from; at < to; ) {
            boolean match = lit.get(at);
            int end = Math.min(to, match ? lit.nextClearBit(at) : lit.nextSetBit(at) < 0 ? to : lit.nextSetBit(at));
            parts.add(new Part(text.substring(at, end), match));
            at = end;
        }
        if (to < text.length()) {
            parts.add(new Part("…", false));
        }
        return parts;
    }

    private BitSet places(String text) {
        BitSet lit = new BitSet(text.length());
        String normal = normal(text);
        for (String word : words) {
            for (int at = normal.indexOf(word); at >= 0; at = normal.indexOf(word, at + 1)) {
                lit.set(at, at + word.length());
            }
        }
        tokens(text, (term, place) -> {
            if (terms.contains(term)) {
                lit.set(place[0], place[1]);
            }
        });
        return lit;
    }

    private static void tokens(String text, BiConsumer<String, int[]> take) {
        try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                take.accept(term.toString(), new int[] {place.startOffset(), place.endOffset()});
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In lower case and the usual width, letter by letter, so that places stay the same. */
    private static String normal(String text) {
        return text.chars()
                .mapToObj(Character::toString)
                .map(letter -> {
                    String usual =
                            Normalizer.normalize(letter, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
                    return usual.length() == 1 ? usual : letter;
                })
                .collect(Collectors.joining());
    }
}
