package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jigyo.sheet.Part;
import org.jigyo.sheet.Sheet;

/** Questions about amounts. */
final class MoneyCases {

    private static final List<String> SOURCES = List.of(
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
                Case.of("parts", where, "cityCode name number part partYen projectYen", all -> parts(all, where)),
                Case.of("sdg-goal-cost", where, "goal projects yen", all -> totals(all, where, Records::printedGoals)),
                Case.of(
                        "sdg-spending",
                        where,
                        "code projects fullCountYen sharedYen",
                        all -> shared(all, where, Records::goals)),
                Case.of(
                        "sdg-target-spending",
                        where,
                        "code projects fullCountYen sharedYen",
                        all -> shared(all, where, Records::targets)),
                Case.of(
                        "share-without-sdg",
                        where,
                        "cityCode projects projectsWithoutLink yen yenWithoutLink",
                        all -> withoutSdg(all, where)),
                Case.of(
                        "policy-cost",
                        where,
                        "cityCode code projects yen",
                        all -> perCity(all, where, Records::policies)),
                Case.of(
                        "budget-accounts",
                        where,
                        "cityCode code projects yen",
                        all -> perCity(all, where, Records::accounts)),
                Case.of("plan-against-actual", where, "name plannedYen settledYen gapYen", all -> gaps(all, where)),
                Case.of(
                        "winners-and-losers",
                        where,
                        "name settledYenBefore settledYen changeYen",
                        all -> changes(all, where)),
                Case.of("funding-sources", where, "cityCode source projects yen", all -> sources(all, where)),
                Case.of("pledges", where, "cityCode number projects names yen", all -> pledges(all, where)));
    }

    private static List<List<Object>> parts(List<Sheet> all, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet sheet : Records.of(all, where)) {
            for (Part part : sheet.parts()) {
                rows.add(Case.row(
                        sheet.city(),
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
                Case.of("plan-against-actual", planned, "name plannedYen settledYen gapYen", all -> gaps(all, planned)),
                Case.of("funding-sources", budget, "cityCode source projects yen", all -> sources(all, budget)));
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

    private static List<List<Object>> totals(
            List<Sheet> all, Map<String, String> where, Function<Sheet, SortedSet<String>> keys) {
        return by(Records.withSettled(Records.of(all, where)), keys).entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue().size(), Records.settled(e.getValue())))
                .toList();
    }

    private static List<List<Object>> shared(
            List<Sheet> all, Map<String, String> where, Function<Sheet, SortedSet<String>> keys) {
        List<Sheet> sheets = Records.withSettled(Records.of(all, where));
        Map<String, BigDecimal> parts = new TreeMap<>();
        for (Sheet sheet : sheets) {
            List<String> links = List.copyOf(keys.apply(sheet));
            for (int i = 0; i < links.size(); i++) {
                BigDecimal[] each = Records.settled(sheet).divideAndRemainder(BigDecimal.valueOf(links.size()));
                BigDecimal part = i < each[1].intValueExact() ? each[0].add(BigDecimal.ONE) : each[0];
                parts.merge(links.get(i), part, BigDecimal::add);
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        by(sheets, keys)
                .forEach((key, under) -> rows.add(row(key, under.size(), Records.settled(under), parts.get(key))));
        List<Sheet> none = sheets.stream().filter(s -> keys.apply(s).isEmpty()).toList();
        BigDecimal rest = none.isEmpty() ? BigDecimal.ZERO : Records.settled(none);
        rows.add(row("none", none.size(), rest, rest));
        return rows;
    }

    private static List<List<Object>> withoutSdg(List<Sheet> all, Map<String, String> where) {
        return by(Records.withSettled(Records.of(all, where)), s -> List.of(s.city())).entrySet().stream()
                .map(e -> {
                    List<Sheet> none = e.getValue().stream()
                            .filter(s -> s.placement().sdgs().isEmpty())
                            .toList();
                    BigDecimal yen = none.isEmpty() ? BigDecimal.ZERO : Records.settled(none);
                    return row(e.getKey(), e.getValue().size(), none.size(), Records.settled(e.getValue()), yen);
                })
                .toList();
    }

    private static List<List<Object>> perCity(
            List<Sheet> all, Map<String, String> where, Function<Sheet, SortedSet<String>> keys) {
        List<List<Object>> rows = new ArrayList<>();
        by(Records.withSettled(Records.of(all, where)), s -> List.of(s.city()))
                .forEach((city, sheets) -> by(sheets, keys)
                        .forEach((key, under) -> rows.add(row(city, key, under.size(), Records.settled(under)))));
        return rows;
    }

    private static List<List<Object>> gaps(List<Sheet> all, Map<String, String> where) {
        String plan = where.getOrDefault("plan", "budget");
        return Records.withSettled(Records.of(all, where)).stream()
                .filter(s -> Records.yen(s, "total", plan, s.fiscalYear()) != null)
                .map(s -> {
                    BigDecimal planned = Records.yen(s, "total", plan, s.fiscalYear());
                    return row(s.name(), planned, Records.settled(s), planned.subtract(Records.settled(s)));
                })
                .toList();
    }

    private static List<List<Object>> changes(List<Sheet> all, Map<String, String> where) {
        return Records.withSettled(Records.of(all, where)).stream()
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

    private static List<List<Object>> sources(List<Sheet> all, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        String phase = where.getOrDefault("phase", "settled");
        by(Records.of(all, where), s -> List.of(s.city()))
                .forEach((city, sheets) -> SOURCES.forEach(source -> {
                    List<BigDecimal> figures = sheets.stream()
                            .map(s -> Records.yen(s, source, phase, s.fiscalYear()))
                            .filter(f -> f != null)
                            .toList();
                    if (!figures.isEmpty()) {
                        String code = source.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
                        rows.add(row(city, code, figures.size(), Records.sum(figures)));
                    }
                }));
        return rows;
    }

    private static List<List<Object>> pledges(List<Sheet> all, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        List<Sheet> inPlace = all.stream()
                .filter(s -> s.city().equals(where.getOrDefault("city", s.city())))
                .toList();
        by(inPlace, s -> s.placement().pledges()).forEach((pledge, ever) -> {
            List<Sheet> serving = Records.of(ever, where);
            String names = serving.stream().map(Sheet::name).collect(Collectors.joining(" | "));
            rows.add(row(ever.get(0).city(), pledge, serving.size(), names, Records.settled(serving)));
        });
        return rows;
    }
}
