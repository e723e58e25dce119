package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecutionFactory;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An indicator that goes on in another slot of the sheet, as the specimens print one. */
class IndicatorMappingTest {

    private static final String SUCCESSION =
            "?former jg:continuedIn ?use . ?former jg:indicator ?indicator . ?use jg:indicator ?indicator . ";

    @TempDir
    static Path folder;

    private static Dataset graph;

    @BeforeAll
    static void write() throws IOException {
        Sheet.Source source = new Sheet.Source("tsukuba-r6.pdf", "0".repeat(64), null);
        Sheet.Context context = new Sheet.Context("tsukuba-r6", 1000, null, null, null);
        List<Sheet> sheets = Specimens.golden("tsukuba-r6-sheets", new Sheet.Origin("tsukuba-r6", source, context));
        graph = EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, folder)
                .merged();
    }

    private static List<String> select(String pattern) {
        String query = "PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#> "
                + "SELECT ?x { " + pattern + " } ORDER BY ?x";
        try (var execution = QueryExecutionFactory.create(query, graph)) {
            List<String> found = new ArrayList<>();
            execution
                    .execSelect()
                    .forEachRemaining(row -> found.add(row.get("x").asLiteral().getLexicalForm()));
            return found;
        }
    }

    @Test
    void bothSlotsAreUsesOfOneIndicator() {
        assertThat(select(SUCCESSION + "?use jg:slot ?x")).containsExactly("2");
        assertThat(select(SUCCESSION + "?former jg:slot ?x")).containsExactly("1");
        assertThat(select(SUCCESSION + "?use jg:nameAsPrinted ?x")).containsExactly("連携企業数");
    }

    @Test
    void eachOfItsYearsHasTheValueOfTheSlotThatLives() {
        String values = SUCCESSION + "?cell jgd:indicator ?indicator ; jgd:valueKind "
                + "<https://w3id.org/jigyo/code/value-kind/actual> ; jgd:fiscalYear/jg:year ?year ; ";
        assertThat(select(values + "jgd:value ?v BIND(CONCAT(STR(?year), ' ', STR(?v)) AS ?x)"))
                .containsExactly("2019 616.0", "2020 685.0", "2021 194.0", "2022 461.0", "2023 580.0", "2024 707.0");
        assertThat(select(values + "jgd:placeholder ?x")).isEmpty();
    }
}
