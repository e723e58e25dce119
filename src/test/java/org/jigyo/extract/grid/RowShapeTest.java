package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the cells of a list's row are below their own headers, as far as their types and edges tell. */
class RowShapeTest {

    private static final Layout LAYOUT = OneList.layout(
            "codes: {way: [直営, 委託]}",
            "{under: [目的], is: texts/purpose}",
            "{under: [予算], is: costs/total/budget/2024, type: number}",
            "{under: [方向], is: direction, type: code, codes: way}",
            "{under: [決算], is: costs/total/settled/2024, type: number}",
            "{under: [備考], is: texts/remarks}");

    private static final List<String> PATHS = List.of(
            "number",
            "name",
            "texts/purpose",
            "costs/total/budget/2024",
            "direction",
            "costs/total/settled/2024",
            "texts/remarks");

    @TempDir
    private Path folder;

    private Extraction second(String name, String rows) throws IOException {
        String table = "令和6年度標本一覧\n番号\t名称\t目的\t予算\t方向\t決算\t備考\n1\t図書館\t読書\t10\t直営\t20\tあ\n" + rows + "\n";
        byte[] bytes = name.endsWith("xlsx")
                ? TableDrawing.of(table).xlsx("一覧")
                : table.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return GridSheets.of(LAYOUT, Files.write(folder.resolve(name), bytes)).get(1);
    }

    private static String doubted(Extraction row) {
        List<String> doubted = PATHS.stream()
                .filter(path -> row.issues().stream().anyMatch(i -> i.doubts(path)))
                .map(path -> String.valueOf(PATHS.indexOf(path)))
                .toList();
        return doubted.size() == PATHS.size() ? "all" : String.join(" ", doubted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,公園,憩い,30,委託,40,い|''",
                "2,公園,憩い,,,,|''",
                // One cell has neither its column's type nor that of a column beside it.
                "2,公園,憩い,30,共同,40,い|4",
                "2,公園,憩い,約30,委託,四十,い|all",
                "2,公園,憩い,30,共同,約40,い|all",
                // It has the type of a column beside it.
                "2,公園,憩い,30,50,40,い|all",
                "2,公園,憩い,委託,30,40,い|all",
                "2,公園,憩い,30,委託,い,い|all",
                "2,公園,30,30,委託,40,い|all",
                "2,公園,憩い,30,委託,40,50|all"
            })
    void typesTellWhatHasMoved(String row, String doubted) throws IOException {
        assertThat(doubted(second("a.xlsx", row.replace(',', '\t')))).isEqualTo(doubted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,公園,憩い,30,委託,40,い|''|''",
                // Beyond the last header.
                "2,公園,憩い,30,委託,40,い,う|all|all",
                // Cells at the end are missing: a text has only as many columns as it has tabs.
                "2,公園,憩い,30,委託,40|''|all",
            })
    void aRowHasAsManyCellsAsItsHeader(String row, String inWorkbook, String inText) throws IOException {
        assertThat(doubted(second("a.xlsx", row.replace(',', '\t')))).isEqualTo(inWorkbook);
        assertThat(doubted(second("a.txt", row.replace(',', '\t')))).isEqualTo(inText);
    }
}
