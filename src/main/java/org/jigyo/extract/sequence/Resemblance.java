package org.jigyo.extract.sequence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How much two printed keys look alike, from 0 to 1, and how much a text looks like one of the form's labels. */
final class Resemblance {

    /** From here on a text may be a misspelt label. */
    static final double LABEL = 0.7;

    /** So many characters that stand in a label are a part of it. */
    private static final int PART = 5;

    /** So many make it possible. */
    private static final int SHORT_PART = 3;

    private final List<String> labels;
    private final Map<String, Double> known = new HashMap<>();

    /** Resemblance to these labels, given as keys. */
    Resemblance(List<String> labels) {
        this.labels = labels;
    }

    /** The likeness to the nearest label; a single character is like none. */
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

    /** True for a text of a few characters that a label holds: it may be that label's part, drawn by itself. */
    boolean inLabel(String key) {
        return key.length() >= SHORT_PART && labels.stream().anyMatch(l -> l.contains(key));
    }

    /** True for a text that holds a whole label of some length. */
    boolean holdsLabel(String key) {
        return labels.stream().anyMatch(l -> l.length() >= SHORT_PART && key.contains(l));
    }

    /** The number of characters that the shorter one shares with the other, wherever they stand: a bound on the likeness. */
    private static int common(String a, String b) {
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            if (b.indexOf(a.charAt(i)) >= 0) {
                common++;
            }
        }
        return common;
    }

    /** 1 less the share of characters that have to be changed, added or left out. */
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
