package org.jigyo.queries;

import static org.jigyo.queries.Case.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jigyo.nation.Laws;
import org.jigyo.nation.NationalPayment;
import org.jigyo.queries.Records.CityYear;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/** The questions of researchers: across cities, and with the reason where sheets do not print what they need. */
final class ResearchCases {

    private static final Set<String> NATIONAL =
            Set.of("nationalFunds", "nationalPrefecturalFunds", "nationalPrefecturalBonds");

    private ResearchCases() {}

    static List<Case> all(Map<String, String> where) {
        return Stream.of(ofIndicators(where), ofMoney(where), ofTexts(where))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> ofIndicators(Map<String, String> where) {
        return List.of(
                Case.ofYears(
                        "indicators-per-goal",
                        where,
                        "goal basis projects indicators",
                        Case::notPrinted,
                        ResearchCases::perGoal),
                Case.ofYears(
                        "targets-as-set",
                        where,
                        "name indicatorName targetBefore actualBefore target unchanged setting",
                        Case::notPrinted,
                        ResearchCases::targets),
                Case.ofYears(
                        "unit-cost",
                        where,
                        "name indicatorName actual yen yenPerUnit",
                        Case::notPrinted,
                        ResearchCases::unitCosts));
    }

    private static List<Case> ofMoney(Map<String, String> where) {
        return List.of(
                Case.ofYears(
                        "rating-and-next-budget",
                        where,
                        "all",
                        "name value budgetYen nextBudgetYen budgetAfterNextYen",
                        Case::notPrinted,
                        ResearchCases::budgets),
                Case.ofYears(
                        "national-money",
                        where,
                        "name phase source yen",
                        here -> here.sheets().stream()
                                        .anyMatch(s ->
                                                !funds(s, MoneyCases.SOURCES).isEmpty())
                                ? "none-found"
                                : "not-printed",
                        ResearchCases::national),
                Case.ofYears(
                        "projects-by-law",
                        where,
                        "lawId article name",
                        here -> laws(here).isEmpty()
                                        && here.sheets().stream()
                                                .anyMatch(s -> s.body().texts().containsKey("legalBasis"))
                                ? "none-found"
                                : "not-printed",
                        ResearchCases::laws),
                Case.ofYears("share-explained", where, "cityYen percent", any -> "not-recorded", any -> List.of()));
    }

    /** What the national government says it paid to a city, and which of it may stand behind a project. */
    static List<Case> national(Map<String, String> where) {
        return List.of(
                Case.ofCities(
                        "national-payments",
                        where,
                        "paidYear number block yen",
                        ever -> NationalPayment.to(Set.of(ever.get(0).city())).stream()
                                .map(paid -> row("2023", paid.project(), paid.block(), paid.yen()))
                                .toList()),
                Case.ofCities("funding-candidates", where, "name number matchedBy score", ResearchCases::candidates));
    }

    private static List<List<Object>> candidates(List<Sheet> ever) {
        Map<String, List<NationalPayment>> projects = NationalPayment.to(
                        Set.of(ever.get(0).city()))
                .stream()
                .collect(Collectors.groupingBy(NationalPayment::project));
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet sheet : ever) {
            List<BigDecimal> funds = funds(sheet, NATIONAL).stream()
                    .map(c -> c.value().multiply(BigDecimal.valueOf(1000)))
                    .filter(yen -> yen.signum() > 0)
                    .toList();
            if (funds.isEmpty()) {
                continue;
            }
            projects.forEach((number, payments) -> {
                BigDecimal paid = Records.sum(payments.stream()
                        .map(NationalPayment::yen)
                        .filter(Objects::nonNull)
                        .toList());
                boolean equal = sheet.fiscalYear() == 2023
                        && paid != null
                        && Stream.of(Collections.max(funds), Collections.min(funds))
                                .anyMatch(yen -> paid.subtract(yen).abs().intValueExact() < 1000);
                BigDecimal score = shared(sheet.name(), payments);
                boolean alike = score.compareTo(new BigDecimal("0.5")) >= 0;
                if (equal || alike) {
                    rows.add(row(sheet.name(), number, !alike ? "amount" : equal ? "text and amount" : "text", score));
                }
            });
        }
        return rows;
    }

    /** The share of the pairs of characters of a name that stand in what the payments say. */
    private static BigDecimal shared(String name, List<NationalPayment> payments) {
        String texts = payments.stream()
                .map(p -> p.name() + " " + p.contract() + " " + p.use())
                .collect(Collectors.joining(" "));
        String bare = name.replaceAll("(事業|推進|整備|管理|運営|に要する|経費|業務|費|等|及び|[・（）()、 　])+", " ");
        List<String> pairs = IntStream.range(0, Math.min(30, bare.length() - 1))
                .mapToObj(i -> bare.substring(i, i + 2))
                .filter(pair -> !pair.contains(" "))
                .toList();
        long hits = pairs.stream().filter(texts::contains).count();
        return pairs.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(pairs.size()), 2, RoundingMode.HALF_UP);
    }

    /** Cities by the ratio of their populations, whatever year is asked for. */
    static Case peers(List<Sheet> all, Map<String, String> where) {
        Map<String, BigDecimal> people = MoneyCases.population();
        return Case.ofCities("peers", where, "rank peerCode peerPopulation population populationYear", ever -> {
            String city = ever.get(0).city();
            List<String> others = all.stream()
                    .map(Sheet::city)
                    .distinct()
                    .filter(other -> !other.equals(city))
                    .sorted(Comparator.comparing(other -> Math.abs(Math.log(
                            people.get(other).doubleValue() / people.get(city).doubleValue()))))
                    .limit(Integer.parseInt(where.getOrDefault("peers", "5")))
                    .toList();
            return IntStream.range(0, others.size())
                    .mapToObj(i -> row(i + 1, others.get(i), people.get(others.get(i)), people.get(city), "2020"))
                    .toList();
        });
    }

    private static List<Case> ofTexts(Map<String, String> where) {
        return List.of(
                Case.ofYears(
                        "same-problem-elsewhere",
                        where,
                        "name section goals",
                        any -> "none-found",
                        here -> speaking(here, "市民")),
                Case.ofYears(
                        "publication-speed",
                        where,
                        "all",
                        "publishedYear yearsLater issued",
                        any -> "not-recorded",
                        ResearchCases::published));
    }

    /** Indicators of one meaning in several cities; how many cities is asked of all sheets. */
    static Case shared(List<Sheet> all, Map<String, String> where) {
        return Case.ofYears(
                "comparable-indicators",
                where,
                "code uses cities",
                here -> here.sheets().stream()
                                .allMatch(s -> s.body().indicators().isEmpty())
                        ? "not-printed"
                        : "none-found",
                here -> counts(here.sheets()).entrySet().stream()
                        .map(e -> row(e.getKey(), e.getValue(), citiesWith(all, e.getKey())))
                        .toList());
    }

    private static Map<String, Long> counts(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(s -> s.body().indicators().stream())
                .map(Outcomes::shared)
                .filter(code -> code != null)
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    }

    private static long citiesWith(List<Sheet> all, String code) {
        return all.stream()
                .filter(s -> counts(List.of(s)).containsKey(code))
                .map(Sheet::city)
                .distinct()
                .count();
    }

    private static List<List<Object>> perGoal(CityYear here) {
        if (here.sheets().stream().allMatch(s -> s.placement().sdgs().isEmpty())) {
            return List.of();
        }
        return IntStream.rangeClosed(1, 17)
                .mapToObj(String::valueOf)
                .map(goal -> {
                    List<Sheet> under = here.sheets().stream()
                            .filter(s -> Records.goals(s).contains(goal))
                            .toList();
                    TreeSet<String> basis = new TreeSet<>();
                    under.forEach(s -> basis.add(Records.printedGoals(s).contains(goal) ? "printed" : "derived"));
                    int indicators = under.stream()
                            .mapToInt(s -> s.body().indicators().size())
                            .sum();
                    return row(goal, String.join(" | ", basis), under.size(), indicators);
                })
                .toList();
    }

    private static List<List<Object>> budgets(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : here.sheets()) {
            BigDecimal next = budget(here.ever(), s, s.fiscalYear() + 1);
            s.body().ratings().stream()
                    .filter(r -> r.criterion().equals("achievement") && r.value() != null && next != null)
                    .forEach(r -> rows.add(row(
                            s.name(),
                            r.value(),
                            Records.yen(s, "total", "budget", s.fiscalYear()),
                            next,
                            budget(here.ever(), s, s.fiscalYear() + 2))));
        }
        return rows;
    }

    /** What was granted to a project for a year: as the sheet of the year says, else the newest that does. */
    private static BigDecimal budget(List<Sheet> ever, Sheet of, int year) {
        return ever.stream()
                .filter(s -> s.name().equals(of.name()))
                .sorted(Comparator.comparing((Sheet s) -> s.fiscalYear() != year)
                        .thenComparing(s -> -s.fiscalYear()))
                .flatMap(s -> s.body().costs().stream()
                        .filter(c ->
                                c.item().equals("total") && c.year() == year && "budget".equals(Records.phase(s, c)))
                        .map(c -> c.value().multiply(BigDecimal.valueOf(1000))))
                .findFirst()
                .orElse(null);
    }

    private static List<List<Object>> targets(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : here.sheets()) {
            int year = s.fiscalYear();
            for (PrintedIndicator i : s.body().indicators()) {
                BigDecimal target = goal(i, year);
                BigDecimal before = Records.idle(i, year - 1) ? null : Records.value(i, "actual", year - 1);
                if (target != null && before != null) {
                    BigDecimal targetBefore = goal(i, year - 1);
                    String outcome = Outcomes.of(i, target, before);
                    rows.add(row(
                            s.name(),
                            i.name(),
                            targetBefore,
                            before,
                            target,
                            targetBefore == null ? null : targetBefore.compareTo(target) == 0,
                            outcome.equals("unknown") ? outcome : outcome.equals("met") ? "already-met" : "to-reach"));
                }
            }
        }
        return rows;
    }

    private static BigDecimal goal(PrintedIndicator indicator, int year) {
        return Records.idle(indicator, year)
                ? null
                : Records.value(indicator, IndicatorCases.comparator(indicator, year), year);
    }

    private static List<List<Object>> unitCosts(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : Records.withSettled(here.sheets())) {
            for (PrintedIndicator i : s.body().indicators()) {
                BigDecimal actual = Records.value(i, "actual", s.fiscalYear());
                if (i.kind() != null && i.kind().startsWith("活動") && actual != null && actual.signum() > 0) {
                    BigDecimal each = Records.settled(s).divide(actual, 0, RoundingMode.HALF_UP);
                    rows.add(row(s.name(), i.name(), actual, Records.settled(s), each));
                }
            }
        }
        return rows;
    }

    private static List<Sheet.Cost> funds(Sheet sheet, Iterable<String> items) {
        List<Sheet.Cost> funds = new ArrayList<>();
        for (String item : items) {
            sheet.body().costs().stream()
                    .filter(c -> c.item().equals(item) && c.year() == sheet.fiscalYear())
                    .forEach(funds::add);
        }
        return funds;
    }

    private static List<List<Object>> national(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        here.sheets()
                .forEach(s -> funds(s, NATIONAL).stream()
                        .filter(c -> c.value().signum() > 0)
                        .forEach(c -> rows.add(row(
                                s.name(),
                                Records.phase(s, c),
                                MoneyCases.code(c.item()),
                                c.value().multiply(BigDecimal.valueOf(1000))))));
        return rows;
    }

    private static List<List<Object>> laws(CityYear here) {
        List<List<Object>> rows = new ArrayList<>();
        here.sheets()
                .forEach(s -> Laws.cited(s.body().texts().getOrDefault("legalBasis", ""))
                        .forEach(one -> rows.add(
                                row(one.law().id(), one.article().isEmpty() ? null : one.article(), s.name()))));
        return rows;
    }

    private static List<List<Object>> speaking(CityYear here, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sheet s : here.sheets()) {
            Map<String, String> texts = new TreeMap<>(s.body().texts());
            if (s.body().direction() != null && s.body().direction().reason() != null) {
                texts.put("directionReason", s.body().direction().reason());
            }
            texts.forEach((section, text) -> {
                if (text.contains(words)) {
                    rows.add(row(s.name(), section, String.join(" | ", Records.goals(s))));
                }
            });
        }
        return rows;
    }

    private static List<List<Object>> published(CityYear here) {
        Map<Integer, List<Object>> rows = new LinkedHashMap<>();
        here.sheets().stream()
                .filter(s -> s.head().publishedYear() != null)
                .forEach(s -> rows.put(
                        s.head().publishedYear(),
                        row(s.head().publishedYear(), s.head().publishedYear() - s.fiscalYear(), null)));
        return List.copyOf(rows.values());
    }
}
