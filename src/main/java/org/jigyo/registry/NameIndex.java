package org.jigyo.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Printed names made plain once, and the few marks of each by which all names that are alike find each other (prefix filter: Chaudhuri,
 * Ganti and Kaushik, <i>A Primitive Operator for Similarity Joins in Data Cleaning</i>, 2006).
 *
 * <p>Why it is sound: let two names have <i>a</i> and <i>b</i> marks and share <i>s</i>. Their similarity 2<i>s</i>/(<i>a</i>+<i>b</i>) is at
 * least <i>t</i> only if <i>s</i> ≥ <i>t</i>(<i>a</i>+<i>b</i>)/2 and, as <i>b</i> ≥ <i>s</i>, only if <i>s</i> ≥ <i>at</i>/(2−<i>t</i>) =: <i>α</i>, the same for
 * <i>b</i>. With all marks in one order, take from each name the first <i>a</i>−⌈<i>α</i>⌉+1. If two names share none of those, then let the name
 * whose last taken mark comes first in the order be the one with <i>a</i> marks: what it shares lies among its other ⌈<i>α</i>⌉−1 marks, too few.
 */
final class NameIndex {

    /** Far above the error of a division, far below the least step of ⌈at/(2−t)⌉. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Names.Plain> plain = new HashMap<>();
    private final Map<String, List<String>> marks = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Comparator<String> rarestFirst = Comparator.comparingInt(
                    (String mark) -> frequency.getOrDefault(mark, 0))
            .thenComparing(mark -> mark);

    /** @param names those that will be compared; rare marks are taken first, because they find little beside what is alike */
    NameIndex(Collection<String> names) {
        for (String name : new HashSet<>(names)) {
            plain(name).marks().forEach(mark -> frequency.merge(mark, 1, Integer::sum));
        }
    }

    double similarity(String one, String other) {
        return plain(one).similarity(plain(other));
    }

    /** Equal for names whose similarity is 1; null for a name that is like no other. */
    String exact(String name) {
        return plain(name).exact();
    }

    /**
     * Marks of which two names share at least one if their similarity is {@code least} or more; also when they are taken of the other
     * name for a lower similarity.
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
