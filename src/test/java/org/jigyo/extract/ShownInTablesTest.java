package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.ShapeTypes;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.extract.grid.OneList;
import org.jigyo.layout.Layout;
import org.jigyo.page.Limits;
import org.jigyo.page.TableDrawing;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks, HTML pages and separated texts: a value is what a reader of the table sees. */
class ShownInTablesTest {

    private static final Layout LAYOUT = OneList.layout(
            "", "{under: [決算], is: costs/total/settled/2024, type: amount}", "{under: [備考], is: texts/remarks}");

    private static final String DRAWING =
            "令和6年度標本一覧\t\t\t\n番号\t名称\t決算\t備考\n1\t図書館\t1,200\t（標本）一\n2\t公園\t1,300\t（標本）二\n3\t道路\t1,400\t（標本）三\n";

    private static final String TOTAL = "costs/total/settled/2024";
    private static final String REMARKS = "texts/remarks";

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private List<Sheet> read(String name, byte[] bytes) throws IOException {
        Extractor extractor = new Extractor(List.of(LAYOUT), Limits.DEFAULT, true);
        List<Sheet> sheets = new ArrayList<>();
        for (SourceFile file : SourceFiles.of(List.of(Files.write(folder.resolve(name), bytes)), findings::add)) {
            FileReading reading = extractor.read(file);
            sheets.addAll(reading.sheets());
            findings.addAll(reading.findings());
        }
        return sheets;
    }

    /** The list as a workbook, after a change. */
    private List<Sheet> book(boolean old, Consumer<Workbook> change) throws IOException {
        TableDrawing drawing = TableDrawing.of(DRAWING);
        byte[] bytes = old ? drawing.xls("一覧") : drawing.xlsx("一覧");
        try (Workbook book = old
                ? new HSSFWorkbook(new ByteArrayInputStream(bytes))
                : new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            change.accept(book);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return read(old ? "a.xls" : "a.xlsx", out.toByteArray());
        }
    }

    private static Cell cell(Workbook book, String at) {
        CellReference place = new CellReference(at);
        return book.getSheetAt(0).getRow(place.getRow()).getCell(place.getCol());
    }

    private static void rich(Workbook book, String at, String text, int from, int to, Consumer<Font> look) {
        Font font = book.createFont();
        look.accept(font);
        RichTextString rich = book.getCreationHelper().createRichTextString(text);
        rich.applyFont(from, to, font);
        if (rich instanceof HSSFRichTextString && to < text.length()) {
            rich.applyFont(to, text.length(), book.createFont());
        }
        cell(book, at).setCellStyle(book.createCellStyle());
        cell(book, at).setCellValue(rich);
    }

    private static void style(Workbook book, String at, Consumer<Font> look, IndexedColors ground) {
        Font font = book.createFont();
        look.accept(font);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        if (ground != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(ground.getIndex());
        }
        cell(book, at).setCellStyle(style);
    }

    private static void format(Workbook book, String at, double value, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell(book, at).setCellStyle(style);
        cell(book, at).setCellValue(value);
    }

    /** The value of a path; where it has an issue, with «?» behind it. */
    private static String said(Sheet sheet, String path) {
        Object value = Facts.of(sheet).get(path);
        return value + (sheet.issues().stream().anyMatch(i -> i.covers(path)) ? "?" : "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRaisedDigitIsNoPartOfTheNumber(boolean old) throws IOException {
        List<Sheet> sheets = book(old, b -> {
            rich(b, "C3", "3343", 3, 4, f -> f.setTypeOffset(Font.SS_SUPER));
            rich(b, "D4", "m2の", 1, 2, f -> f.setTypeOffset(Font.SS_SUB));
        });
        assertThat(said(sheets.get(0), TOTAL)).isEqualTo("null?");
        assertThat(said(sheets.get(1), REMARKS)).isEqualTo("m₂の");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void struckThroughTextIsLeftOutAndInDoubt(boolean old) throws IOException {
        List<Sheet> sheets = book(old, b -> {
            rich(b, "B3", "旧館図書館", 0, 2, f -> f.setStrikeout(true));
            rich(b, "C3", "1,2001,300", 0, 5, f -> f.setStrikeout(true));
            style(b, "D4", f -> f.setStrikeout(true), null);
        });
        assertThat(said(sheets.get(0), "name")).isEqualTo("図書館?");
        assertThat(said(sheets.get(0), TOTAL)).isEqualTo("1300?");
        assertThat(said(sheets.get(0), REMARKS)).isEqualTo("（標本）一");
        assertThat(said(sheets.get(1), REMARKS)).isEqualTo("null?");
        assertThat(findings)
                .anyMatch(f -> f.code() == Code.CONTENT_HIDDEN && f.detail().contains("3 cells (B3, …)"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textInTheColourOfItsGroundIsLeftOutAndInDoubt(boolean old) throws IOException {
        Consumer<Font> white = f -> f.setColor(IndexedColors.WHITE.getIndex());
        List<Sheet> sheets = book(old, b -> {
            style(b, "C3", white, null);
            style(b, "C4", white, IndexedColors.DARK_BLUE);
            style(b, "D4", f -> f.setColor(IndexedColors.DARK_BLUE.getIndex()), IndexedColors.DARK_BLUE);
            rich(b, "B5", "００道路", 0, 2, white);
        });
        assertThat(said(sheets.get(0), TOTAL)).isEqualTo("null?");
        assertThat(said(sheets.get(1), TOTAL)).isEqualTo("1300");
        assertThat(said(sheets.get(1), REMARKS)).isEqualTo("null?");
        assertThat(said(sheets.get(2), "name")).isEqualTo("道路?");
    }

    @ParameterizedTest
    @CsvSource({
        "0,'#,##0;-#,##0;;@',null",
        "0,'#,##0;▲#,##0;\"\"',null",
        "0,'_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ',0",
        "1200,;;;,null?",
        "-1200,'#,##0;;0',null?",
        "-1200,'[Red][<0]#,##0;0',-1200",
        "1200000,'#,##0,',1200",
        "1200,'\"¥\"#,##0',1200",
        "1200,'#,##0\"人\"',null?"
    })
    void aFormatSaysWhatShows(double value, String format, String said) throws IOException {
        for (boolean old : List.of(false, true)) {
            List<Sheet> sheets = book(old, b -> format(b, "C3", value, format));
            assertThat(said(sheets.get(0), TOTAL)).as(format).isEqualTo(said);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSheetMayShowNoZeros(boolean old) throws IOException {
        List<Sheet> sheets = book(old, b -> {
            b.getSheetAt(0).setDisplayZeros(false);
            cell(b, "C3").setCellValue(0);
        });
        assertThat(said(sheets.get(0), TOTAL)).isEqualTo("null");
        assertThat(said(sheets.get(1), TOTAL)).isEqualTo("1300");
    }

    /** The rest of a merged cell shows its text when its first row is hidden, and nothing that is left of the cells below. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMergedCellShowsItsTextInTheRowsThatAreLeft(boolean old) throws IOException {
        List<Sheet> sheets = book(old, b -> {
            b.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("D3:D5"));
            b.getSheetAt(0).getRow(2).setZeroHeight(true);
        });
        assertThat(sheets).extracting(s -> s.number()).containsExactly("2", "3");
        assertThat(sheets).allMatch(s -> said(s, REMARKS).equals("（標本）一"));
    }

    @Test
    void whatIsDrawnOverACellPutsItInDoubt() throws IOException {
        List<Sheet> sheets = book(false, b -> {
            XSSFSheet sheet = (XSSFSheet) b.getSheetAt(0);
            sheet.createDrawingPatriarch()
                    .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 2, 2, 3, 3))
                    .setText("訂正 9,999");
            XSSFSimpleShape ring =
                    sheet.getDrawingPatriarch().createSimpleShape(new XSSFClientAnchor(0, 0, 0, 0, 3, 3, 4, 4));
            ring.setShapeType(ShapeTypes.ELLIPSE);
            XSSFSimpleShape line =
                    sheet.getDrawingPatriarch().createSimpleShape(new XSSFClientAnchor(0, 0, 0, 0, 2, 4, 3, 5));
            line.setShapeType(ShapeTypes.LINE);
        });
        assertThat(said(sheets.get(0), TOTAL)).isEqualTo("1200?");
        assertThat(said(sheets.get(0), REMARKS)).isEqualTo("（標本）一");
        assertThat(said(sheets.get(1), TOTAL)).isEqualTo("1300");
        assertThat(said(sheets.get(1), REMARKS)).isEqualTo("（標本）二?");
        assertThat(said(sheets.get(2), TOTAL)).isEqualTo("1400");
        assertThat(findings).anyMatch(f -> f.detail().contains("1 drawn text («訂正 9,999»)"));
    }

    @Test
    void whatIsDrawnOverAnOldWorksheetToo() throws IOException {
        List<Sheet> sheets = book(true, b -> {
            HSSFSheet sheet = (HSSFSheet) b.getSheetAt(0);
            sheet.createDrawingPatriarch()
                    .createTextbox(new HSSFClientAnchor(0, 0, 9, 9, (short) 2, 2, (short) 2, 2))
                    .setString(new HSSFRichTextString("訂正"));
        });
        assertThat(said(sheets.get(0), TOTAL)).isEqualTo("1200?");
        assertThat(said(sheets.get(1), TOTAL)).isEqualTo("1300");
    }

    @ParameterizedTest
    @CsvSource({
        "'334<sup>3</sup>',null?",
        "<s>900</s>334,334?",
        "<span style='text-decoration: line-through'>900</span>334,334?",
        "<font color='#ffffff'>9</font>334,334?",
        "<span style='color:#fff'>9</span>334,334?",
        "<span style='font-size:0'>9</span>334,334?",
        "<b style='background:black;color:white'>334</b>,334",
        "<input type=text value='334'>,334",
        "<select><option>900<option selected>334</select>,334",
        "<input type=hidden value='9'>334,334",
        "<img src=a.png alt='334'>,null?",
        "334<img src=a.png>,334",
        "<ruby>334<rt>さんびゃく</rt></ruby>,334",
        "<i style='display:none'>9</i>334,334"
    })
    void aPageSaysWhatShows(String cell, String said) throws IOException {
        String page = TableDrawing.of(DRAWING).html().replace("1,300", cell);
        List<Sheet> sheets = read("a.html", page.getBytes(StandardCharsets.UTF_8));
        assertThat(said(sheets.get(1), TOTAL)).isEqualTo(said);
        assertThat(said(sheets.get(2), TOTAL)).isEqualTo("1400");
        assertThat(findings.stream().anyMatch(f -> f.code() == Code.CONTENT_HIDDEN))
                .isEqualTo(cell.contains("display:none"));
    }

    @Test
    void aTableMayStandInAForm() throws IOException {
        String page = TableDrawing.of(DRAWING)
                .html()
                .replace("<table>", "<form><input value='検索'></form><form><table>")
                .replace("</table>", "</table></form>");
        List<Sheet> sheets = read("a.html", page.getBytes(StandardCharsets.UTF_8));
        assertThat(sheets).hasSize(3);
        assertThat(findings).isEmpty();
    }
}
