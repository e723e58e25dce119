package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.jigyo.WithRealSheets;
import org.jigyo.queries.Records;
import org.jigyo.sheet.Body;
import org.jigyo.sheet.Part;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of the real sheets gives the same numbers as counting over their records. */
@WithRealSheets
class GoldGraphTest {

    @TempDir
    static Path folder;

    private static List<Sheet> sheets;
    private static Dataset graph;

    @BeforeAll
    static void write() throws IOException {
        sheets = Gold.sheets();
        List<Sheet> shuffled = new ArrayList<>(sheets);
        Collections.shuffle(shuffled, new Random(7));
        Publication publication = EditionWriter.write(shuffled, Registries.empty(), GraphBase.DEFAULT, folder);
        graph = publication.merged();
    }

    private static List<QuerySolution> select(String query) {
        String prefixes = "PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#> "
                + "PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX code: <https://w3id.org/jigyo/code/> ";
        try (var execution = QueryExecutionFactory.create(prefixes + query, graph)) {
            List<QuerySolution> rows = new ArrayList<>();
            execution.execSelect().forEachRemaining(rows::add);
            return rows;
        }
    }

    private static long count(String pattern) {
        return select("SELECT (COUNT(*) AS ?n) { " + pattern + " }")
                .get(0)
                .getLiteral("n")
                .getLong();
    }

    private static Map<String, BigDecimal> sums(String query) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        select(query)
                .forEach(row -> sums.put(
                        row.get("key").toString(),
                        new BigDecimal(row.getLiteral("sum").getLexicalForm())));
        return sums;
    }

    /** The contents of a sheet about its project and its parts. */
    private static Stream<Body> bodies(Sheet sheet) {
        return Stream.concat(Stream.of(sheet.body()), sheet.parts().stream().map(Part::body));
    }

    private static BigDecimal settled(Sheet sheet) {
        return sheet.body().costs().stream()
                .filter(c -> c.item().equals("total") && c.phase().equals("settled") && c.year() == sheet.fiscalYear())
                .map(c -> c.value().multiply(BigDecimal.valueOf(1000)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean hasSettled(Sheet sheet) {
        return sheet.body().costs().stream()
                .anyMatch(
                        c -> c.item().equals("total") && c.phase().equals("settled") && c.year() == sheet.fiscalYear());
    }

    private static final String SETTLED = """
            ?e a jg:Evaluation ; jg:evaluates ?p ; jg:evaluatedYear ?y ; jg:municipality/jg:localGovernmentCode ?city ;
               jg:recordedIn ?sheet .
            ?o jgd:statedIn ?sheet ; jgd:project ?p ; jgd:fiscalYear ?y ; jgd:phase <https://w3id.org/jigyo/code/phase/settled> ;
               jgd:component <https://w3id.org/jigyo/code/component/total> ; jgd:amount ?amount .
            """;

    @Test
    void countsAgree() {
        assertThat(count("?e a jg:Evaluation")).isEqualTo(sheets.size());
        assertThat(count("?e a jg:Sheet")).isEqualTo(sheets.size());
        assertThat(count("?e jg:sdgGoal ?g"))
                .isEqualTo(sheets.stream()
                        .flatMap(s -> s.placement().sdgs().stream())
                        .filter(g -> g.target() == null)
                        .count());
        assertThat(count("?e jg:sdgTarget ?g"))
                .isEqualTo(sheets.stream()
                        .flatMap(s -> s.placement().sdgs().stream())
                        .filter(g -> g.target() != null)
                        .count());
        assertThat(count("?e jg:underPolicy ?g"))
                .isEqualTo(sheets.stream()
                        .mapToLong(s -> s.placement().policies().size())
                        .sum());
        assertThat(count("?e jg:fulfilsPledge ?g"))
                .isEqualTo(sheets.stream()
                        .mapToLong(s -> s.placement().pledges().size())
                        .sum());
        assertThat(count("?e jg:budgetAccount ?g"))
                .isEqualTo(sheets.stream()
                        .mapToLong(s -> s.placement().budgetAccounts().size())
                        .sum());
        assertThat(count("?e jg:rating/jg:ratingValue ?g"))
                .isEqualTo(sheets.stream()
                        .flatMap(GoldGraphTest::bodies)
                        .mapToLong(b -> b.ratings().size())
                        .sum());
        assertThat(count("?e jg:direction ?g"))
                .isEqualTo(sheets.stream()
                        .filter(s -> s.body().direction() != null)
                        .count());
        assertThat(count("?e jg:narrative/jg:text ?t"))
                .isEqualTo(sheets.stream()
                        .flatMap(GoldGraphTest::bodies)
                        .mapToLong(b -> b.texts().size()
                                + (b.direction() != null && b.direction().reason() != null ? 1 : 0))
                        .sum());
    }

    /**
     * The nine projects of つくば in 2024 are all in the list of 2021, with other numbers and departments; 2022 has two of
     * them.
     */
    @Test
    void projectsAreRecognised() {
        // 48 in the list, of which 9 recur in 2024 and 2 in 2022; 10 of 川崎, 7 of 池田, 4 of 横浜.
        String whole = "?p a jg:Project FILTER NOT EXISTS { ?p jg:partOf ?any }";
        assertThat(count(whole)).isEqualTo(48 + 10 + 7 + 4);
        assertThat(count("?p jg:partOf ?whole"))
                .isEqualTo(sheets.stream().mapToLong(s -> s.parts().size()).sum());
        Set<String> pairs = select("""
                        SELECT ?old ?new { ?a jg:evaluates ?p ; jg:numberAsPrinted ?old ; jg:evaluatedYear/jg:year ?ya .
                          ?b jg:evaluates ?p ; jg:numberAsPrinted ?new ; jg:evaluatedYear/jg:year ?yb .
                          FILTER (STR(?ya) = "2021" && STR(?yb) = "2024") }
                        """).stream()
                .map(row -> row.getLiteral("old").getString() + "="
                        + row.getLiteral("new").getString())
                .collect(Collectors.toSet());
        assertThat(pairs)
                .isEqualTo(Set.of(
                        "8=008", "12=012", "1045=045", "88=088", "1088=088", "90=090", "92=092", "95=095", "97=097"));
        Set<String> of2022 = new HashSet<>();
        select("""
                SELECT ?old ?new { ?a jg:evaluates ?p ; jg:numberAsPrinted ?old ; jg:evaluatedYear/jg:year ?ya .
                  ?b jg:evaluates ?p ; jg:numberAsPrinted ?new ; jg:evaluatedYear/jg:year ?yb .
                  FILTER (STR(?ya) = "2021" && STR(?yb) = "2022") }
                """)
                .forEach(row -> of2022.add(row.getLiteral("old").getString() + "="
                        + row.getLiteral("new").getString()));
        assertThat(of2022).isEqualTo(Set.of("11=011", "12=012"));
    }

    @Test
    void settledCostPerCityAgrees() {
        Map<String, BigDecimal> expected = sheets.stream()
                .filter(GoldGraphTest::hasSettled)
                .collect(Collectors.groupingBy(
                        Sheet::city,
                        TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, GoldGraphTest::settled, BigDecimal::add)));
        assertThat(sums("SELECT (?city AS ?key) (SUM(?amount) AS ?sum) {" + SETTLED + "} GROUP BY ?city"))
                .isEqualTo(expected);
    }

    /** Full count: a project with three goals counts under each; the goal of a printed target counts through the derived links. */
    @Test
    void settledCostPerGoalAgrees() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Sheet sheet : sheets) {
            if (hasSettled(sheet)) {
                sheet.placement().sdgs().stream()
                        .map(Sheet.Sdg::goal)
                        .distinct()
                        .forEach(goal -> expected.merge(
                                sheet.city() + " http://metadata.un.org/sdg/" + goal, settled(sheet), BigDecimal::add));
            }
        }
        assertThat(sums("SELECT (CONCAT(?city, ' ', STR(?goal)) AS ?key) (SUM(?amount) AS ?sum) {" + SETTLED
                        + " ?e jg:sdgGoal|jg:derivedSdgGoal ?goal } GROUP BY ?city ?goal"))
                .isEqualTo(expected);
    }

    @Test
    void settledCostPerPolicyAgrees() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Sheet sheet : sheets) {
            String above = "";
            for (Sheet.Policy policy : sheet.placement().policies()) {
                String code = java.text.Normalizer.normalize(policy.code(), java.text.Normalizer.Form.NFKC);
                code = sheet.city().equals("272043") && !above.isEmpty() ? above + "-" + code : code;
                above = code;
                if (hasSettled(sheet)) {
                    expected.merge(sheet.city() + " " + code, settled(sheet), BigDecimal::add);
                }
            }
        }
        assertThat(
                        sums(
                                "SELECT (CONCAT(?city, ' ', ?code) AS ?key) (SUM(?amount) AS ?sum) {" + SETTLED
                                        + " ?e jg:underPolicy/<http://www.w3.org/2004/02/skos/core#notation> ?code } GROUP BY ?city ?code"))
                .isEqualTo(expected);
    }

    @Test
    void settledCostPerAccountAgrees() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Sheet sheet : sheets) {
            if (hasSettled(sheet)) {
                // Every level of the account tree: 01-020108-19 counts under 01, 01-02, 01-0201, 01-020108 and itself.
                for (Sheet.BudgetAccount account : sheet.placement().budgetAccounts()) {
                    for (int length : new int[] {2, 5, 7, 9, account.code().length()}) {
                        expected.merge(
                                sheet.fiscalYear() + " " + account.code().substring(0, length),
                                settled(sheet),
                                BigDecimal::add);
                    }
                }
            }
        }
        assertThat(sums("PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
                        + "SELECT (CONCAT(STR(YEAR(?from)), ' ', ?code) AS ?key) (SUM(?amount) AS ?sum) {" + SETTLED
                        + " ?y <http://www.w3.org/2006/time#hasBeginning>/<http://www.w3.org/2006/time#inXSDDate> ?from ."
                        + " ?e jg:budgetAccount/skos:broader* ?account . ?account skos:notation ?code }"
                        + " GROUP BY ?from ?code"))
                .isEqualTo(expected);
    }

    /** Every amount that is not a placeholder is an observation, to the yen. */
    @Test
    void everyAmountIsAnObservation() {
        BigDecimal expected = sheets.stream()
                .flatMap(s -> bodies(s)
                        .flatMap(b -> b.costs().stream())
                        .filter(c -> !toCome(s, c) || c.value().signum() != 0)
                        .filter(c -> !c.item().equals("beneficiaryRate")))
                .map(c -> c.value().multiply(BigDecimal.valueOf(1000)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(
                        sums(
                                "SELECT ('all' AS ?key) (SUM(?a) AS ?sum) { ?o jgd:statedIn ?s ; jgd:amount|jgd:partialAmount|jgd:repeatedAmount ?a }"))
                .containsExactly(Map.entry("all", expected));
        assertThat(count("?o jgd:statedIn ?s ; jgd:resource ?r"))
                .isEqualTo(sheets.stream()
                        .mapToLong(s -> s.body().staffing().size())
                        .sum());
    }

    @Test
    void differencesBetweenEditionsAgree() {
        Map<String, Set<String>> printed = new TreeMap<>();
        for (Sheet s : sheets) {
            if (s.city().equals("082201")) {
                s.body().costs().stream()
                        .filter(c -> !toCome(s, c) || c.value().signum() != 0)
                        .forEach(c -> printed.computeIfAbsent(
                                        plain(s.name())
                                                + c.item()
                                                + (toCome(s, c) ? "projected" : c.phase())
                                                + c.year(),
                                        k -> new HashSet<>())
                                .add(c.value().toPlainString()));
            }
        }
        long expected = printed.values().stream().filter(v -> v.size() > 1).count();
        assertThat(count("?d a jg:EditionDifference FILTER EXISTS { ?d jg:differingObservation/jgd:component ?c }"))
                .isEqualTo(expected);
    }

    /** つくば prints budgets two years ahead, and expected amounts in its settled columns. */
    private static boolean toCome(Sheet sheet, Sheet.Cost cost) {
        return !cost.phase().equals(Records.phase(sheet, cost));
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC);
    }
}
