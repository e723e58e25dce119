package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jigyo.queries.Records.CityYear;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/** Questions about what projects belong to: a goal, a target, an element of a plan. */
final class ThingCases {

    private static final String BASE = "https://data.example.jp/jigyo/id/";

    private ThingCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String year : List.of("newest", "2022", "all")) {
            cases.add(of(
                    "http://metadata.un.org/sdg/9", year, s -> Records.goals(s).contains("9")));
            cases.add(of(
                    "http://metadata.un.org/sdg/9.5",
                    year,
                    s -> Records.targets(s).contains("9.5")));
            cases.add(of(BASE + "municipality/082201", year, s -> s.city().equals("082201")));
            cases.add(of(
                    BASE + "policy/082201/tsukuba-strategy-2/IV",
                    year,
                    s -> s.city().equals("082201") && Records.policies(s).contains("IV")));
        }
        return cases;
    }

    private static Case of(String thing, String year, Predicate<Sheet> belongs) {
        return Case.of(
                "projects-of",
                Map.of("thing", thing, "year", year),
                "cityCode year name budgetYen settledYen changeYen outcome",
                all -> rows(all, year, belongs));
    }

    private static List<List<Object>> rows(List<Sheet> all, String year, Predicate<Sheet> belongs) {
        List<List<Object>> rows = new ArrayList<>();
        for (CityYear here : Records.asked(all, null, year)) {
            for (Sheet s : here.sheets()) {
                if (belongs.test(s)) {
                    BigDecimal settled = Records.settled(s);
                    BigDecimal before = Records.yen(s, "total", "settled", s.fiscalYear() - 1);
                    rows.add(row(
                            s.city(),
                            s.fiscalYear(),
                            s.name(),
                            Records.yen(s, "total", "budget", s.fiscalYear()),
                            settled,
                            settled == null || before == null ? null : settled.subtract(before),
                            outcome(s)));
                }
            }
        }
        return rows.isEmpty() ? List.of(row(null, null, null, null, null, null, null)) : rows;
    }

    /** missed if an indicator missed its target, met if all that can be decided reached it. */
    private static String outcome(Sheet sheet) {
        TreeSet<String> outcomes = new TreeSet<>();
        for (PrintedIndicator indicator : sheet.body().indicators()) {
            String comparator = IndicatorCases.comparator(indicator, sheet.fiscalYear());
            BigDecimal goal = Records.value(indicator, comparator, sheet.fiscalYear());
            BigDecimal actual = Records.value(indicator, "actual", sheet.fiscalYear());
            if (goal != null && actual != null) {
                outcomes.add(Outcomes.of(indicator, goal, actual));
            }
        }
        return outcomes.contains("missed") ? "missed" : outcomes.contains("met") ? "met" : null;
    }
}
