package org.jigyo.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jigyo.graph.GraphBase;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which national project may stand behind a municipal project: a suggestion by text or amount, with its score. */
class FundingCandidatesTest {

    /**
     * A sheet that prints national funds in thousands of yen. The national government paid つくば市 844,945,000 yen in 2023 for
     * 保育所等整備.
     */
    private static Sheet sheet(int number, String name, int year, int funds) {
        return SheetJson.read("""
                {"context":{"currencyUnit":1000},"city":"082201","fiscalYear":%d,"number":"%d","name":"%s","department":"標本課",
                 "costs":[{"item":"total","phase":"settled","year":%1$d,"value":900000},
                          {"item":"nationalFunds","phase":"settled","year":%1$d,"value":%d}]}""".formatted(year, number, name, funds));
    }

    @Test
    void textAndAmountSuggestAndNeitherDoesNot(@TempDir Path folder) {
        List<Sheet> sheets = List.of(
                sheet(1, "保育所等整備交付事業", 2023, 844945),
                sheet(2, "標本の事業", 2023, 844945),
                sheet(3, "保育所の工事費", 2024, 5),
                sheet(4, "標本の調査", 2023, 844946),
                sheet(5, "保育所等整備交付金", 2023, 0));
        try (Shelf shelf = Shelf.of(sheets, GraphBase.DEFAULT, folder)) {
            Stream<List<String>> rows = shelf.ask("funding-candidates", Map.of("city", "つくば市")).stream()
                    .map(row -> List.of(
                            row.get("name"), row.get("nationalProject"), row.get("matchedBy"), row.get("score")));
            assertThat(rows)
                    .containsExactlyInAnyOrder(
                            List.of("保育所等整備交付事業", "就学前教育・保育施設整備交付金", "text and amount", "1.0"),
                            List.of("標本の事業", "就学前教育・保育施設整備交付金", "amount", "0.0"),
                            List.of("保育所の工事費", "就学前教育・保育施設整備交付金", "text", "0.6"));
            assertThat(shelf.select("SELECT ?link { ?s ?link ?national . ?national a"
                            + " <https://w3id.org/jigyo/ns#NationalProject> FILTER(STRSTARTS(STR(?s), STR(<https://w3id.org/jigyo/id/project/>))"
                            + " || STRSTARTS(STR(?s), STR(<https://w3id.org/jigyo/id/evaluation/>))) }"))
                    .isEmpty();
        }
    }
}
