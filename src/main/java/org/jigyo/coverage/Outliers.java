package org.jigyo.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.Place;

/** The sheets that come first in the order of a number, and the number's median over all sheets. */
final class Outliers {

    private static final int MOST = 5;

    private final Comparator<Integer> order;
    private final List<Coverage.Outlier> first = new ArrayList<>();

    /** Number → how many sheets have it. */
    private final Map<Integer, Integer> counts = new TreeMap<>();

    /** Those that come first in this order. */
    Outliers(Comparator<Integer> order) {
        this.order = order;
    }

    void add(Place sheet, int number) {
        counts.merge(number, 1, Integer::sum);
        first.add(new Coverage.Outlier(sheet, number));
        first.sort(Comparator.comparing(Coverage.Outlier::number, order));
        if (first.size() > MOST) {
            first.remove(MOST);
        }
    }

    /** The median, the lower one of two; 0 without sheets. */
    int median() {
        int all = counts.values().stream().mapToInt(n -> n).sum();
        int before = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            before += count.getValue();
            if (2 * before >= all) {
                return count.getKey();
            }
        }
        return 0;
    }

    /** The first sheets, without those that are like most. */
    List<Coverage.Outlier> beyond() {
        int median = median();
        return first.stream()
                .filter(sheet -> order.compare(sheet.number(), median) < 0)
                .toList();
    }
}
