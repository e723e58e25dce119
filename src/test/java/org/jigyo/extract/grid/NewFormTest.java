package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that no layout knew: merged cells, two tables side by side, on one page or two. One YAML file reads it. */
class NewFormTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<String> OFFICIALS = List.of("標本山太郎", "標本川花子", "標本森一郎", "2345");

    @TempDir
    Path folder;

    private List<Extraction> read(String drawing) throws IOException {
        Path yaml = RESOURCES.resolve("forms/mori-r5.yml");
        Layout layout = Layouts.read("mori-r5.yml", Files.readString(yaml));
        return GridSheets.of(layout, Files.write(folder.resolve("mori.pdf"), Typesetter.pdf(drawing)));
    }

    private static String drawing() throws IOException {
        return Files.readString(RESOURCES.resolve("forms/mori.txt"));
    }

    private static Sheet golden() throws IOException {
        return SheetJson.read(Files.readString(RESOURCES.resolve("golden/mori.json")));
    }

    @Test
    void onePageIsReadWhole() throws IOException {
        check(read(drawing()), 1);
    }

    @Test
    void theTwoPageVariantIsReadWhole() throws IOException {
        check(read(drawing().replace("\n#\n", "\npage\n")), 2);
    }

    private static void check(List<Extraction> sheets, int pages) throws IOException {
        assertThat(sheets).hasSize(1);
        Extraction sheet = sheets.get(0);
        assertThat(GridSheets.recorded(sheet)).isEqualTo(GridSheets.gold(golden()));
        assertThat(sheet.facts()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.leftover()).isEmpty();
        assertThat(sheet.lastPage()).isEqualTo(pages);
        assertThat(sheet.evidence().get("texts/outcome").page()).isEqualTo(pages);
        for (String official : OFFICIALS) {
            assertThat(sheet.toString()).doesNotContain(official);
        }
    }

    @Test
    void twoSheetsOfOneFileStayApart() throws IOException {
        String second = drawing().replace("P-07", "P-08").replace("移動図書館", "移動美術館");
        List<Extraction> sheets = read(drawing().replace("\n#\n", "\npage\n") + "page\n" + second);
        assertThat(sheets).extracting(s -> s.facts().get("number")).containsExactly("P-07", "P-08");
        assertThat(sheets.get(1).firstPage()).isEqualTo(3);
        assertThat(sheets).allMatch(s -> s.issues().isEmpty() && s.leftover().isEmpty());
    }

    @Test
    void aColumnOfAnotherYearIsRefused() throws IOException {
        Extraction sheet = read(drawing().replace("cell 110 278 60 20 8 | 令和4年度", "cell 110 278 60 20 8 | 令和3年度"))
                .get(0);
        assertThat(sheet.facts()).doesNotContainKey("costs/total/settled/2022");
        assertThat(sheet.facts()).doesNotContainKey("costs/total/settled/2021");
        assertThat(sheet.issues())
                .anyMatch(i -> i.code() == Code.LABEL_MISSING && i.field().covers("costs/total/settled/2022"))
                .anyMatch(i -> i.field().covers("fiscalYear"));
    }

    @Test
    void aFormWithoutANumberIsReadByNameAndDepartment() throws IOException {
        String yaml = Files.readString(RESOURCES.resolve("forms/mori-r5.yml"))
                .replace("    - {to: number, right-of: 整理番号}\n", "")
                .replace("context:", "identity: [name, department]\ncontext:");
        Layout layout = Layouts.read("mori-r5.yml", yaml);
        assertThat(layout.required()).containsExactly("fiscalYear", "name", "department");
        String drawing = drawing().replace("| 整理番号", "|").replace("| P-07", "|");
        List<Extraction> sheets =
                GridSheets.of(layout, Files.write(folder.resolve("mori.pdf"), Typesetter.pdf(drawing)));
        assertThat(sheets).hasSize(1);
        assertThat(sheets.get(0).facts()).doesNotContainKey("number").containsKeys("name", "department");
        assertThat(sheets.get(0).issues()).isEmpty();
    }
}
