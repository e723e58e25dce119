package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form without number and era: the year stands over a column, a file's name confirms it, name and department name the project. */
class NoNumberFormTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String FILE = "furikaeri-R7-012.pdf";

    @TempDir
    Path folder;

    private static String yaml() throws IOException {
        return Files.readString(RESOURCES.resolve("forms/sato-r6.yml"));
    }

    private static String drawing() throws IOException {
        return Files.readString(RESOURCES.resolve("forms/sato.txt"));
    }

    private Extraction read(String yaml, String drawing, String file) throws IOException {
        Layout layout = Layouts.read("sato-r6.yml", yaml);
        List<Extraction> sheets = GridSheets.of(layout, Files.write(folder.resolve(file), Typesetter.pdf(drawing)));
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    @Test
    void isReadWhole() throws IOException {
        Extraction sheet = read(yaml(), drawing(), FILE);
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.leftover()).isEmpty();
        assertThat(GridSheets.recorded(sheet))
                .isEqualTo(GridSheets.gold(SheetJson.read(Files.readString(RESOURCES.resolve("golden/sato.json")))));
        assertThat(sheet.evidence().get("attributes/x.fileNumber").text()).isEqualTo("furikaeri-R7-012");
    }

    @ParameterizedTest
    @CsvSource({"furikaeri-R6-012.pdf", "furikaeri-012.pdf"})
    void aFileNameThatSaysOtherwiseDoubtsTheYear(String file) throws IOException {
        Extraction sheet = read(yaml(), drawing(), file);
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("fiscalYear"));
    }

    @Test
    void aTitleOfAnotherYearDoubtsTheYearUnlessItIsThatOfThePublication() throws IOException {
        String silent = yaml().replace("  published: {printed: \"事業のふりかえり（{year}公表）\"}\n", "");
        assertThat(read(silent, drawing(), FILE).issues()).anyMatch(i -> i.doubts("fiscalYear"));
    }

    @Test
    void columnsOfTwoYearsLeaveTheYearOut() throws IOException {
        String drawing = drawing().replace("| 予算（円）", "| 決算（円）");
        Extraction sheet = read(yaml(), drawing, FILE);
        assertThat(sheet.facts()).doesNotContainKey("fiscalYear");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("fiscalYear"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{right-of: 担当, pattern: \"環境係{year+1}\"}',環境係7年度",
        "'{right-of: 担当}',2024",
        "'{right-of: 担当}',６",
        "'{in-file-name: \"furikaeri-R{year+1}-…\"}',環境係",
        "'{is: 2024}',環境係"
    })
    void theYearMayStandElsewhere(String year, String department) throws IOException {
        String yaml = yaml().replace("{under: [\"{year}\", 決算（円）]}", year)
                .replace("    - {to: department, right-of: 担当}\n", "")
                .replace("[name, department]", "[name]");
        Extraction sheet = read(yaml, drawing().replace("| 環境係", "| " + department), FILE);
        assertThat(sheet.facts().get("fiscalYear")).hasToString("2024");
    }
}
