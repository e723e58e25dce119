package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/** Questions about one project, which is identified by its name here. A later sheet's figure replaces an earlier one. */
final class ProjectCases {

    private ProjectCases() {}

    static List<Case> all(String key, String name) {
        Map<String, String> project = Map.of("project", key);
        return List.of(
                of("project-costs", project, name, "year yen", sheets -> costs(sheets, "total"::equals, cost -> true)),
                of(
                        "project-funding",
                        project,
                        name,
                        "year yen",
                        sheets -> costs(sheets, MoneyCases.SOURCES::contains, "settled"::equals)),
                of(
                        "project-indicators",
                        project,
                        name,
                        "indicator unit year target forecast actual outcome improvement",
                        ProjectCases::indicators),
                of("project-ratings", project, name, "year edition value", ProjectCases::ratings),
                of("project-texts", project, name, "year text", ProjectCases::texts),
                of("project-links", project, name, "kind code", ProjectCases::links));
    }

    private static Case of(
            String query,
            Map<String, String> project,
            String name,
            String columns,
            Function<List<Sheet>, List<List<Object>>> rows) {
        return Case.of(
                query,
                project,
                columns,
                all -> rows.apply(all.stream()
                        .filter(s -> s.name().equals(name))
                        .sorted(Comparator.comparingInt(Sheet::fiscalYear))
                        .toList()));
    }

    private static List<List<Object>> costs(List<Sheet> sheets, Predicate<String> items, Predicate<String> phases) {
        Map<String, List<Object>> figures = new LinkedHashMap<>();
        for (Sheet s : sheets) {
            s.body().costs().stream()
                    .filter(c ->
                            items.test(c.item()) && Records.phase(s, c) != null && phases.test(Records.phase(s, c)))
                    .forEach(c -> figures.put(
                            c.item() + Records.phase(s, c) + c.year(),
                            row(c.year(), c.value().multiply(BigDecimal.valueOf(1000)))));
        }
        return List.copyOf(figures.values());
    }

    /** Each indicator's newest values by year: kind → value. */
    private static List<List<Object>> indicators(List<Sheet> sheets) {
        Map<PrintedIndicator, Map<Integer, Map<String, BigDecimal>>> indicators = new LinkedHashMap<>();
        for (Sheet s : sheets) {
            for (PrintedIndicator i : s.body().indicators()) {
                Map<Integer, Map<String, BigDecimal>> years = indicators.entrySet().stream()
                        .filter(e -> e.getKey().name().equals(i.name()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> indicators.computeIfAbsent(i, any -> new TreeMap<>()));
                Records.figures(s, i)
                        .forEach(v -> years.computeIfAbsent(v.year(), any -> new LinkedHashMap<>())
                                .put(v.kind(), (BigDecimal) v.value()));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        indicators.forEach(
                (indicator, years) -> years.forEach((year, values) -> rows.add(compared(indicator, year, values))));
        return rows;
    }

    private static List<Object> compared(PrintedIndicator indicator, int year, Map<String, BigDecimal> values) {
        BigDecimal goal = values.getOrDefault("target", values.get("forecast"));
        BigDecimal actual = values.get("actual");
        return row(
                indicator.name(),
                indicator.unit(),
                year,
                values.get("target"),
                values.get("forecast"),
                actual,
                goal == null || actual == null ? null : Outcomes.of(indicator, goal, actual),
                Outcomes.direction(indicator));
    }

    private static List<List<Object>> ratings(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(s -> s.body().ratings().stream()
                        .map(r -> row(s.fiscalYear(), s.city() + "/" + s.fiscalYear(), r.value())))
                .toList();
    }

    private static List<List<Object>> links(List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            return List.of();
        }
        Sheet newest = sheets.get(sheets.size() - 1);
        SortedSet<String> policies = Records.policies(newest);
        List<List<Object>> links =
                new ArrayList<>(List.of(row("municipality", newest.city()), row("department", null)));
        policies.stream()
                .filter(code -> policies.stream().noneMatch(other -> other.startsWith(code + "-")))
                .forEach(code -> links.add(row("policy", code)));
        newest.placement().pledges().forEach(pledge -> links.add(row("pledge", pledge)));
        Records.printedGoals(newest).forEach(goal -> links.add(row("goal", goal)));
        Records.targets(newest).forEach(target -> links.add(row("target", target)));
        newest.placement().budgetAccounts().forEach(account -> links.add(row("account", account.code())));
        return links;
    }

    private static List<List<Object>> texts(List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            return List.of();
        }
        Sheet newest = sheets.get(sheets.size() - 1);
        List<String> texts = new ArrayList<>(newest.body().texts().values());
        Stream.ofNullable(newest.body().direction())
                .map(Sheet.Direction::reason)
                .filter(reason -> reason != null)
                .forEach(texts::add);
        return texts.stream().map(text -> row(newest.fiscalYear(), text)).toList();
    }
}
