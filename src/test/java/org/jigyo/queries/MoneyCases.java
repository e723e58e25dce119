package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jigyo.nation.ReferenceReader;
import org.jigyo.nation.ReferenceTable;
import org.jigyo.queries.Records.CityYear;
import org.jigyo.sheet.Part;
import org.jigyo.sheet.Sheet;

/** Questions about amounts. */
final class MoneyCases {

    static final List<String> SOURCES = List.of(
            "generalFunds",
            "nationalFunds",
            "prefecturalFunds",
            "nationalPrefecturalFunds",
            "nationalPrefecturalBonds",
            "bonds",
            "otherFunds");

    private MoneyCases() {}

    static List<Case> all(Map<String, String> where) {
        return List.of(
                printed("parts", where, "name number part partYen projectYen", MoneyCases::parts),
                printed("sdg-goal-cost", where, "goal basis projects yen", MoneyCases::goals),
                printed(
                        "sdg-cost-per-resident",
                        where,
                        "goal basis projects yen sharedYen population populationYear yenPerResident",
                        here -> perResident(here, sharedGoals(here), 3)),
                printed(
                        "cost-per-resident",
                        where,
                        "projects yen population populationYear yenPerResident",
                        here -> perResident(here, whole(here), 1)),
                printed(
                        "sdg-spending",
                        where,
                        "code basis projects fullCountYen sharedYen",
                        here -> shared(here, Records::goals)),
                printed(
                        "sdg-target-spending",
                        where,
                        "code basis projects fullCountYen sharedYen",
                        here -> shared(here, Records::targets)),
                printed(
                        "share-without-sdg",
                        where,
                        "projects projectsWithoutLink yen yenWithoutLink",
                        MoneyCases::withoutSdg),
                printed("policy-cost", where, "code projects yen", here -> totals(here, Records::policies)),
                printed("budget-accounts", where, "code projects yen", here -> totals(here, Records::accounts)),
                printed("plan-against-actual", where, "name plannedYen settledYen gapYen", here -> gaps(here, where)),
                printed("winners-and-losers", where, "name settledYenBefore settledYen changeYen", MoneyCases::changes),
                printed("funding-sources", where, "source projects yen", here -> sources(here, where)),
                printed("pledges", where, "number projects names yen", MoneyCases::pledges),
                printed("money-flow", where, "source goal projects yen", MoneyCases::flow));
    }

    /** By source, topmost policy and goal, split equally; what is not printed stands under «none». */
    private static List<List<Object>> flow(CityYear here) {
        Map<List<String>, List<BigDecimal>> amounts = new LinkedHashMap<>();
        for (Sheet sheet : Records.withSettled(here.sheets())) {
            Map<String, BigDecimal> sources = new LinkedHashMap<>();
            BigDecimal rest = Records.settled(sheet);
            for (String source : SOURCES) {
                BigDecimal figure = Records.yen(sheet, source, "settled", sheet.fiscalYear());
                if (figure != null) {
                    sources.put(code(source), figure);
                    rest = rest.subtract(figure);
                }
            }
            sources.put("none", rest);
            List<String> policies = orNone(Records.policies(sheet).stream()
                    .map(code -> code.replaceFirst("-.*", ""))
                    .distinct()
                    .toList());
            List<String> goals = orNone(List.copyOf(Records.goals(sheet)));
            BigDecimal parts = BigDecimal.valueOf((long) policies.size() * goals.size());
            sources.forEach((source, figure) -> {
                if (figure.signum() > 0) {
                    policies.forEach(policy -> goals.forEach(
                            goal -> amounts.computeIfAbsent(List.of(source, policy, goal), k -> new ArrayList<>())
                                    .add(figure.divide(parts, 24, RoundingMode.HALF_UP))));
                }
            });
        }
        List<List<Object>> rows = new ArrayList<>();
        amounts.forEach((key, parts) -> rows.add(
                row(key.get(0), key.get(2), parts.size(), Records.sum(parts).setScale(0, RoundingMode.HALF_UP))));
        return rows;
    }

    private static List<String> orNone(List<String> codes) {
        return codes.isEmpty() ? List.of("none") : codes;
    }

    private static Case printed(
            String query, Map<String, String> where, String columns, Function<CityYear, List<List<Object>>> rows) {
        return Case.ofYears(query, where, columns, Case::notPrinted, rows);
    }

    private static List<List<Object>> parts(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet sheet : here.sheets()) {
            for (Part part : sheet.parts()) {
                rows.add(Case.row(
                        sheet.name(),
                        part.number(),
                        part.name(),
                        Records.settled(sheet.of(part)),
                        Records.settled(sheet)));
            }
        }
        return rows;
    }

    /** Other parameters than year and city. */
    static List<Case> variants() {
        Map<String, String> planned = Map.of("year", "2023", "plan", "planned");
        Map<String, String> budget = Map.of("year", "2023", "phase", "budget");
        return List.of(
                printed(
                        "plan-against-actual",
                        planned,
                        "name plannedYen settledYen gapYen",
                        here -> gaps(here, planned)),
                printed("funding-sources", budget, "source projects yen", here -> sources(here, budget)),
                Case.ofYears(
                        "sdg-cost-per-resident",
                        Map.of("goal", "9"),
                        "goal basis projects yen sharedYen population populationYear yenPerResident",
                        here -> here.sheets().stream()
                                        .allMatch(sheet -> Records.goals(sheet).isEmpty())
                                ? "not-printed"
                                : "none-found",
                        here -> perResident(
                                here,
                                sharedGoals(here).stream()
                                        .filter(row -> row.get(0).equals("9"))
                                        .toList(),
                                3)));
    }

    /** Sheets by what they are counted under; a sheet with several is counted under each. */
    private static Map<String, List<Sheet>> by(List<Sheet> sheets, Function<Sheet, ? extends Collection<String>> keys) {
        TreeMap<String, List<Sheet>> groups = new TreeMap<>();
        for (Sheet sheet : sheets) {
            for (String key : keys.apply(sheet)) {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(sheet);
            }
        }
        return groups;
    }

    private static List<List<Object>> totals(CityYear here, Function<Sheet, SortedSet<String>> keys) {
        return by(Records.withSettled(here.sheets()), keys).entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue().size(), Records.settled(e.getValue())))
                .toList();
    }

    private static List<List<Object>> goals(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        by(Records.withSettled(here.sheets()), Records::goals)
                .forEach((goal, under) -> under.stream()
                        .collect(Collectors.groupingBy(s -> basis(s, goal)))
                        .forEach((basis, of) -> rows.add(row(goal, basis, of.size(), Records.settled(of)))));
        return rows;
    }

    /** Goals with their full count and their share, without what has no goal. */
    private static List<List<Object>> sharedGoals(CityYear here) {
        return shared(here, Records::goals).stream()
                .filter(row -> !row.get(0).equals("none"))
                .toList();
    }

    private static List<List<Object>> whole(CityYear here) {
        List<Sheet> sheets = Records.withSettled(here.sheets());
        return sheets.isEmpty() ? List.of() : List.of(row(sheets.size(), Records.settled(sheets)));
    }

    /** The shipped population by city. */
    static Map<String, BigDecimal> population() {
        return ReferenceReader.shipped().get(0).figures().stream()
                .collect(Collectors.toMap(ReferenceTable.Figure::code, ReferenceTable.Figure::value));
    }

    /**
     * Rows with the population of the city and their amount divided by it.
     *
     * @param yen position of the amount
     */
    private static List<List<Object>> perResident(CityYear here, List<List<Object>> rows, int yen) {
        BigDecimal population = population().get(here.city());
        List<List<Object>> divided = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> longer = new ArrayList<>(row);
            longer.add(population);
            longer.add("2020");
            longer.add(((BigDecimal) row.get(yen)).divide(population, 2, RoundingMode.HALF_UP));
            divided.add(longer);
        }
        return divided;
    }

    /** Whether a sheet prints a goal, or a target, itself. */
    private static String basis(Sheet sheet, String code) {
        return code.contains(".") || Records.printedGoals(sheet).contains(code) ? "printed" : "derived";
    }

    private static List<List<Object>> shared(CityYear here, Function<Sheet, SortedSet<String>> keys) {
        List<Sheet> sheets = Records.withSettled(here.sheets());
        Map<List<String>, List<BigDecimal>> shares = new LinkedHashMap<>();
        Map<List<String>, List<BigDecimal>> whole = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            List<String> links = List.copyOf(keys.apply(sheet));
            BigDecimal yen = Records.settled(sheet);
            for (int i = 0; i < links.size(); i++) {
                BigDecimal[] each = yen.divideAndRemainder(BigDecimal.valueOf(links.size()));
                BigDecimal part = i < each[1].intValueExact() ? each[0].add(BigDecimal.ONE) : each[0];
                List<String> under = List.of(links.get(i), basis(sheet, links.get(i)));
                shares.computeIfAbsent(under, any -> new ArrayList<>()).add(part);
                whole.computeIfAbsent(under, any -> new ArrayList<>()).add(yen);
            }
            if (links.isEmpty()) {
                shares.computeIfAbsent(List.of("none", "none"), any -> new ArrayList<>())
                        .add(yen);
                whole.computeIfAbsent(List.of("none", "none"), any -> new ArrayList<>())
                        .add(yen);
            }
        }
        return whole.entrySet().stream()
                .map(e -> row(
                        e.getKey().get(0),
                        e.getKey().get(1),
                        e.getValue().size(),
                        Records.sum(e.getValue()),
                        Records.sum(shares.get(e.getKey()))))
                .toList();
    }

    private static List<List<Object>> withoutSdg(CityYear here) {
        List<Sheet> all = Records.withSettled(here.sheets());
        List<Sheet> none =
                all.stream().filter(s -> s.placement().sdgs().isEmpty()).toList();
        BigDecimal yen = none.isEmpty() ? BigDecimal.ZERO : Records.settled(none);
        return all.isEmpty() ? List.of() : List.of(row(all.size(), none.size(), Records.settled(all), yen));
    }

    private static List<List<Object>> gaps(CityYear here, Map<String, String> where) {
        String plan = where.getOrDefault("plan", "budget");
        return Records.withSettled(here.sheets()).stream()
                .filter(s -> Records.yen(s, "total", plan, s.fiscalYear()) != null)
                .map(s -> {
                    BigDecimal planned = Records.yen(s, "total", plan, s.fiscalYear());
                    return row(s.name(), planned, Records.settled(s), planned.subtract(Records.settled(s)));
                })
                .toList();
    }

    private static List<List<Object>> changes(CityYear here) {
        return Records.withSettled(here.sheets()).stream()
                .filter(s -> Records.yen(s, "total", "settled", s.fiscalYear() - 1) != null)
                .map(s -> {
                    BigDecimal before = Records.yen(s, "total", "settled", s.fiscalYear() - 1);
                    return row(
                            s.name(),
                            before,
                            Records.settled(s),
                            Records.settled(s).subtract(before));
                })
                .toList();
    }

    private static List<List<Object>> sources(CityYear here, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        String phase = where.getOrDefault("phase", "settled");
        SOURCES.forEach(source -> {
            List<BigDecimal> figures = here.sheets().stream()
                    .map(s -> Records.yen(s, source, phase, s.fiscalYear()))
                    .filter(f -> f != null)
                    .toList();
            if (!figures.isEmpty()) {
                rows.add(row(code(source), figures.size(), Records.sum(figures)));
            }
        });
        return rows;
    }

    /** The code of an item in the graph. */
    static String code(String item) {
        return item.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<List<Object>> pledges(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        by(here.ever(), s -> s.placement().pledges()).forEach((pledge, ever) -> {
            List<Sheet> serving = ever.stream().filter(here.sheets()::contains).toList();
            String names = serving.stream().map(Sheet::name).collect(Collectors.joining(" | "));
            rows.add(row(pledge, serving.size(), names, Records.settled(serving)));
        });
        return rows;
    }
}
