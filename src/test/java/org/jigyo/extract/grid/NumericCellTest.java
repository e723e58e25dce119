package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the cell of a figure and is no figure is an issue at the figure's field, and no value. */
class NumericCellTest {

    private static final String FIELD = "costs/total/settled/2023";
    private static final String LAYOUT = """
            id: list-r5
            title: {ja: 標本の一覧, en: Specimen of a list}
            city: "473961"
            form: specimen-list
            applies: [事業評価一覧, 事業名, 担当課]
            context: {currencyUnit: 1000}
            grid:
              title: "{year}事業評価一覧"
              list:
                - {under: [No.], is: number, type: digits}
                - {under: [事業名], is: name}
                - {under: [担当課], is: department}
                - {under: ["R{each year}決算"], years: [0], is: "costs/total/settled/{year}", type: number}
            """;
    private static final List<List<String>> ROWS =
            List.of(List.of("令和５年度事業評価一覧"), List.of("No.", "事業名", "担当課", "R5決算"), List.of("1", "標本", "標本課"));

    @TempDir
    Path folder;

    private Extraction read(Path file) throws IOException {
        Layout layout = Layouts.read("list-r5.yml", LAYOUT);
        List<Extraction> sheets = GridSheets.of(layout, file);
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    private Extraction csv(String cell) throws IOException {
        StringBuilder text = new StringBuilder();
        ROWS.forEach(row -> text.append(String.join(",", row)).append(row.size() == 3 ? "," : "\n"));
        text.append('"').append(cell).append("\"\n");
        return read(Files.writeString(folder.resolve("list.csv"), text, StandardCharsets.UTF_8));
    }

    private Extraction workbook(String format, Consumer<Cell> put) throws IOException {
        Path file = folder.resolve("list." + format);
        try (Workbook book = format.equals("xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("一覧");
            for (int r = 0; r < ROWS.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < ROWS.get(r).size(); c++) {
                    row.createCell(c).setCellValue(ROWS.get(r).get(c));
                }
            }
            put.accept(sheet.getRow(2).createCell(3));
            book.write(out);
        }
        return read(file);
    }

    private static void assertDoubted(Extraction sheet) {
        assertThat(sheet.facts()).doesNotContainKey(FIELD).containsKey("name");
        assertThat(sheet.issues()).anyMatch(issue -> issue.code() == Code.VALUE_UNREADABLE && issue.doubts(FIELD));
    }

    private static void format(Cell cell, String format) {
        Workbook book = cell.getSheet().getWorkbook();
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "約1,200", "1,200千円", "未定", "1,200（見込）", "abc", "1.2.3", "1,2,00", "12,00", "1e5", "TRUE", "2024-01-01",
                        "'1200",
                "1,2OO", "l200", "1200人", "(1,200)", "1 200", "1/2", "50%", "#N/A", "1,200\n1,300", "千二百", "¥1,200",
                        "+1200",
                "0x10", "NaN", "1,200※1", "1,200 1,300", "調整中"
            })
    void textIsNoFigure(String text) throws IOException {
        assertDoubted(csv(text));
        assertDoubted(workbook("xlsx", cell -> cell.setCellValue(text)));
        assertDoubted(workbook("xls", cell -> cell.setCellValue(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void otherTypesOfCellsAreNoFigures(String format) throws IOException {
        assertDoubted(workbook(format, cell -> cell.setCellValue(true)));
        assertDoubted(workbook(format, cell -> cell.setCellErrorValue(FormulaError.DIV0.getCode())));
        assertDoubted(workbook(format, cell -> {
            cell.setCellValue(45_000);
            format(cell, "yyyy/m/d");
        }));
        assertDoubted(workbook(format, cell -> {
            cell.setCellValue(0.5);
            format(cell, "0%");
        }));
        assertDoubted(workbook(format, cell -> {
            cell.setCellValue(1200);
            format(cell, "#,##0\"人\"");
        }));
        assertDoubted(workbook(format, cell -> {
            cell.setCellFormula("\"未\"&\"定\"");
            cell.setCellValue("未定");
        }));
    }

    @Test
    void figuresAreRead() throws IOException {
        for (String text : List.of("1,200", "1200", "１，２００")) {
            assertThat(GridSheets.facts(csv(text))).containsEntry(FIELD, "1200");
        }
        assertThat(GridSheets.facts(workbook("xlsx", cell -> cell.setCellValue(1200))))
                .containsEntry(FIELD, "1200");
    }
}
