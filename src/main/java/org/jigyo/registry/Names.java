package org.jigyo.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What two printings of one name share, and how similar two printed names are. */
public final class Names {

    private Names() {}

    /** A name without width, case, blanks and punctuation: what two printings of one name share. Empty for null. */
    public static String plain(String name) {
        if (name == null) {
            return "";
        }
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(wide.length());
        wide.codePoints().filter(c -> Character.isLetterOrDigit(c) || c == 'ー').forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** A printed unit with normalised width and without spaces; empty for null. */
    public static String unit(String printed) {
        return printed == null
                ? ""
                : Normalizer.normalize(printed, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /** A name prepared for comparison: its plain text, its numbers in order, and its sorted character bigrams. */
    static final class Plain {

        private final String text;
        private final String digits;
        private final int[] pairs;

        private Plain(String text, String digits, int[] pairs) {
            this.text = text;
            this.digits = digits;
            this.pairs = pairs;
        }

        static Plain of(String name) {
            String text = plain(name);
            int[] pairs = IntStream.range(0, Math.max(0, text.length() - 1))
                    .map(i -> text.charAt(i) << 16 | text.charAt(i + 1))
                    .sorted()
                    .toArray();
            return new Plain(text, text.replaceAll("[^0-9]+", " ").strip(), pairs);
        }

        /**
         * Dice coefficient of the character bigrams, 0 to 1. Names with different numbers (第1期, 第2期) have similarity 0,
         * because the number distinguishes them.
         */
        double similarity(Plain other) {
            if (text.equals(other.text)) {
                return text.isEmpty() ? 0 : 1;
            }
            if (pairs.length == 0 || other.pairs.length == 0 || !digits.equals(other.digits)) {
                return 0;
            }
            int shared = 0;
            for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
                int order = Integer.compare(pairs[i], other.pairs[j]);
                shared += order == 0 ? 1 : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return 2.0 * shared / (pairs.length + other.pairs.length);
        }

        /**
         * A key that is equal for two names exactly if their similarity is 1; null if the name is similar to no other.
         */
        String exact() {
            if (pairs.length == 0) {
                return text.isEmpty() ? null : text;
            }
            StringBuilder key = new StringBuilder(digits).append('\n');
            for (int pair : pairs) {
                key.append((char) (pair >>> 16)).append((char) pair);
            }
            return key.toString();
        }

        /**
         * The marks of a name: each bigram together with its rank among equal ones and the numbers of the name, so that
         * the number of shared marks is the number of shared bigrams. A name of one character is its own mark.
         */
        List<String> marks() {
            List<String> marks = new ArrayList<>();
            if (pairs.length == 0 && !text.isEmpty()) {
                marks.add(text);
            }
            for (int i = 0, rank = 0; i < pairs.length; i++) {
                rank = i > 0 && pairs[i] == pairs[i - 1] ? rank + 1 : 0;
                marks.add("" + (char) (pairs[i] >>> 16) + (char) pairs[i] + rank + ' ' + digits);
            }
            return marks;
        }
    }

    /** The similarity of two printed names, 0 to 1. */
    static double similarity(String one, String other) {
        return Plain.of(one).similarity(Plain.of(other));
    }
}
