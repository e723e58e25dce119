package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding;
import org.jigyo.graph.EarlierTurtle;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sheet that breaks a rule does not stop the others. */
class CheckedGraphsTest {

    @TempDir
    private Path folder;

    private static Sheet sheet(String number, String name, String rest) {
        return SheetJson.read("""
                {"layout":"specimen","source":{"file":"specimen.txt","sha256":"%s","pages":[1,2]},
                 "context":{"form":"specimen","currencyUnit":1000,"plan":"kawasaki-3"},
                 "city":"141305","fiscalYear":2023,"number":"%s","name":"%s"%s}
                """.formatted("0".repeat(64), number, name, rest));
    }

    private CheckedGraphs write(Sheet... sheets) {
        return CheckedGraphs.write(
                List.of(sheets),
                Registries.empty(),
                GraphBase.DEFAULT,
                Map.of(),
                folder,
                EarlierTurtle.none(),
                new LastCheck(folder, GraphBase.DEFAULT)::check);
    }

    @Test
    void aTargetThatDoesNotExistIsHeldBack() {
        CheckedGraphs graphs = write(
                sheet("1", "標本事業その一", ",\"sdgs\":[{\"goal\":\"8\",\"target\":\"8.3\"}]"),
                sheet("2", "標本事業その二", ",\"sdgs\":[{\"goal\":\"8\",\"target\":\"8.33\"}]"));
        assertThat(graphs.heldBack()).isEqualTo(1);
        assertThat(graphs.publication().sheets().values())
                .extracting(Sheet::number)
                .containsExactly("1");
        assertThat(graphs.findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(Finding.Code.SHAPE_VIOLATED);
            assertThat(f.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(f.place().file()).isEqualTo("specimen.txt");
            assertThat(f.place().page()).isEqualTo(1);
            assertThat(f.detail()).contains("SDGsターゲット").contains("8.33").contains("SDG target");
        });
    }

    @Test
    void aRatingOutsideTheScaleIsHeldBack() {
        CheckedGraphs graphs = write(
                sheet("1", "標本事業その一", ",\"ratings\":[{\"criterion\":\"achievement\",\"value\":\"3\"}]"),
                sheet("2", "標本事業その二", ",\"ratings\":[{\"criterion\":\"achievement\",\"value\":\"9\"}]"));
        assertThat(graphs.publication().sheets().values())
                .extracting(Sheet::number)
                .containsExactly("1");
    }

    @Test
    void aTelephoneNumberIsHeldBackAndNotRepeated() {
        CheckedGraphs graphs = write(
                sheet("1", "標本事業その一", ",\"texts\":{\"purpose\":\"標本の目的。\"}"),
                sheet("2", "標本事業その二", ",\"texts\":{\"remarks\":\"担当課 内線 0000\"}"));
        assertThat(graphs.publication().sheets().values())
                .extracting(Sheet::number)
                .containsExactly("1");
        assertThat(graphs.findings())
                .filteredOn(f -> f.code() == Finding.Code.PERSON_SUSPECTED)
                .isNotEmpty()
                .noneMatch(f -> f.detail().contains("0000"));
    }

    @Test
    void nothingIsLeftWhenEverySheetIsHeldBack() {
        CheckedGraphs graphs = write(sheet("2", "標本事業", ",\"sdgs\":[{\"goal\":\"8\",\"target\":\"8.33\"}]"));
        assertThat(graphs.publication()).isNull();
        assertThat(graphs.heldBack()).isEqualTo(1);
    }
}
