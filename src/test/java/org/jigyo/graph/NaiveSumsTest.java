package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecutionFactory;
import org.jigyo.WithRealSheets;
import org.jigyo.queries.Records;
import org.jigyo.sheet.Body;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adding up a measure by city, year and code, without knowing more about the data, gives the sum over the sheets with
 * each cell counted once: with the figure of the edition that evaluates the year, or else of the newest that prints it.
 */
class NaiveSumsTest {

    private static final String PREFIXES = """
            PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static final String PLACE =
            "jgd:project/jg:municipality/jg:localGovernmentCode ?city ; jgd:fiscalYear/jg:year ?year ";

    @TempDir
    Path folder;

    /** A figure as printed on a sheet: its cell, the group it is added up in, and its value. */
    private record Printed(Sheet sheet, int year, String cell, String group, BigDecimal value) {

        /** Sorts the figure that counts first: the edition of the year, then the newest. */
        int rank() {
            return sheet.fiscalYear() == year ? 0 : 10_000 - sheet.fiscalYear();
        }
    }

    @Test
    void specimens() throws IOException {
        compare(Specimens.sheets());
    }

    @Nested
    @WithRealSheets
    class RealSheets {
        @Test
        void gold() throws IOException {
            compare(Gold.sheets());
        }
    }

    private void compare(List<Sheet> sheets) throws IOException {
        Dataset graph = EditionWriter.write(
                        sheets, Registries.empty(), GraphBase.DEFAULT, Specimens.KEYS, folder.resolve("p"))
                .merged();
        assertThat(sums(graph, "jgd:amount", "jgd:phase/skos:notation ?a ; jgd:component/skos:notation ?b"))
                .isEqualTo(sums(graph, sheets, NaiveSumsTest::costs));
        assertThat(sums(graph, "jgd:rate", "jgd:phase/skos:notation ?a"))
                .isEqualTo(sums(graph, sheets, NaiveSumsTest::rates));
        assertThat(sums(graph, "jgd:value", "jgd:phase/skos:notation ?a ; jgd:resource/skos:notation ?b"))
                .isEqualTo(sums(graph, sheets, NaiveSumsTest::staff));
        assertThat(sums(graph, "jgd:value", "jgd:valueKind/skos:notation ?a"))
                .isEqualTo(sums(graph, sheets, NaiveSumsTest::indicators));
        assertThat(sums(graph, "jgd:partialAmount", "jgd:phase/skos:notation ?a ; jgd:label ?any"))
                .isEqualTo(sums(graph, sheets, NaiveSumsTest::breakdowns));
    }

    private static Map<String, BigDecimal> sums(Dataset graph, String measure, String codes) {
        String query = PREFIXES + "SELECT ?city ?year ?a ?b (SUM(?value) AS ?sum) { ?figure " + measure + " ?value ; "
                + PLACE + "; " + codes + " FILTER(ISNUMERIC(?value)) } GROUP BY ?city ?year ?a ?b";
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (var execution = QueryExecutionFactory.create(query, graph)) {
            execution.execSelect().forEachRemaining(row -> {
                List<String> key = new ArrayList<>();
                for (String name : List.of("city", "year", "a", "b")) {
                    if (row.get(name) != null) {
                        key.add(row.getLiteral(name).getLexicalForm());
                    }
                }
                sums.put(
                        String.join(" ", key),
                        new BigDecimal(row.getLiteral("sum").getLexicalForm()).stripTrailingZeros());
            });
        }
        assertThat(sums).isNotEmpty();
        return counting(sums);
    }

    private interface Figures {
        List<Printed> of(Sheet sheet);
    }

    private static Map<String, BigDecimal> sums(Dataset graph, List<Sheet> sheets, Figures figures) {
        Map<String, String> projects = projects(graph);
        Map<String, Printed> cells = new TreeMap<>();
        sheets.stream()
                .flatMap(sheet -> figures.of(sheet).stream())
                .sorted(Comparator.comparingInt(Printed::rank))
                .forEach(p -> cells.putIfAbsent(projects.get(project(p.sheet())) + p.cell(), p));
        Map<String, BigDecimal> sums = new TreeMap<>();
        cells.values()
                .forEach(p ->
                        sums.merge(p.sheet().city() + " " + p.year() + " " + p.group(), p.value(), BigDecimal::add));
        sums.replaceAll((key, sum) -> sum.stripTrailingZeros());
        return counting(sums);
    }

    /** Without sums of zero: a placeholder is 0 in a record and no value in the graph. */
    private static Map<String, BigDecimal> counting(Map<String, BigDecimal> sums) {
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static String project(Sheet sheet) {
        return sheet.city() + " " + sheet.fiscalYear() + " " + sheet.name();
    }

    /** The project of each sheet; the registry itself is tested elsewhere. */
    private static Map<String, String> projects(Dataset graph) {
        Map<String, String> projects = new TreeMap<>();
        String query = PREFIXES + """
                SELECT ?project (CONCAT(?city, " ", STR(?year), " ", STR(?name)) AS ?sheet) {
                  ?evaluation jg:evaluates ?project ; jg:nameAsPrinted ?name ; jg:evaluatedYear/jg:year ?year ;
                              jg:municipality/jg:localGovernmentCode ?city }""";
        try (var execution = QueryExecutionFactory.create(query, graph)) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> projects.put(
                            row.getLiteral("sheet").getLexicalForm(),
                            row.getResource("project").getURI()));
        }
        return projects;
    }

    private static BigDecimal yen(Sheet sheet, Sheet.Cost cost) {
        int unit = cost.unit() == null ? sheet.context().currencyUnit() : cost.unit();
        return cost.value().multiply(BigDecimal.valueOf(unit));
    }

    private static String kebab(String key) {
        return key.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Printed> costs(Sheet sheet) {
        return sheet.body().costs().stream()
                .filter(c -> Records.phase(sheet, c) != null)
                .filter(c -> !c.item().equals("breakdown") && !c.item().equals("beneficiaryRate"))
                .map(c -> {
                    String group = Records.phase(sheet, c) + " " + kebab(c.item());
                    return new Printed(sheet, c.year(), group + c.year(), group, yen(sheet, c));
                })
                .toList();
    }

    private static List<Printed> breakdowns(Sheet sheet) {
        Map<String, Integer> seen = new TreeMap<>();
        return sheet.body().costs().stream()
                .filter(c -> Records.phase(sheet, c) != null && c.item().equals("breakdown"))
                .map(c -> {
                    // Rows may have the same label; the n-th of them is a separate row.
                    String cell = c.label() + Records.phase(sheet, c) + c.year();
                    return new Printed(
                            sheet,
                            c.year(),
                            cell + seen.merge(cell, 1, Integer::sum),
                            Records.phase(sheet, c),
                            yen(sheet, c));
                })
                .toList();
    }

    private static List<Printed> rates(Sheet sheet) {
        return sheet.body().costs().stream()
                .filter(c -> Records.phase(sheet, c) != null && c.item().equals("beneficiaryRate"))
                .map(c -> new Printed(
                        sheet, c.year(), Records.phase(sheet, c) + c.year(), Records.phase(sheet, c), c.value()))
                .toList();
    }

    private static List<Printed> staff(Sheet sheet) {
        return sheet.body().staffing().stream()
                .filter(s -> s.value() instanceof BigDecimal)
                .map(s -> {
                    String group = (s.year() > sheet.fiscalYear() ? "projected " : "settled ") + kebab(s.item());
                    return new Printed(sheet, s.year(), group + s.year(), group, (BigDecimal) s.value());
                })
                .toList();
    }

    /** Includes the parts of a project, whose indicators differ from those of the whole. */
    private static List<Printed> indicators(Sheet sheet) {
        List<Printed> all = new ArrayList<>(indicators(sheet, "", sheet.body()));
        sheet.parts().forEach(part -> all.addAll(indicators(sheet, part.name(), part.body())));
        return all;
    }

    private static List<Printed> indicators(Sheet sheet, String part, Body body) {
        return body.indicators().stream()
                .flatMap(i -> i.values().stream()
                        .filter(v -> !(v.kind().equals("actual") && v.year() > sheet.fiscalYear())
                                && v.value() instanceof BigDecimal)
                        .map(v -> new Printed(
                                sheet, v.year(), part + i.slot() + v.kind() + v.year(), v.kind(), (BigDecimal)
                                        v.value())))
                .toList();
    }
}
