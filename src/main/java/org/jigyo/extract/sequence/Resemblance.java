package org.jigyo.extract.sequence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The similarity of two comparison keys, from 0 to 1, and of a text to the form's labels. */
final class Resemblance {

    /** From this similarity on, a text may be a misspelt label. */
    static final double LABEL = 0.7;

    /** This many characters that occur in a label are a part of it. */
    private static final int PART = 5;

    /** This many may be a part of it. */
    private static final int SHORT_PART = 3;

    private final List<String> labels;
    private final Map<String, Double> known = new HashMap<>();

    /** Similarity to these labels, given as comparison keys. */
    Resemblance(List<String> labels) {
        this.labels = labels;
    }

    /** The similarity to the nearest label; 0 for a single character. */
    double toLabel(String key) {
        if (key.length() < 2) {
            return 0;
        }
        return known.computeIfAbsent(
                key,
                k -> labels.stream()
                        .mapToDouble(l -> k.length() >= PART && l.contains(k) ? 1 : of(l, k))
                        .max()
                        .orElse(0));
    }

    /**
     * True for a text of a few characters that occurs in a label: it may be a part of the label that was drawn
     * separately.
     */
    boolean inLabel(String key) {
        return key.length() >= SHORT_PART && labels.stream().anyMatch(l -> l.contains(key));
    }

    /** True for a text that contains a whole label of sufficient length. */
    boolean holdsLabel(String key) {
        return labels.stream().anyMatch(l -> l.length() >= SHORT_PART && key.contains(l));
    }

    /**
     * The number of characters that the shorter key shares with the other in any order: an upper bound of the
     * similarity.
     */
    private static int common(String a, String b) {
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            if (b.indexOf(a.charAt(i)) >= 0) {
                common++;
            }
        }
        return common;
    }

    /** 1 minus the edit distance divided by the length. */
    static double of(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        if (longest == 0 || a.equals(b)) {
            return 1;
        }
        if (Math.abs(a.length() - b.length()) > longest * (1 - LABEL)) {
            return 0;
        }
        if (common(a, b) < longest * LABEL) {
            return 0;
        }
        return 1 - (double) LevenshteinDistance.getDefaultInstance().apply(a, b) / longest;
    }
}
