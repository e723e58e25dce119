package org.jigyo.registry;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How alike two printed names are. */
final class Names {

    private Names() {}

    /** A name without width, case, blanks and punctuation: what two printings of one name share. */
    static String plain(String name) {
        if (name == null) {
            return "";
        }
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(wide.length());
        wide.codePoints().filter(c -> Character.isLetterOrDigit(c) || c == 'ー').forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /**
     * Dice coefficient of the pairs of neighbouring characters, 0 to 1. Names whose numbers differ (第1期, 第2期) are never
     * called alike, because the number is what tells them apart.
     */
    static double similarity(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        if (!digits(a).equals(digits(b)) || a.length() < 2 || b.length() < 2) {
            return 0;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= a.length(); i++) {
            pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 2 <= b.length(); i++) {
            Integer left = pairs.computeIfPresent(b.substring(i, i + 2), (k, n) -> n - 1);
            shared += left != null && left >= 0 ? 1 : 0;
        }
        return 2.0 * shared / (a.length() + b.length() - 2);
    }

    private static String digits(String plain) {
        return plain.replaceAll("[^0-9]+", " ").strip();
    }
}
