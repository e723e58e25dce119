package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.stream.IntStream;
import org.jigyo.queries.Records.CityYear;
import org.jigyo.sheet.Body;
import org.jigyo.sheet.Sheet;

/** Questions about links, ratings, coverage and evidence. */
final class ReadingCases {

    private ReadingCases() {}

    static List<Case> all(Map<String, String> where) {
        return List.of(
                ofGoal(where),
                Case.ofYears(
                        "rating-distribution",
                        where,
                        "value projects percent",
                        Case::notPrinted,
                        ReadingCases::ratings),
                Case.ofYears(
                        "pledges-without-projects", where, "number", ReadingCases::noPledge, ReadingCases::unserved),
                Case.ofYears(
                        "goals-without-projects",
                        where,
                        "goal servedIn",
                        here -> here.sheets().stream()
                                        .allMatch(s -> s.placement().sdgs().isEmpty())
                                ? "not-printed"
                                : "none-found",
                        ReadingCases::unworked),
                Case.ofYears("sdg-links", where, "level code basis projects", Case::notPrinted, ReadingCases::links),
                Case.ofCities("possibly-same-projects", Map.of(), "name otherName", all -> List.of()));
    }

    /** Other parameters than year and city. */
    static List<Case> variants() {
        Map<String, String> ofTarget = Map.of("goal", "16", "year", "2023");
        return List.of(ofGoal(ofTarget));
    }

    /** Questions without a year of their own. */
    static List<Case> timeless(List<Sheet> sheets) {
        List<Case> cases = new ArrayList<>(List.of(
                Case.ofYears(
                        "coverage",
                        Map.of(),
                        "all",
                        "sheets withCost withSdg withPolicy withPledge withAccount withIndicator withRating fields errors"
                                + " warnings",
                        Case::notPrinted,
                        ReadingCases::coverage),
                Case.ofYears(
                        "reading-issues",
                        Map.of(),
                        "all",
                        "severity code field page",
                        any -> "none-found",
                        here -> doubts(here.sheets())),
                Case.ofCities("low-confidence", Map.of("below", "0.6"), "path text", all -> unsure(all, 0.6)),
                Case.ofCities("own-fields", Map.of(), "list field sheets", ReadingCases::ownFields),
                // Nothing is corrected here; CorrectionsTest asks it after some corrections.
                Case.ofCities("corrections", Map.of(), "field printed corrected", all -> List.of())));
        sheets.stream()
                .map(ReadingCases::file)
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
                body.texts().keySet().forEach(key -> fields.add(row("section", key)));
                body.attributes().keySet().forEach(key -> fields.add(row("attribute", key)));
                body.ratings().forEach(r -> fields.add(row("criterion", r.criterion())));
                body.costs().forEach(c -> fields.add(row("component", c.item())));
                body.staffing().forEach(f -> fields.add(row("resource", f.item())));
                body.indicators().forEach(i -> i.values().forEach(v -> fields.add(row("value-kind", v.kind()))));
                fields.removeIf(field -> !field.get(1).toString().startsWith("x."));
                fields.forEach(field -> counts.merge(field, 1, Integer::sum));
            });
        }
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((field, n) -> rows.add(row(field.get(0), field.get(1), n)));
        return rows;
    }

    private static Case ofGoal(Map<String, String> where) {
        String goal = where.getOrDefault("goal", "9");
        return Case.ofYears(
                "projects-of-sdg-goal",
                where,
                "name basis yen",
                here -> here.sheets().stream()
                                .allMatch(s -> s.placement().sdgs().isEmpty())
                        ? "not-printed"
                        : "none-found",
                here -> here.sheets().stream()
                        .filter(s -> Records.goals(s).contains(goal))
                        .map(s -> row(
                                s.name(),
                                Records.printedGoals(s).contains(goal) ? "printed" : "derived",
                                Records.settled(s)))
                        .toList());
    }

    private static List<List<Object>> ratings(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        here.sheets().stream()
                .flatMap(s -> s.body().ratings().stream())
                .filter(r -> r.value() != null)
                .collect(Collectors.groupingBy(Sheet.Rating::criterion))
                .values()
                .forEach(all -> all.stream()
                        .collect(Collectors.groupingBy(Sheet.Rating::value))
                        .forEach((value, same) -> rows.add(row(
                                value,
                                same.size(),
                                new BigDecimal(same.size() * 1000)
                                        .divide(new BigDecimal(all.size()), 0, RoundingMode.HALF_UP)
                                        .movePointLeft(1)))));
        return rows;
    }

    private static String noPledge(CityYear here) {
        return here.ever().stream().allMatch(s -> s.placement().pledges().isEmpty()) ? "not-printed" : "none-found";
    }

    private static List<List<Object>> unserved(CityYear here) {
        TreeSet<String> known = new TreeSet<>();
        here.ever().forEach(s -> known.addAll(s.placement().pledges()));
        here.sheets().forEach(s -> known.removeAll(s.placement().pledges()));
        return known.stream().map(Case::row).toList();
    }

    private static List<List<Object>> unworked(CityYear here) {
        if (here.sheets().stream().allMatch(s -> s.placement().sdgs().isEmpty())) {
            return List.of();
        }
        return IntStream.rangeClosed(1, 17)
                .mapToObj(String::valueOf)
                .filter(goal ->
                        here.sheets().stream().noneMatch(s -> Records.goals(s).contains(goal)))
                .map(goal -> row(
                        goal,
                        here.ever().stream()
                                .filter(s -> Records.goals(s).contains(goal))
                                .map(s -> String.valueOf(s.fiscalYear()))
                                .distinct()
                                .collect(Collectors.joining(" | "))))
                .toList();
    }

    private static List<List<Object>> links(CityYear here) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Sheet s : here.sheets()) {
            Set<String> printed = Records.printedGoals(s);
            Records.goals(s)
                    .forEach(g -> counts.merge(
                            "goal " + g + (printed.contains(g) ? " printed" : " derived"), 1, Integer::sum));
            Records.targets(s).forEach(t -> counts.merge("target " + t + " printed", 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(e -> {
                    String[] key = e.getKey().split(" ");
                    return row(key[0], key[1], key[2], e.getValue());
                })
                .toList();
    }

    private static List<List<Object>> coverage(CityYear here) {
        List<Sheet> sheets = here.sheets();
        return List.of(row(
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
                issues(sheets, "warning")));
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
