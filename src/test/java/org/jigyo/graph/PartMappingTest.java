package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.jigyo.check.GraphCheck;
import org.jigyo.layout.load.Layouts;
import org.jigyo.release.GraphFile;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of projects in the graph: complete, and counted once. */
class PartMappingTest {

    private static final String PREFIXES =
            "PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#> PREFIX code: <https://w3id.org/jigyo/code/> ";

    @TempDir
    static Path folder;

    private static Publication publication;
    private static Dataset graph;

    @BeforeAll
    static void write() throws IOException {
        Sheet.Source source = new Sheet.Source("yokohama-r7.pdf", "0".repeat(64), null);
        Sheet.Context context = new Sheet.Context("yokohama-evaluation-sheet", 1000, null, null, null);
        List<Sheet> sheets =
                new ArrayList<>(Specimens.golden("yokohama-r7", new Sheet.Origin("yokohama-r7", source, context)));
        String ratings = """
                {"city":"141003","fiscalYear":2024,"number":"7","name":"標本","department":"甲課","departments":["甲課","乙課"],\
                "attributes":{"x.method":{"2023":"直営","2024":"委託"}},\
                "costs":[{"item":"perResident","phase":"settled","year":2024,"value":244,"unit":1}],\
                "ratings":[{"criterion":"efficiency","value":"B","by":"internal"},{"criterion":"efficiency","value":"C","by":"external"}]}""";
        sheets.add(SheetJson.read(ratings).from(new Sheet.Origin("other", source, context), null));
        Map<String, OwnKey> own = Layouts.bundled().stream()
                .filter(layout -> layout.id().equals("yokohama-r7"))
                .findFirst()
                .orElseThrow()
                .keys();
        publication = EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, own, folder);
        graph = publication.merged();
    }

    private static List<String> select(String pattern) {
        try (var execution = QueryExecutionFactory.create(PREFIXES + "SELECT ?x { " + pattern + " }", graph)) {
            List<String> found = new ArrayList<>();
            execution
                    .execSelect()
                    .forEachRemaining((QuerySolution row) -> found.add(
                            row.get("x").isLiteral()
                                    ? row.getLiteral("x").getLexicalForm()
                                    : row.get("x").toString()));
            found.sort(null);
            return found;
        }
    }

    @Test
    void theGraphKeepsItsRules() throws IOException {
        assertThat(GraphCheck.check(publication.files().stream()
                                .map(GraphFile::file)
                                .toList())
                        .findings())
                .isEmpty();
    }

    @Test
    void aPartIsAProjectWithFiguresOfItsOwn() {
        String part =
                "?part jg:partOf ?whole . ?whole <http://www.w3.org/2004/02/skos/core#prefLabel> ?w . FILTER (STR(?w) = 'ＤＸプロモーション事業') ";
        assertThat(select(part + "?part <http://www.w3.org/2004/02/skos/core#prefLabel> ?x"))
                .containsExactly("広報PR", "次世代ＤＸ人材支援");
        String cost =
                "?o jgd:project ?part ; jgd:phase <https://w3id.org/jigyo/code/phase/settled> ; jgd:fiscalYear/jg:year ?y ; jgd:partialAmount ?x ;"
                        + " jgd:statedIn ?s . FILTER (STR(?y) = '2024') ";
        assertThat(select(part + cost + "?o jgd:component <https://w3id.org/jigyo/code/component/total>"))
                .containsExactly("10080000", "6952000");
        assertThat(select(part + cost + "?o jgd:component <https://w3id.org/jigyo/code/component/change>"))
                .containsExactly("-8791000", "6952000");
        assertThat(select(part + "?e jg:evaluatesPart ?part ; jg:rating ?r . ?r jg:valueAsPrinted ?x"))
                .hasSize(14)
                .contains("民間と競合");
        assertThat(select(part + "?e jg:evaluatesPart ?part ; jg:indicatorUse/jg:nameAsPrinted ?x"))
                .containsExactly("記事掲載数", "ＤＸ体験参加人数");
    }

    /** 款, 項 and 目 are in separate cells; 会計 is a word, which has a number. */
    @Test
    void cellsOfAnAccountAreItsTree() {
        assertThat(select("?e jg:evaluates ?p ; jg:budgetAccount/<http://www.w3.org/2004/02/skos/core#notation> ?x"))
                .containsExactly("n1-02-05-04", "n1-02-05-04");
        String above = "?e jg:evaluates ?p ; jg:budgetAccount ?a . ?a <http://www.w3.org/2004/02/skos/core#broader>";
        assertThat(select(above + "+ ?up . ?up <http://www.w3.org/2004/02/skos/core#prefLabel> ?x"))
                .contains("一般会計", "款 02", "項 05");
        assertThat(select("?e jg:budgetAccount/jg:accountLevel ?x"))
                .contains("https://w3id.org/jigyo/code/account-level/sub-item");
        assertThat(select("?e jg:attribute ?n . ?n jg:attributeKey ?x FILTER (CONTAINS(STR(?x), 'x.moku'))"))
                .isNotEmpty();
    }

    /** A query over sheets, as in the README, finds only the total of the whole. */
    @Test
    void aSumOverSheetsCountsAProjectOnce() {
        String sheets =
                "?e jg:evaluates ?p ; jg:evaluatedYear ?y ; jg:recordedIn ?sheet . ?o jgd:statedIn ?sheet ; jgd:fiscalYear ?y ;"
                        + " jgd:component <https://w3id.org/jigyo/code/component/total> ; jgd:amount ?x";
        assertThat(select(sheets)).containsExactly("17032000", "26718000");
    }

    @Test
    void whatElseASheetMayPrintIsThere() {
        assertThat(select("?s a jg:Sheet ; jg:publishedYear/jg:year ?x")).containsExactly("2025", "2025");
        assertThat(select("?e jg:nameAsPrinted '標本'@ja ; jg:departmentAsPrinted ?x"))
                .containsExactly("乙課", "甲課");
        assertThat(
                        select(
                                "?o jgd:component <https://w3id.org/jigyo/code/component/per-resident> ; jgd:statedIn ?s ; jgd:amount ?x"))
                .containsExactly("244");
        assertThat(select("?r jg:ratedBy <https://w3id.org/jigyo/code/rater/external> ; jg:valueAsPrinted ?x"))
                .containsExactly("C");
        assertThat(
                        select(
                                "?a a jg:Attribute ; jg:fiscalYear/jg:year ?y ; jg:attributeValue ?v BIND (CONCAT(STR(?y), ?v) AS ?x)"))
                .containsExactly("2023直営", "2024委託");
    }
}
