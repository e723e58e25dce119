package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.page.Typesetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sheets on one page: one below the other, side by side, and both. */
class SheetPartsTest {

    private static final String FIELD = "- {to: department, right-of: 欄}";

    @TempDir
    Path folder;

    private static String form(int x, int y, String number) {
        return """
                line %d %d 10 | 令和6年度 標本票
                cell %d %d 50 20 8 | 番号
                cell %d %d 50 20 8 | %s
                cell %d %d 50 20 8 | 名称
                cell %d %d 70 20 8 | 図書館%s
                cell %d %d 50 20 8 | 欄
                cell %d %d 170 20 8 | 第%s課
                """.formatted(
                        x + 60, y, x, y + 20, x + 50, y + 20, number, x + 100, y + 20, x + 150, y + 20, number, x,
                        y + 40, x + 50, y + 40, number);
    }

    private List<Extraction> read(String drawing) throws IOException {
        return GridSheets.of(
                OneCell.layout("fill: {name: 1.0}", FIELD),
                Files.write(folder.resolve("one.pdf"), Typesetter.pdf(drawing)));
    }

    @Test
    void fourSheetsOfAPageStayApart() throws IOException {
        List<Extraction> sheets =
                read(form(40, 40, "1") + form(310, 40, "2") + form(40, 300, "3") + form(310, 300, "4"));
        assertThat(sheets).extracting(s -> s.facts().get("number")).containsExactly("1", "2", "3", "4");
        assertThat(sheets).extracting(s -> s.facts().get("department")).containsExactly("第1課", "第2課", "第3課", "第4課");
        assertThat(sheets).allMatch(s -> s.issues().isEmpty() && s.leftover().isEmpty());
    }

    @Test
    void twoBesideEachOtherAndOneOnTheNextPageStayApart() throws IOException {
        List<Extraction> sheets = read(form(40, 40, "1") + form(310, 40, "2") + "page\n" + form(40, 60, "3"));
        assertThat(sheets).extracting(s -> s.facts().get("number")).containsExactly("1", "2", "3");
        assertThat(sheets).allMatch(s -> s.issues().isEmpty() && s.leftover().isEmpty());
        assertThat(sheets.get(2).firstPage()).isEqualTo(2);
    }

    /** One drawing that two pages show a half of, each by its crop box. */
    @Test
    void aCropBoxCutsADrawnPageIntoTwoSheets() throws IOException {
        Path file = folder.resolve("two-up.pdf");
        try (PDDocument document = Loader.loadPDF(Typesetter.pdf(form(40, 40, "1") + form(310, 40, "2")))) {
            PDPage left = document.getPage(0);
            PDPage right = new PDPage(new COSDictionary(left.getCOSObject()));
            left.setCropBox(new PDRectangle(0, 0, 300, 842));
            right.setCropBox(new PDRectangle(300, 0, 295, 842));
            document.addPage(right);
            document.save(file.toFile());
        }
        List<Extraction> sheets = GridSheets.of(OneCell.layout("fill: {name: 1.0}", FIELD), file);
        assertThat(sheets).extracting(s -> s.facts().get("number")).containsExactly("1", "2");
        assertThat(sheets).extracting(s -> s.facts().get("department")).containsExactly("第1課", "第2課");
        assertThat(sheets).extracting(Extraction::firstPage).containsExactly(1, 2);
        assertThat(sheets).allMatch(s -> s.issues().isEmpty() && s.leftover().isEmpty());
    }
}
