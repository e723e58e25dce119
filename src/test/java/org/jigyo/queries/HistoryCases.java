package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** Queries that follow a project over its editions. Here a project is identified by its name. */
final class HistoryCases {

    private HistoryCases() {}

    static Case history(String key, String name) {
        return Case.of(
                "project-history",
                Map.of("project", key),
                "year number name department accounts pledges sdgs settledYen",
                all -> all.stream()
                        .filter(s -> s.name().equals(name))
                        .map(s -> row(
                                s.fiscalYear(),
                                s.number(),
                                s.name(),
                                s.head().department(),
                                s.placement().budgetAccounts().stream()
                                        .map(Sheet.BudgetAccount::code)
                                        .collect(Collectors.joining(" | ")),
                                String.join(" | ", s.placement().pledges()),
                                s.placement().sdgs().stream()
                                        .map(g -> g.target() == null ? g.goal() : g.target())
                                        .collect(Collectors.joining(" | ")),
                                Records.settled(s)))
                        .toList());
    }

    static Case differences() {
        return Case.ofCities(
                "edition-differences",
                Map.of(),
                "year earlier later earlierPage earlierLine laterPage laterLine",
                HistoryCases::differences);
    }

    /** A figure with its place. */
    private record Figure(int year, BigDecimal value, Evidence place) {}

    private static List<List<Object>> differences(List<Sheet> all) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet one : all) {
            for (Sheet two : all) {
                if (one.city().equals(two.city())
                        && one.name().equals(two.name())
                        && one.fiscalYear() < two.fiscalYear()) {
                    Map<String, Figure> later = figures(two);
                    figures(one).forEach((cell, earlier) -> {
                        Figure other = later.get(cell);
                        if (other != null && other.value().compareTo(earlier.value()) != 0) {
                            rows.add(row(
                                    earlier.year(),
                                    earlier.value(),
                                    other.value(),
                                    page(earlier),
                                    line(earlier),
                                    page(other),
                                    line(other)));
                        }
                    });
                }
            }
        }
        return rows;
    }

    private static Object page(Figure figure) {
        return figure.place() == null ? null : figure.place().page();
    }

    private static Object line(Figure figure) {
        return figure.place() == null ? null : figure.place().line();
    }

    /** Cell → figure. A settled or actual figure of a future year is a placeholder; breakdown rows are not compared. */
    private static Map<String, Figure> figures(Sheet s) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        s.body().costs().stream()
                .filter(c -> !c.item().equals("breakdown") && !c.item().equals("beneficiaryRate"))
                .filter(c -> Records.phase(s, c) != null)
                .forEach(c -> figures.put(
                        c.item() + Records.phase(s, c) + c.year(),
                        new Figure(
                                c.year(),
                                c.value().multiply(BigDecimal.valueOf(1000)),
                                s.evidence().get(Facts.path(c)))));
        s.body().staffing().stream()
                .filter(c -> c.value() instanceof BigDecimal)
                .forEach(c -> {
                    String path = "staffing/" + c.item() + "/" + c.year();
                    figures.put(
                            path + (c.year() > s.fiscalYear() ? " projected" : ""),
                            new Figure(
                                    c.year(),
                                    (BigDecimal) c.value(),
                                    s.evidence().get(path)));
                });
        s.body()
                .indicators()
                .forEach(i -> Records.figures(s, i).forEach(v -> {
                    String path = "indicators/" + i.slot() + "/" + v.kind() + "/" + v.year();
                    figures.put(
                            i.name() + path.substring(path.indexOf('/', 11)),
                            new Figure(
                                    v.year(),
                                    (BigDecimal) v.value(),
                                    s.evidence().get(path)));
                }));
        return figures;
    }
}
