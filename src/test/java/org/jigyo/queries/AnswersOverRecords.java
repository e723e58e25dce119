package org.jigyo.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.check.GraphCheck;
import org.jigyo.graph.GraphBase;
import org.jigyo.query.Column;
import org.jigyo.query.QueryParameter;
import org.jigyo.query.StoredQuery;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored queries over the graph of some sheets return what plain Java computes from the sheets' records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswersOverRecords {

    /** A project with sheets of several years. */
    private static final String PROJECT = "082201-2021-0012";

    private static final String NAME = "デジタル情報プラットフォームの導入による地域との連携推進";

    private List<Sheet> sheets;

    @AutoClose
    protected Shelf shelf;

    /** The records to start from. */
    abstract List<Sheet> records() throws IOException;

    @BeforeAll
    void shelve(@TempDir Path folder) throws IOException {
        sheets = records().stream().map(AnswersOverRecords::withPlaces).toList();
        shelf = Shelf.of(sheets, new GraphBase("https://data.example.jp/jigyo/"), folder);
    }

    /** Adds a place to every fact in the graph for records without places. */
    private static Sheet withPlaces(Sheet sheet) {
        Map<String, Evidence> evidence = new TreeMap<>();
        Facts.of(sheet).forEach((path, value) -> {
            String[] parts = path.split("/");
            boolean toCome = (path.contains("/settled/") || path.contains("/actual/"))
                    && Integer.parseInt(parts[parts.length - 1]) > sheet.fiscalYear();
            if (path.equals("city") || path.equals("fiscalYear") || toCome) {
                return;
            }
            int n = evidence.size() + 1;
            Evidence own = new Evidence(
                    1 + n % 2,
                    n,
                    null,
                    List.of(10.0, 2.0 * n, 30.0, 9.5),
                    value.toString(),
                    "cell",
                    0.5 + n % 50 / 100.0);
            evidence.put(path, sheet.evidence().getOrDefault(path, own));
        });
        return sheet.with(sheet.issues(), evidence);
    }

    /** A total leads to the projects that it adds up, as many as it says. */
    @ParameterizedTest
    @CsvSource({
        "policy-cost,projects,yen",
        "budget-accounts,projects,yen",
        "departments,projects,yen",
        "pledges,projects,yen",
        "sdg-spending,projects,fullCountYen",
        "sdg-target-spending,projects,fullCountYen",
        "sdg-cost-per-resident,projects,yen",
        "share-without-sdg,projects,yen",
        "share-without-sdg,projectsWithoutLink,yenWithoutLink"
    })
    void aTotalLeadsToItsProjects(String query, String count, String total) {
        assertThat(linked(query, total)).isNotEmpty().allSatisfy(row -> {
            List<Map<String, String>> parts = parts(query, total, row).stream()
                    .filter(part -> part.containsKey("settledYen") || part.containsKey("yen"))
                    .toList();
            assertThat(parts).hasSize(Integer.parseInt(row.get(count)));
            assertThat(parts.stream()
                            .map(part -> new BigDecimal(part.getOrDefault("settledYen", part.get("yen"))))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(row.get(total));
        });
    }

    @Test
    void aRatingLeadsToTheProjectsThatHaveIt() {
        assertThat(linked("rating-distribution", "projects"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(parts("rating-distribution", "projects", row))
                        .hasSize(Integer.parseInt(row.get("projects"))));
    }

    /** The rows whose value in a column leads somewhere, of all years. */
    private List<Map<String, String>> linked(String query, String name) {
        Column column = column(query, name);
        return shelf.askWithCells(query, Map.of("year", "all")).stream()
                .filter(row -> row.containsKey(name) && column.address(row::get).isPresent())
                .toList();
    }

    /** What a value leads to, as far as it concerns the same city and basis. */
    private List<Map<String, String>> parts(String query, String name, Map<String, String> row) {
        String address = column(query, name).address(row::get).orElseThrow();
        Map<String, String> parameters = Pattern.compile("[?&](\\w+)=([^&]*)")
                .matcher(address)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> URLDecoder.decode(found.group(2), StandardCharsets.UTF_8)));
        return shelf.askWithCells(address.replaceAll(".*/|\\?.*", ""), parameters).stream()
                .filter(part -> row.get("cityCode").equals(part.get("cityCode")))
                .filter(part -> !row.containsKey("basis")
                        || !part.containsKey("basis")
                        || row.get("basis").equals(part.get("basis")))
                .toList();
    }

    private static Column column(String query, String name) {
        return StoredQuery.bundled().get(query).about().columns().get(name);
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> where : List.of(
                Map.<String, String>of(),
                Map.of("year", "2024"),
                Map.of("year", "2024", "city", "082201"),
                Map.of("year", "2023"),
                Map.of("year", "2022"))) {
            cases.addAll(MoneyCases.all(where));
            cases.addAll(ReadingCases.all(where));
            cases.addAll(IndicatorCases.all(where));
            cases.addAll(ResearchCases.all(where));
            cases.add(ResearchCases.shared(sheets, where));
        }
        for (Map<String, String> where : List.of(Map.<String, String>of(), Map.of("city", "082201", "peers", "1"))) {
            cases.add(ResearchCases.peers(sheets, where));
        }
        cases.addAll(MoneyCases.variants());
        cases.addAll(ResearchCases.national(Map.of()));
        cases.addAll(ResearchCases.national(Map.of("city", "141305")));
        cases.addAll(ReadingCases.variants());
        cases.addAll(IndicatorCases.all(Map.of("against", "forecast")).subList(0, 2));
        cases.addAll(ReadingCases.timeless(sheets));
        cases.add(HistoryCases.differences());
        cases.add(HistoryCases.history(PROJECT, NAME));
        cases.addAll(ProjectCases.all(PROJECT, NAME));
        cases.addAll(ThingCases.all());
        return cases;
    }

    private Stream<Case> asked() {
        return cases().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void answersAreWhatTheRecordsSay(Case asked) {
        List<List<String>> answer = asked.actual(shelf.ask(asked.query(), asked.parameters()));
        List<List<String>> records = asked.expected(sheets);
        assertThat(Map.of("missing", minus(records, answer), "extra", minus(answer, records)))
                .isEqualTo(Map.of("missing", List.of(), "extra", List.of()));
    }

    private Stream<Case> askedOfOthers() throws IOException {
        Set<String> plain = Shelf.plain();
        assertThat(StoredQuery.bundled().keySet()).containsAll(plain);
        return Stream.concat(
                cases().stream().filter(c -> plain.contains(c.query())),
                Stream.of("2022", "2023", "2024")
                        .map(year -> Case.of("departments", Map.of("year", year), "department", any -> List.of())));
    }

    /** The form that other stores run in the benchmark returns the same answer. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("askedOfOthers")
    void withoutTheStatisticsTheAnswerIsTheSame(Case asked) throws IOException {
        assertThat(shelf.askPlain(asked.query(), asked.parameters()))
                .containsExactlyInAnyOrderElementsOf(shelf.ask(asked.query(), asked.parameters()));
    }

    private static List<List<String>> minus(List<List<String>> rows, List<List<String>> others) {
        List<List<String>> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left;
    }

    /** Every figure of a list leads to the observation that has this value, and so to the place where it is printed. */
    @Test
    void everyFigureLeadsToItsCell() {
        Map<String, String> values = new TreeMap<>();
        shelf.select(
                        "PREFIX jgd: <https://w3id.org/jigyo/dim#> SELECT ?o ?v { ?o jgd:amount|jgd:partialAmount|jgd:repeatedAmount|jgd:value|jgd:partialValue|jgd:repeatedValue ?v }")
                .forEach(row -> values.put(row.get("o"), row.get("v")));
        int figures = 0;
        for (StoredQuery query : StoredQuery.bundled().values()) {
            if (query.about().federated()) {
                continue;
            }
            for (Map<String, String> row : shelf.askWithCells(query.name(), Map.of())) {
                for (Map.Entry<String, Column> column : query.about().columns().entrySet()) {
                    String figure = row.get(column.getKey());
                    if (column.getValue().cell() != null && figure != null) {
                        String cell = row.get(column.getValue().cell());
                        assertThat(cell).as(query.name() + " " + row).isNotNull();
                        assertThat(new BigDecimal(values.get(cell)))
                                .as(query.name() + " " + column.getKey() + " " + row)
                                .isEqualByComparingTo(figure);
                        figures++;
                    }
                }
            }
        }
        assertThat(figures).isPositive();
    }

    @Test
    void sharesAddUpToTheTotal() {
        for (String query : List.of("sdg-spending", "sdg-target-spending")) {
            for (String year : List.of("2022", "2023", "2024")) {
                List<Sheet> settled = Records.withSettled(Records.of(sheets, Map.of("year", year)));
                BigDecimal shares = Records.sum(shelf.ask(query, Map.of("year", year)).stream()
                        .filter(row -> row.containsKey("sharedYen"))
                        .map(row -> new BigDecimal(row.get("sharedYen")))
                        .toList());
                assertThat(shares).as(query + " " + year).isEqualTo(Records.settled(settled));
            }
        }
    }

    /** Whoever adds up totals and knows nothing of what they are of gets each project once. */
    @Test
    void totalsCountEachProjectOnce() {
        String naive = "PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#>"
                + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?city ?year (SUM(?total) AS ?sum) {"
                + " ?any jgd:total ?total ; jg:municipality/jg:localGovernmentCode ?city ; jgd:fiscalYear/jg:year ?year ;"
                + " jgd:phase/skos:notation 'settled' ; jgd:component/skos:notation 'total' } GROUP BY ?city ?year";
        Map<String, BigDecimal> sums = new TreeMap<>();
        shelf.select(naive)
                .forEach(row -> sums.put(row.get("city") + " " + row.get("year"), new BigDecimal(row.get("sum"))));
        Map<String, BigDecimal> records = new TreeMap<>();
        Records.withSettled(sheets)
                .forEach(s -> records.merge(s.city() + " " + s.fiscalYear(), Records.settled(s), BigDecimal::add));
        records.replaceAll((key, sum) -> sum.setScale(0));
        assertThat(sums).isEqualTo(records).isNotEmpty();
    }

    /** What is computed at publication is valid, too: shapes, and the integrity of the cubes of totals. */
    @Test
    void statisticsAreValid() {
        assertThat(GraphCheck.check(shelf.turtle()).findings()).isEmpty();
    }

    /** A unit's figures are those of the sheets that print its name, whatever the registry does with the names. */
    @Test
    void departmentsHaveWhatTheirSheetsSay() {
        for (String year : List.of("2022", "2023", "2024")) {
            List<Map<String, String>> rows = shelf.ask("departments", Map.of("year", year)).stream()
                    .filter(row -> !row.containsKey("reason"))
                    .toList();
            assertThat(rows.isEmpty())
                    .isEqualTo(Records.of(sheets, Map.of("year", year)).isEmpty());
            for (Map<String, String> row : rows) {
                List<Sheet> of = Records.of(sheets, Map.of("year", year, "city", row.get("cityCode"))).stream()
                        .filter(s -> (s.head().department() + s.head().section()).contains(row.get("department")))
                        .toList();
                BigDecimal staff = Records.sum(of.stream()
                        .flatMap(s -> s.body().staffing().stream()
                                .filter(f -> f.item().equals("staffFte") && f.year() == s.fiscalYear())
                                .map(f -> (BigDecimal) f.value()))
                        .toList());
                assertThat(row.get("projects")).isEqualTo(String.valueOf(of.size()));
                assertThat(row.get("yen"))
                        .isEqualTo(String.valueOf(Records.settled(of).toBigInteger()));
                assertThat(row.get("staffFte") == null ? null : new BigDecimal(row.get("staffFte")))
                        .usingComparator(java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                        .isEqualTo(staff);
            }
        }
    }

    /** No code or class is used as a property, and no own property is used outside its domain or range. */
    @Test
    void termsAreUsedAsTheyAreDefined() {
        String ours = " FILTER(STRSTARTS(STR(?p), \"https://w3id.org/jigyo/\")) ";
        String used = "SELECT DISTINCT ?p ?as { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } " + ours;
        String isOf =
                " FILTER NOT EXISTS { { ?%1$s a/rdfs:subClassOf* ?as } UNION { GRAPH ?h { ?%1$s a ?own } ?own rdfs:subClassOf* ?as } } }";
        assertThat(shelf.select(used
                        + "FILTER NOT EXISTS { ?p a owl:ObjectProperty } FILTER NOT EXISTS { ?p a owl:DatatypeProperty }"
                        + " FILTER NOT EXISTS { ?p a owl:AnnotationProperty } }"))
                .isEmpty();
        assertThat(shelf.select(used + "?p rdfs:domain ?as" + isOf.formatted("s")))
                .isEmpty();
        assertThat(shelf.select(used
                        + "?p a owl:ObjectProperty ; rdfs:range ?as FILTER(STRSTARTS(STR(?as), \"https://w3id.org/jigyo/\"))"
                        + isOf.formatted("o")))
                .isEmpty();
    }

    /** Whoever asks without parameters hears something of every city that has sheets, and never a row and a reason at once. */
    @Test
    void everyCityHasRowsOrAReason() {
        TreeSet<String> cities = sheets.stream().map(Sheet::city).collect(Collectors.toCollection(TreeSet::new));
        StoredQuery.bundled().values().stream()
                .filter(query -> query.parsed().getResultVars().containsAll(List.of("reason", "cityCode"))
                        && query.takes("city")
                        && !query.about().federated())
                .forEach(query -> {
                    List<Map<String, String>> rows = shelf.ask(query.name(), Map.of());
                    assertThat(rows)
                            .as(query.name())
                            .extracting(row -> row.get("cityCode"))
                            .containsAll(cities)
                            .isSubsetOf(cities);
                    assertThat(rows).as(query.name()).allSatisfy(row -> {
                        boolean why = row.containsKey("reason");
                        assertThat(row.containsKey("why")).isEqualTo(why);
                        assertThat(row.keySet().stream()
                                        .anyMatch(c -> !List.of("cityCode", "year", "reason", "why")
                                                .contains(c)))
                                .isNotEqualTo(why);
                    });
                });
    }

    /** A city that has no sheet, and a project or file that the release does not have, are told as such. */
    @Test
    void whatIsNotThereIsTold() {
        StoredQuery.bundled().values().stream()
                .filter(query -> query.parsed().getResultVars().contains("reason")
                        && !query.about().federated())
                .forEach(query -> {
                    String key = query.about().params().stream()
                            .map(QueryParameter::name)
                            .filter(List.of("city", "project", "file", "thing")::contains)
                            .findFirst()
                            .orElseThrow();
                    String asked = key.equals("city") ? "472018" : "https://data.example.jp/no-such-thing";
                    List<Map<String, String>> rows = shelf.ask(query.name(), Map.of(key, asked));
                    assertThat(rows).as(query.name()).hasSize(1);
                    assertThat(rows.get(0).get("reason"))
                            .as(query.name())
                            .isEqualTo(key.equals("city") ? "no-sheets" : "unknown-key");
                    assertThat(rows.get(0).getOrDefault("cityCode", asked)).isEqualTo(asked);
                });
    }

    /** What other tools get adds up to the settled cost of each city and year, and has the purpose of each sheet. */
    @Test
    void exportsSayWhatTheSheetsSay() {
        Map<String, BigDecimal> records = new TreeMap<>();
        Records.withSettled(sheets)
                .forEach(s -> records.merge(s.city() + " " + s.fiscalYear(), Records.settled(s), BigDecimal::add));
        records.replaceAll((key, sum) -> sum.setScale(0));
        assertThat(records).isNotEmpty();
        assertThat(sums(
                        shelf.ask("observations", Map.of()).stream()
                                .filter(row -> "cost".equals(row.get("cube"))
                                        && "settled".equals(row.get("phase"))
                                        && "total".equals(row.get("item"))
                                        && row.get("edition").startsWith(row.get("cityCode") + "/" + row.get("year"))),
                        "yen"))
                .isEqualTo(records);
        assertThat(sums(
                        shelf.ask("review-budget", Map.of("year", "all")).stream()
                                .filter(row -> row.get("year") != null
                                        && row.get("year").equals(row.get("budgetYear"))),
                        "executed"))
                .isEqualTo(records);
        assertThat(shelf.ask("review-overview", Map.of("year", "all")).stream()
                        .filter(row -> row.get("purpose") != null)
                        .map(row -> row.get("year") + row.get("purpose")))
                .isSubsetOf(sheets.stream()
                        .map(s -> s.fiscalYear() + s.body().texts().get("purpose"))
                        .toList())
                .isNotEmpty();
    }

    private static Map<String, BigDecimal> sums(Stream<Map<String, String>> rows, String column) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.filter(row -> row.containsKey(column))
                .forEach(row -> sums.merge(
                        row.get("cityCode") + " " + row.get("year"), new BigDecimal(row.get(column)), BigDecimal::add));
        return sums;
    }

    @Test
    void everyQueryIsHeldAgainstTheRecords() {
        TreeSet<String> known = new TreeSet<>(FederationTest.QUERIES);
        known.addAll(List.of("departments", "observations", "review-budget", "review-overview"));
        cases().forEach(c -> known.add(c.query()));
        assertThat(StoredQuery.bundled().keySet()).isEqualTo(known);
    }
}
