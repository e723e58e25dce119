package org.jigyo.graph;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.Sheet.Indicator;

/** What a figure says that a form prints of a year to come, or of years in which it has nothing to say. The record keeps it as printed. */
final class Placeholders {

    /** What is printed as to be expected, before anybody granted or spent it. */
    static final String PROJECTED = "projected";

    private Placeholders() {}

    /**
     * The kind of a printed indicator value: what stands in an actual column of a year still to come is a forecast, and a 0 there says
     * nothing.
     *
     * @return null for what says nothing
     */
    static String kind(OneSheet one, Indicator.Value printed) {
        boolean toCome = printed.year() > one.sheet().fiscalYear()
                && one.codes().counted(printed.kind()).equals("actual");
        return !toCome ? printed.kind() : zero(printed) ? null : "forecast";
    }

    /**
     * The phase of a printed amount: a budget further ahead than an assembly grants one is a projection, and so is what stands in a
     * settled column of a year still to come. A 0 there says nothing.
     *
     * @return null for what says nothing
     */
    static String phase(OneSheet one, Sheet.Cost cost) {
        int ahead = cost.year() - one.sheet().fiscalYear();
        Integer from = one.codes().projected(one.sheet().origin().layout());
        return switch (one.codes().counted(cost.phase())) {
            case "budget" -> from != null && ahead >= from ? PROJECTED : cost.phase();
            case "settled" -> ahead <= 0 ? cost.phase() : cost.value().signum() == 0 ? null : PROJECTED;
            default -> cost.phase();
        };
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
