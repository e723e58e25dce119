package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same script reads a PDF: a specimen of つくば R6, typeset so that it draws in the order and at the places of the form. It
 * was never held against the city's own PDFs.
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
        assertThat(sheet.issues()).filteredOn(i -> !i.severity().equals("info")).isEmpty();
        assertThat(sheet.evidence().values())
                .allSatisfy(e -> assertThat(e.box()).hasSize(4));
        assertThat(sheet.evidence().get("costs/total/settled/2024").page()).isEqualTo(1);
        assertThat(sheet.evidence().get("texts/outcome").page()).isEqualTo(2);
    }

    /** One of the two cells of 課題 is blank: the text alone cannot say which, the place on the page can. */
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
                        .extracting(Sheet.Issue::field)
                        .doesNotContain("texts/issueOperations", "texts/issueOrganization"));
    }

    private static String without(String form, String text) {
        return String.join("\n", form.lines().filter(l -> !l.contains(text)).toList());
    }
}
