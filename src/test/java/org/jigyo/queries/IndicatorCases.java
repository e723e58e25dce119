package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jigyo.queries.Records.CityYear;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/** Questions about indicators: what they are compared with, and what came of it. */
final class IndicatorCases {

    /** Values that a form words as success: 川崎 1 to 3 («about as planned» and better), 池田 A («on track»). */
    private static final Set<String> GOOD =
            Set.of("141305 achievement 1", "141305 achievement 2", "141305 achievement 3", "272043 achievement A");

    private IndicatorCases() {}

    static List<Case> all(Map<String, String> where) {
        String compared = "name indicatorName comparator goal actual outcome";
        return List.of(
                Case.ofYears(
                        "target-against-actual",
                        where,
                        compared,
                        Case::notPrinted,
                        here -> comparisons(here.sheets(), where)),
                Case.ofYears(
                        "good-rating-target-missed",
                        where,
                        compared,
                        here -> here.sheets().stream()
                                                .anyMatch(s -> s.body().ratings().stream()
                                                        .anyMatch(r -> r.value() != null))
                                        && here.sheets().stream()
                                                .anyMatch(s -> !comparisons(List.of(s), Map.of())
                                                        .isEmpty())
                                ? "none-found"
                                : "not-printed",
                        here -> goodButMissed(here, where)),
                Case.ofYears(
                        "missed-targets-rising-cost",
                        where,
                        "name indicatorName actual settledYen outcome",
                        here -> some(here, IndicatorCases::twice) ? "none-found" : "not-printed",
                        IndicatorCases::missed),
                Case.ofYears(
                        "indicators-without-values",
                        where,
                        "name indicatorName",
                        here -> some(here, (s, i) -> true) ? "none-found" : "not-printed",
                        IndicatorCases::withoutValues));
    }

    private static boolean some(CityYear here, BiPredicate<Sheet, PrintedIndicator> which) {
        return here.sheets().stream()
                .anyMatch(s -> s.body().indicators().stream().anyMatch(i -> which.test(s, i)));
    }

    /** The kind of value that the actual one of a year is compared with, or null. */
    static String comparator(PrintedIndicator indicator, int year) {
        return Records.value(indicator, "target", year) != null
                ? "target"
                : Records.value(indicator, "forecast", year) != null ? "forecast" : null;
    }

    static boolean compared(PrintedIndicator indicator, int year) {
        return comparator(indicator, year) != null
                && Records.value(indicator, "actual", year) != null
                && !Records.idle(indicator, year);
    }

    private static boolean twice(Sheet sheet, PrintedIndicator indicator) {
        return compared(indicator, sheet.fiscalYear()) && compared(indicator, sheet.fiscalYear() - 1);
    }

    private static List<List<Object>> comparisons(List<Sheet> sheets, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : sheets) {
            for (PrintedIndicator i : s.body().indicators()) {
                String with = comparator(i, s.fiscalYear());
                if (compared(i, s.fiscalYear())
                        && where.getOrDefault("against", with).equals(with)) {
                    BigDecimal aim = Records.value(i, with, s.fiscalYear());
                    BigDecimal actual = Records.value(i, "actual", s.fiscalYear());
                    rows.add(row(s.name(), i.name(), with, aim, actual, Outcomes.of(i, aim, actual)));
                }
            }
        }
        return rows;
    }

    private static List<List<Object>> goodButMissed(CityYear here, Map<String, String> where) {
        List<Sheet> good = here.sheets().stream()
                .filter(s -> s.body().ratings().stream()
                        .anyMatch(r -> GOOD.contains(s.city() + " " + r.criterion() + " " + r.value())))
                .toList();
        List<List<Object>> rows = new ArrayList<>(comparisons(good, where));
        rows.removeIf(row -> row.get(5).equals("met") || row.get(3).equals(row.get(4)));
        return rows;
    }

    private static List<List<Object>> missed(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : Records.withSettled(here.sheets())) {
            int year = s.fiscalYear();
            BigDecimal before = Records.yen(s, "total", "settled", year - 1);
            if (before != null && Records.settled(s).compareTo(before) > 0) {
                s.body().indicators().stream()
                        .filter(i -> twice(s, i) && Outcomes.of(i, year) != null)
                        .forEach(i -> rows.add(row(
                                s.name(),
                                i.name(),
                                Records.value(i, "actual", year),
                                Records.settled(s),
                                Outcomes.of(i, year))));
            }
        }
        return rows;
    }

    private static List<List<Object>> withoutValues(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        here.sheets()
                .forEach(s -> s.body().indicators().stream()
                        .filter(i -> Records.value(i, "actual", s.fiscalYear()) == null)
                        .forEach(i -> rows.add(row(s.name(), i.name()))));
        return rows;
    }
}
