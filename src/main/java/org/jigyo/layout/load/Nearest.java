package org.jigyo.layout.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests the known word that was probably meant. */
final class Nearest {

    private Nearest() {}

    /** The hint «; did you mean «x»?», or an empty string if no word is similar. */
    static String hint(String word, Collection<String> known) {
        return of(word, known).map(w -> "; did you mean «" + w + "»?").orElse("");
    }

    /** The most similar word, if at most two letters or a third of its letters differ. Case is ignored. */
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
