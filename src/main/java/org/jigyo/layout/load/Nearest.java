package org.jigyo.layout.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word that somebody may have meant. */
final class Nearest {

    private Nearest() {}

    /** «; did you mean «x»?», or nothing when no word is near. */
    static String hint(String word, Collection<String> known) {
        return of(word, known).map(w -> "; did you mean «" + w + "»?").orElse("");
    }

    /** The nearest word, when at most a third of its letters differ, or two; capitals and small letters are alike. */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(word, k) <= Math.max(k.length() > 3 ? 2 : 1, k.length() / 3));
    }

    private static int distance(String one, String two) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(one.toLowerCase(Locale.ROOT), two.toLowerCase(Locale.ROOT));
    }
}
