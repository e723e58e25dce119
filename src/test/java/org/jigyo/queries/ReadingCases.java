package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jigyo.sheet.Body;
import org.jigyo.sheet.Sheet;

/** Questions about links, indicators, ratings, coverage and evidence. */
final class ReadingCases {

    /** Values that a form words as success: 川崎 1 to 3 («about as planned» and better), 池田 A («on track»). */
    private static final Set<String> GOOD =
            Set.of("141305 achievement 1", "141305 achievement 2", "141305 achievement 3", "272043 achievement A");

    private ReadingCases() {}

    static List<Case> all(Map<String, String> where) {
        return List.of(
                Case.of("projects-of-sdg-goal", where, "cityCode name basis yen", all -> ofGoal(all, where)),
                Case.of(
                        "missed-targets-rising-cost",
                        where,
                        "name indicatorName actual settledYen outcome",
                        all -> missed(all, where)),
                Case.of(
                        "target-against-actual",
                        where,
                        "name indicatorName goal actual outcome",
                        all -> shortfalls(all, where)),
                Case.of(
                        "good-rating-target-missed",
                        where,
                        "name indicatorName goal actual outcome",
                        all -> goodButMissed(all, where)),
                Case.of("indicators-without-values", where, "name indicatorName", all -> withoutValues(all, where)),
                Case.of("rating-distribution", where, "cityCode value projects", all -> ratings(all, where)),
                Case.of("pledges-without-projects", where, "cityCode number", all -> unserved(all, where)),
                Case.of("possibly-same-projects", Map.of(), "name otherName", all -> List.of()));
    }

    /** Other parameters than year and city. */
    static List<Case> variants() {
        Map<String, String> forecast = Map.of("against", "forecast");
        Map<String, String> ofTarget = Map.of("goal", "16", "year", "2023");
        return List.of(
                Case.of(
                        "target-against-actual",
                        forecast,
                        "name indicatorName goal actual outcome",
                        all -> shortfalls(all, forecast)),
                Case.of(
                        "good-rating-target-missed",
                        forecast,
                        "name indicatorName goal actual outcome",
                        all -> goodButMissed(all, forecast)),
                Case.of("projects-of-sdg-goal", ofTarget, "cityCode name basis yen", all -> ofGoal(all, ofTarget)));
    }

    /** Questions without a year of their own. */
    static List<Case> timeless(List<Sheet> sheets) {
        List<Case> cases = new ArrayList<>(List.of(
                Case.of("sdg-links", Map.of(), "cityCode year level code projects", ReadingCases::links),
                Case.of(
                        "coverage",
                        Map.of(),
                        "cityCode year sheets withCost withSdg withPolicy withPledge withAccount withIndicator withRating fields errors"
                                + " warnings",
                        ReadingCases::coverage),
                Case.of("reading-issues", Map.of(), "severity code field page", ReadingCases::doubts),
                Case.of("low-confidence", Map.of("below", "0.6"), "path text", all -> unsure(all, 0.6)),
                Case.of("own-fields", Map.of(), "cityCode list field sheets", ReadingCases::ownFields),
                // Nothing is corrected here; CorrectionsTest asks it after some corrections.
                Case.of("corrections", Map.of(), "field printed corrected", all -> List.of())));
        sheets.stream()
                .map(s -> s.source().file())
                .distinct()
                .forEach(file -> cases.add(
                        Case.of("derived-from-file", Map.of("file", file), "path page text", all -> from(all, file))));
        return cases;
    }

    private static List<List<Object>> ownFields(List<Sheet> all) {
        Map<List<Object>, Integer> counts = new LinkedHashMap<>();
        for (Sheet sheet : all) {
            Body.of(sheet).forEach(body -> {
                Set<List<Object>> fields = new LinkedHashSet<>();
                body.texts().keySet().forEach(key -> fields.add(row(sheet.city(), "section", key)));
                body.attributes().keySet().forEach(key -> fields.add(row(sheet.city(), "attribute", key)));
                body.ratings().forEach(r -> fields.add(row(sheet.city(), "criterion", r.criterion())));
                body.costs().forEach(c -> fields.add(row(sheet.city(), "component", c.item())));
                body.staffing().forEach(f -> fields.add(row(sheet.city(), "resource", f.item())));
                body.indicators()
                        .forEach(i -> i.values().forEach(v -> fields.add(row(sheet.city(), "value-kind", v.kind()))));
                fields.removeIf(field -> !field.get(2).toString().startsWith("x."));
                fields.forEach(field -> counts.merge(field, 1, Integer::sum));
            });
        }
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((field, n) -> rows.add(row(field.get(0), field.get(1), field.get(2), n)));
        return rows;
    }

    private static List<List<Object>> ofGoal(List<Sheet> all, Map<String, String> where) {
        String goal = where.getOrDefault("goal", "9");
        return Records.of(all, where).stream()
                .filter(s -> Records.goals(s).contains(goal))
                .map(s -> row(
                        s.city(),
                        s.name(),
                        Records.printedGoals(s).contains(goal) ? "printed" : "derived",
                        Records.settled(s)))
                .toList();
    }

    private static List<List<Object>> missed(List<Sheet> all, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : Records.withSettled(Records.of(all, where))) {
            BigDecimal before = Records.yen(s, "total", "settled", s.fiscalYear() - 1);
            if (before != null && Records.settled(s).compareTo(before) > 0) {
                s.body().indicators().stream()
                        .filter(i -> Outcomes.of(i, "target", s.fiscalYear()) != null)
                        .forEach(i -> rows.add(row(
                                s.name(),
                                i.name(),
                                Records.value(i, "actual", s.fiscalYear()),
                                Records.settled(s),
                                Outcomes.of(i, "target", s.fiscalYear()))));
            }
        }
        return rows;
    }

    private static List<List<Object>> pairs(List<Sheet> sheets, String goal) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : sheets) {
            for (Sheet.Indicator i : s.body().indicators()) {
                BigDecimal aim = Records.value(i, goal, s.fiscalYear());
                BigDecimal actual = Records.value(i, "actual", s.fiscalYear());
                if (aim != null && actual != null && !Records.idle(i, s.fiscalYear())) {
                    rows.add(row(s.name(), i.name(), aim, actual, Outcomes.of(i, aim, actual)));
                }
            }
        }
        return rows;
    }

    private static List<List<Object>> shortfalls(List<Sheet> all, Map<String, String> where) {
        return pairs(Records.of(all, where), where.getOrDefault("against", "target"));
    }

    private static List<List<Object>> goodButMissed(List<Sheet> all, Map<String, String> where) {
        String goal = where.getOrDefault("against", "target");
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : Records.of(all, where)) {
            if (s.body().ratings().stream()
                    .anyMatch(r -> GOOD.contains(s.city() + " " + r.criterion() + " " + r.value()))) {
                rows.addAll(pairs(List.of(s), goal));
            }
        }
        rows.removeIf(row -> row.get(4).equals("met") || row.get(2).equals(row.get(3)));
        return rows;
    }

    private static List<List<Object>> withoutValues(List<Sheet> all, Map<String, String> where) {
        List<List<Object>> rows = new ArrayList<>();
        Records.of(all, where)
                .forEach(s -> s.body().indicators().stream()
                        .filter(i -> Records.value(i, "actual", s.fiscalYear()) == null)
                        .forEach(i -> rows.add(row(s.name(), i.name()))));
        return rows;
    }

    private static List<List<Object>> ratings(List<Sheet> all, Map<String, String> where) {
        Map<String, Integer> counts = new TreeMap<>();
        Records.of(all, where)
                .forEach(s -> s.body().ratings().stream()
                        .filter(r -> r.value() != null)
                        .forEach(r -> counts.merge(s.city() + " " + r.criterion() + " " + r.value(), 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(e -> row(e.getKey().split(" ")[0], e.getKey().split(" ")[2], e.getValue()))
                .toList();
    }

    private static List<List<Object>> unserved(List<Sheet> all, Map<String, String> where) {
        TreeSet<String> known = new TreeSet<>();
        all.stream()
                .filter(s -> s.city().equals(where.getOrDefault("city", s.city())))
                .forEach(s -> s.placement().pledges().forEach(p -> known.add(s.city() + " " + p)));
        Records.of(all, where).forEach(s -> s.placement().pledges().forEach(p -> known.remove(s.city() + " " + p)));
        return known.stream().map(k -> row((Object[]) k.split(" "))).toList();
    }

    private static List<List<Object>> links(List<Sheet> all) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Sheet s : all) {
            String start = s.city() + " " + s.fiscalYear();
            Records.printedGoals(s).forEach(g -> counts.merge(start + " goal " + g, 1, Integer::sum));
            Records.targets(s).forEach(t -> counts.merge(start + " target " + t, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(e -> {
                    String[] key = e.getKey().split(" ");
                    return row(key[0], key[1], key[2], key[3], e.getValue());
                })
                .toList();
    }

    private static List<List<Object>> coverage(List<Sheet> all) {
        return all.stream().collect(Collectors.groupingBy(s -> s.city() + " " + s.fiscalYear())).values().stream()
                .map(sheets -> row(
                        sheets.get(0).city(),
                        sheets.get(0).fiscalYear(),
                        sheets.size(),
                        count(sheets, s -> !s.body().costs().isEmpty()),
                        count(sheets, s -> !s.placement().sdgs().isEmpty()),
                        count(sheets, s -> !s.placement().policies().isEmpty()),
                        count(sheets, s -> !s.placement().pledges().isEmpty()),
                        count(sheets, s -> !s.placement().budgetAccounts().isEmpty()),
                        count(sheets, s -> !s.body().indicators().isEmpty()),
                        count(sheets, s -> !s.body().ratings().isEmpty()),
                        sheets.stream().mapToLong(s -> s.evidence().size()).sum(),
                        issues(sheets, "error"),
                        issues(sheets, "warning")))
                .toList();
    }

    private static long count(List<Sheet> sheets, Predicate<Sheet> which) {
        return sheets.stream().filter(which).count();
    }

    private static long issues(List<Sheet> sheets, String severity) {
        return sheets.stream()
                .flatMap(s -> s.issues().stream())
                .filter(i -> i.severity().word().equals(severity))
                .count();
    }

    private static List<List<Object>> doubts(List<Sheet> all) {
        return all.stream()
                .flatMap(s -> s.issues().stream()
                        .map(i -> row(
                                i.severity().word(),
                                i.code().name(),
                                i.field() == null ? null : i.field().glob(),
                                i.page())))
                .toList();
    }

    private static List<List<Object>> unsure(List<Sheet> all, double below) {
        List<List<Object>> rows = new ArrayList<>();
        all.forEach(s -> s.evidence().forEach((path, e) -> {
            if (e.confidence() != null && e.confidence() < below) {
                rows.add(row(path, e.text()));
            }
        }));
        return rows;
    }

    private static List<List<Object>> from(List<Sheet> all, String file) {
        List<List<Object>> rows = new ArrayList<>();
        all.stream()
                .filter(s -> file(s).equals(file))
                .forEach(s -> s.evidence().forEach((path, e) -> rows.add(row(path, e.page(), e.text()))));
        return rows;
    }

    private static String file(Sheet sheet) {
        return Path.of(sheet.source().file()).getFileName().toString();
    }
}
