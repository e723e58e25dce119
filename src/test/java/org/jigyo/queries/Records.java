package org.jigyo.queries;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/** The contents of sheet records, computed independently: the reference for answers. */
public final class Records {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Records() {}

    static List<Sheet> of(List<Sheet> sheets, Map<String, String> parameters) {
        String year = parameters.getOrDefault("year", "2024");
        return sheets.stream()
                .filter(s -> String.valueOf(s.fiscalYear()).equals(year))
                .filter(s -> s.city().equals(parameters.getOrDefault("city", s.city())))
                .toList();
    }

    /**
     * What a question over cities asks of one city.
     *
     * @param year a fiscal year that was asked for; null when the city has no sheets of the one
     * @param sheets those of the year
     * @param ever all sheets of the city
     */
    record CityYear(String city, Integer year, List<Sheet> sheets, List<Sheet> ever) {}

    /** The sheets that are asked for, city by city and year by year: the newest of each city, if nothing else is said. */
    static List<CityYear> asked(List<Sheet> all, String city, String year) {
        Map<String, List<Sheet>> cities = new TreeMap<>(all.stream()
                .filter(s -> city == null || s.city().equals(city))
                .collect(Collectors.groupingBy(Sheet::city)));
        List<CityYear> asked = new ArrayList<>();
        cities.forEach((code, ever) -> {
            TreeMap<Integer, List<Sheet>> years =
                    new TreeMap<>(ever.stream().collect(Collectors.groupingBy(Sheet::fiscalYear)));
            List<Integer> wanted = switch (year) {
                case "newest" -> List.of(years.lastKey());
                case "all" -> List.copyOf(years.keySet());
                default -> List.of(Integer.valueOf(year));
            };
            wanted.forEach(y -> asked.add(
                    years.containsKey(y)
                            ? new CityYear(code, y, years.get(y), ever)
                            : new CityYear(code, null, List.of(), ever)));
        });
        return asked;
    }

    /** A printed amount in yen, or null. */
    static BigDecimal yen(Sheet sheet, String item, String phase, int year) {
        return sheet.body().costs().stream()
                .filter(c -> c.item().equals(item) && c.phase().equals(phase) && c.year() == year)
                .map(c -> c.value().multiply(THOUSAND))
                .findFirst()
                .orElse(null);
    }

    static BigDecimal settled(Sheet sheet) {
        return yen(sheet, "total", "settled", sheet.fiscalYear());
    }

    static List<Sheet> withSettled(List<Sheet> sheets) {
        return sheets.stream().filter(s -> settled(s) != null).toList();
    }

    /** Sum of the figures that there are; null when there is none. */
    static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
    }

    static BigDecimal settled(List<Sheet> sheets) {
        return sum(sheets.stream().map(Records::settled).toList());
    }

    static SortedSet<String> printedGoals(Sheet sheet) {
        TreeSet<String> goals = new TreeSet<>();
        sheet.placement().sdgs().stream().filter(g -> g.target() == null).forEach(g -> goals.add(g.goal()));
        return goals;
    }

    static SortedSet<String> targets(Sheet sheet) {
        TreeSet<String> targets = new TreeSet<>();
        sheet.placement().sdgs().stream().filter(g -> g.target() != null).forEach(g -> targets.add(g.target()));
        return targets;
    }

    /** Printed goals and the goals of printed targets. */
    static SortedSet<String> goals(Sheet sheet) {
        SortedSet<String> goals = printedGoals(sheet);
        targets(sheet).forEach(t -> goals.add(t.substring(0, t.indexOf('.'))));
        return goals;
    }

    /** A number of an indicator, or null when there is none or it is text. */
    static BigDecimal value(PrintedIndicator indicator, String kind, int year) {
        return indicator.values().stream()
                .filter(v -> v.kind().equals(kind) && v.year() == year && v.value() instanceof BigDecimal)
                .map(v -> (BigDecimal) v.value())
                .findFirst()
                .orElse(null);
    }

    /**
     * The phase of an amount: つくば prints budgets two years ahead, and staff costs of future years, which nobody
     * approved; null for a 0 there.
     */
    public static String phase(Sheet sheet, Sheet.Cost cost) {
        int ahead = cost.year() - sheet.fiscalYear();
        boolean further = sheet.city().equals("082201") && cost.phase().equals("budget") && ahead >= 2;
        boolean unspent = cost.phase().equals("settled") && ahead > 0;
        return unspent && cost.value().signum() == 0 ? null : further || unspent ? "projected" : cost.phase();
    }

    /** The values of an indicator that are observations: figures, neither placeholders nor results of years to come. */
    static Stream<PrintedIndicator.Value> figures(Sheet sheet, PrintedIndicator indicator) {
        return indicator.values().stream()
                .filter(v -> v.value() instanceof BigDecimal)
                .filter(v -> !(v.kind().equals("actual") && v.year() > sheet.fiscalYear()))
                .filter(v -> !idle(indicator, v.year()));
    }

    /** True if a form prints 0 and 0 for a year outside the indicator's life, with all other years on one side. */
    static boolean idle(PrintedIndicator indicator, int year) {
        List<Integer> others = indicator.values().stream()
                .filter(v -> !(v.value() instanceof BigDecimal number) || number.signum() != 0)
                .map(PrintedIndicator.Value::year)
                .toList();
        return List.of("target", "actual").stream()
                        .map(kind -> value(indicator, kind, year))
                        .allMatch(v -> v != null && v.signum() == 0)
                && !others.isEmpty()
                && !others.contains(year)
                && (others.stream().allMatch(other -> other > year)
                        || others.stream().allMatch(other -> other < year));
    }

    static String plain(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC);
    }

    /** Codes of the plan elements a sheet is under, upper ones included. */
    static SortedSet<String> policies(Sheet sheet) {
        TreeSet<String> codes = new TreeSet<>();
        String above = "";
        // A sheet prints one path at most; whatever comes first on the page, a measure stands below its policy or
        // pillar.
        List<String> levels = Arrays.asList(null, "basicPolicy", "pillar", "policy", "measure");
        List<Sheet.Policy> downwards = sheet.placement().policies().stream()
                .sorted(Comparator.comparing(p -> levels.indexOf(p.level())))
                .toList();
        for (Sheet.Policy policy : downwards) {
            String code = plain(policy.code());
            String whole = policy.level() == null || above.isEmpty() || code.startsWith(above + "-")
                    ? code
                    : above + "-" + code;
            above = policy.level() == null ? "" : whole;
            for (int i = whole.length(); i > 0; i = whole.lastIndexOf('-', i - 1)) {
                codes.add(whole.substring(0, i));
            }
        }
        return codes;
    }

    /** 01-020108-16 and what it is part of: 01, 01-02, 01-0201, 01-020108. */
    static SortedSet<String> accounts(Sheet sheet) {
        TreeSet<String> codes = new TreeSet<>();
        for (Sheet.BudgetAccount account : sheet.placement().budgetAccounts()) {
            String code = account.code();
            codes.addAll(List.of(
                    code.substring(0, 2), code.substring(0, 5), code.substring(0, 7), code.substring(0, 9), code));
        }
        return codes;
    }
}
