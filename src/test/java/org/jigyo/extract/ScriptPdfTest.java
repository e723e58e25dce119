package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Severity;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same script reads a PDF: a specimen of つくば R6, typeset to draw in the order and at the places of the form. It was
 * never compared with the city's own PDFs.
 */
class ScriptPdfTest {

    private static final Path FORM = Path.of("src/test/resources/forms/tsukuba-r6-sheet.txt");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tsukuba-r6-sheets.jsonl");

    @TempDir
    private Path folder;

    private Sheet read(String form) throws IOException {
        Path pdf = folder.resolve("sheet.pdf");
        Files.write(pdf, Typesetter.pdf(form));
        List<Sheet> sheets = ScriptSpecimenTest.read(pdf);
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    @Test
    void everyFactIsReadWithItsBox() throws IOException {
        Sheet sheet = read(Files.readString(FORM));
        Sheet golden = SheetJson.read(Files.readAllLines(GOLDEN).get(2));

        assertThat(ScriptSpecimenTest.facts(sheet)).isEqualTo(ScriptSpecimenTest.facts(golden));
        assertThat(sheet.issues())
                .filteredOn(i -> i.severity() != Severity.INFO)
                .isEmpty();
        assertThat(sheet.evidence().values())
                .allSatisfy(e -> assertThat(e.box()).hasSize(4));
        assertThat(sheet.evidence().get("costs/total/settled/2024").page()).isEqualTo(1);
        assertThat(sheet.evidence().get("texts/outcome").page()).isEqualTo(2);
    }

    /** One of the two cells of 課題 is blank: the text alone cannot tell which, the place on the page can. */
    @Test
    void thePlaceDecidesBetweenTwoCells() throws IOException {
        String form = Files.readString(FORM);
        String upper = "（標本）市民への知らせ方";
        String lower = "（標本）期間の後の進め方";
        assertThat(form).contains(upper, lower);

        Sheet operations = read(without(form, lower));
        Sheet organization = read(without(form, upper));

        assertThat(Facts.of(operations)).containsEntry("texts/issueOperations", upper);
        assertThat(Facts.of(organization)).containsEntry("texts/issueOrganization", lower);
        assertThat(List.of(operations, organization))
                .allSatisfy(s -> assertThat(s.issues())
                        .extracting(i -> String.valueOf(i.field()))
                        .doesNotContain("texts/issueOperations", "texts/issueOrganization"));
    }

    /** Two figures at the same height, the right one drawn first: the text joins them, the cells separate them. */
    @Test
    void theBorderOfACellCutsGluedFigures() throws IOException {
        String glued = Files.readString(FORM)
                .replace(
                        "line 372.5 120 7 | 461.0\nline 379.5 230 7 | 0.0\n",
                        "line 372.5 120 7 | 404\nline 346 120 7 | 378\n")
                .replace(
                        "line 150 60 7 | 連携企業数\n",
                        "line 100 200 7 | （標本）窓口で受けた相談を数えたもの\nline 150 60 7 | 連携企業数\nline 150 170 7 | 相談件数\n")
                .replace("line 430 60 7 | 活動結果指標\n", "line 430 60 7 | 活動結果指標\nline 430 170 7 | 活動結果指標\n")
                .replace("line 380 60 7 | 件\n", "line 380 60 7 | 件\nline 380 170 7 | 回\n");
        String ruled = glued.replace("page\n", "page\ncell 365 116 40 14 7 |\ncell 343 116 20 14 7 |\n");

        Sheet text = read(glued);
        Sheet cells = read(ruled);

        assertThat(text.issues())
                .extracting(i -> String.valueOf(i.field()))
                .contains("indicators/2/actual/*", "indicators/3/actual/*");
        assertThat(ScriptSpecimenTest.facts(cells))
                .containsEntry("indicators/2/actual/2022", "404")
                .containsEntry("indicators/3/actual/2022", "378");
        assertThat(cells.issues())
                .filteredOn(i -> i.severity() != Severity.INFO)
                .isEmpty();
    }

    private static String without(String form, String text) {
        return String.join("\n", form.lines().filter(l -> !l.contains(text)).toList());
    }
}
