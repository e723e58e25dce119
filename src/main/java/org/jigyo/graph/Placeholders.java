package org.jigyo.graph;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/**
 * Interprets figures that a form prints for future years, or for years without meaning. The record keeps them as
 * printed.
 */
final class Placeholders {

    /** The phase of an amount that is expected but neither approved nor spent. */
    static final String PROJECTED = "projected";

    private Placeholders() {}

    /**
     * The kind of a printed indicator value. A value in an actual column of a future year is a forecast, and a 0 there
     * is a placeholder.
     *
     * @return null for a placeholder
     */
    static String kind(OneSheet one, PrintedIndicator.Value printed) {
        boolean toCome = printed.year() > one.sheet().fiscalYear()
                && one.codes().counted(printed.kind()).equals("actual");
        return !toCome ? printed.kind() : zero(printed) ? null : "forecast";
    }

    /**
     * The phase of a printed amount. A budget further ahead than assemblies approve is a projection, and so is an
     * amount in a settled column of a future year. A 0 there is a placeholder.
     *
     * @return null for a placeholder
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
     * The years before an indicator was introduced and after it was abandoned: its target and actual value are both 0,
     * and all other values lie on the other side. An indicator that is 0 throughout may be a genuine one.
     */
    static Set<Integer> idle(OneSheet one, PrintedIndicator indicator) {
        Map<Integer, List<PrintedIndicator.Value>> years = indicator.values().stream()
                .collect(groupingBy(PrintedIndicator.Value::year, TreeMap::new, Collectors.toList()));
        IntSummaryStatistics life = indicator.values().stream()
                .filter(v -> !zero(v))
                .mapToInt(PrintedIndicator.Value::year)
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

    private static boolean zero(PrintedIndicator.Value printed) {
        return printed.value() instanceof BigDecimal number && number.signum() == 0;
    }
}
