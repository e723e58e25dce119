package org.jigyo.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Normalised names with a few marks each, by which all similar names find each other (prefix filter: Chaudhuri, Ganti
 * and Kaushik, <i>A Primitive Operator for Similarity Joins in Data Cleaning</i>, 2006).
 *
 * <p>Why it is complete: let two names have <i>a</i> and <i>b</i> marks and share <i>s</i>. Their similarity
 * 2<i>s</i>/(<i>a</i>+<i>b</i>) is at least <i>t</i> only if <i>s</i> ≥ <i>t</i>(<i>a</i>+<i>b</i>)/2 and, because
 * <i>b</i> ≥ <i>s</i>, only if <i>s</i> ≥ <i>at</i>/(2−<i>t</i>) =: <i>α</i>; the same holds for <i>b</i>. Sort all
 * marks in one order and take from each name the first <i>a</i>−⌈<i>α</i>⌉+1. Suppose two names share none of those.
 * Let the name with <i>a</i> marks be the one whose last taken mark is first in the order. Then all marks it shares are
 * among its other ⌈<i>α</i>⌉−1 marks, which are too few.
 */
final class NameIndex {

    /** Far above the error of a division, far below the smallest step of ⌈at/(2−t)⌉. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Names.Plain> plain = new HashMap<>();
    private final Map<String, List<String>> marks = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Comparator<String> rarestFirst = Comparator.comparingInt(
                    (String mark) -> frequency.getOrDefault(mark, 0))
            .thenComparing(mark -> mark);

    /**
     * @param names the names that will be compared; rare marks come first, because they are the most selective
     */
    NameIndex(Collection<String> names) {
        for (String name : new HashSet<>(names)) {
            plain(name).marks().forEach(mark -> frequency.merge(mark, 1, Integer::sum));
        }
    }

    double similarity(String one, String other) {
        return plain(one).similarity(plain(other));
    }

    /** A key that is equal for names with similarity 1; null for a name that is similar to no other. */
    String exact(String name) {
        return plain(name).exact();
    }

    /**
     * Marks of which two names share at least one if their similarity is at least {@code least}, even if the other
     * name's marks were taken for a lower similarity.
     *
     * @param least above 0
     */
    List<String> marks(String name, double least) {
        List<String> all = marks.computeIfAbsent(
                name, k -> plain(name).marks().stream().sorted(rarestFirst).toList());
        int needed = (int) Math.ceil(all.size() * least / (2 - least) - ROUNDING);
        return all.subList(0, Math.min(all.size(), all.size() - needed + 1));
    }

    private Names.Plain plain(String name) {
        return plain.computeIfAbsent(name, Names.Plain::of);
    }
}
