package org.jigyo.graph;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.sheet.Sheet.Indicator;

/** Figures that a form prints where there is nothing to say yet, or no more. The record keeps them as printed. */
final class Placeholders {

    private Placeholders() {}

    /** On forms that draw later years too, a settled or actual figure of a year still to come. */
    static boolean toCome(OneSheet one, String kind, int year) {
        String counted = one.codes().counted(kind);
        return year > one.sheet().fiscalYear() && (counted.equals("settled") || counted.equals("actual"));
    }

    /**
     * The years before an indicator was set and after it was given up: its target and its actual value are both 0, and every year with
     * another value lies on the other side. An indicator that is 0 throughout may well be one that should be.
     */
    static Set<Integer> idle(OneSheet one, Indicator indicator) {
        Map<Integer, List<Indicator.Value>> years = indicator.values().stream()
                .collect(groupingBy(Indicator.Value::year, TreeMap::new, Collectors.toList()));
        IntSummaryStatistics life = indicator.values().stream()
                .filter(v -> !zero(v))
                .mapToInt(Indicator.Value::year)
                .summaryStatistics();
        return years.entrySet().stream()
                .filter(year -> life.getCount() > 0)
                .filter(year -> year.getKey() < life.getMin() || year.getKey() > life.getMax())
                .filter(year -> Set.of("target", "actual")
                        .equals(year.getValue().stream()
                                .map(v -> one.codes().counted(v.kind()))
                                .collect(Collectors.toSet())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean zero(Indicator.Value printed) {
        return printed.value() instanceof BigDecimal number && number.signum() == 0;
    }
}
