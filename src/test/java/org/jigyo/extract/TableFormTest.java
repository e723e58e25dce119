package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.TableDrawing;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms as worksheets and as HTML pages, from the file to the record. One YAML file reads each. */
class TableFormTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private List<org.jigyo.sheet.Sheet> read(Path path) throws IOException {
        List<Layout> layouts = new ArrayList<>();
        for (String id : List.of("tani-r6", "hama-r6", "hara-r6")) {
            layouts.add(Layouts.read(id + ".yml", Files.readString(FORMS.resolve(id + ".yml"))));
        }
        Extractor extractor = new Extractor(layouts, Limits.DEFAULT, true, true);
        List<org.jigyo.sheet.Sheet> sheets = new ArrayList<>();
        for (SourceFile file : SourceFiles.of(List.of(path), findings::add)) {
            FileReading raw = extractor.raw(file);
            DrawnPlaces.check(raw, "標本谷三郎", "標本浜子", "4321", "隠した行");
            FileReading reading = extractor.complete(raw);
            sheets.addAll(reading.sheets());
            findings.addAll(reading.findings());
        }
        return sheets;
    }

    private static TableDrawing form() throws IOException {
        return TableDrawing.of(FORMS.resolve("tani-form.tsv"));
    }

    private static void same(org.jigyo.sheet.Sheet sheet, String golden) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/golden").resolve(golden));
        assertThat(SheetJson.write(sheet)).isNotBlank();
        assertThat(Facts.of(sheet).toString())
                .isEqualTo(Facts.of(SheetJson.read(json)).toString());
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.toString())
                .doesNotContain("標本谷三郎")
                .doesNotContain("標本浜子")
                .doesNotContain("4321");
    }

    @Test
    void aWorksheetWithMergedCells() throws IOException {
        List<org.jigyo.sheet.Sheet> sheets = read(Files.write(folder.resolve("a.xlsx"), form().xlsx("評価")));
        assertThat(sheets).hasSize(1);
        same(sheets.get(0), "tani.json");
        assertThat(sheets.get(0).evidence().get("costs/total/settled/2024").locator())
                .startsWith("評価!F11,");
        assertThat(findings).isEmpty();
    }

    @Test
    void anHtmlPage() throws IOException {
        List<org.jigyo.sheet.Sheet> sheets = read(FORMS.resolve("hama-page.html"));
        assertThat(sheets).as(findings.toString()).hasSize(1);
        same(sheets.get(0), "hama.json");
        assertThat(findings).extracting(Finding::code).containsExactly(Code.CONTENT_HIDDEN);
        assertThat(findings.get(0).detail()).contains("管理番号 X-9");
    }

    /** A page says where a paragraph, an item or a row of a table inside a cell ends; a line that is only broken goes on. */
    @Test
    void paragraphsOfAnHtmlCellStayApart() throws IOException {
        String page = Files.readString(FORMS.resolve("hama-page.html"));
        String said =
                "<p>船を<br>走らせる。</p><ul><li>朝</li><li>夜</li></ul><table><tr><td>東</td><td>4</td></tr><tr><td>西</td></tr></table>";
        String harmed = page.replaceFirst("<p>（標本）市民.*?</ul>", said);
        assertThat(harmed).contains(said);
        org.jigyo.sheet.Sheet sheet =
                read(Files.writeString(folder.resolve("a.html"), harmed)).get(0);
        assertThat(sheet.body().texts().get("outcome")).isEqualTo("船を走らせる。\n朝\n夜\n東 4\n西");
    }

    @Test
    void aBookOfSeveralSheetsSaysWhatItDoesNotRead() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(form().xlsx("評価")))) {
            Sheet notes = book.createSheet("記入要領");
            notes.createRow(0).createCell(0).setCellValue("書き方");
            book.cloneSheet(0, "評価の写し");
            book.setSheetHidden(2, true);
            Sheet hidden = book.cloneSheet(0, "評価２");
            hidden.getRow(2).getCell(1).setCellValue("T-13");
            hidden.createRow(30).createCell(8).setCellValue("隠した行");
            hidden.getRow(30).setZeroHeight(true);
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        List<org.jigyo.sheet.Sheet> sheets = read(file);
        assertThat(sheets).extracting(s -> s.number()).containsExactly("T-12", "T-13");
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(Code.CONTENT_HIDDEN, Code.CONTENT_HIDDEN, Code.LAYOUT_UNKNOWN);
        assertThat(findings.toString()).contains("記入要領").contains("評価の写し").contains("1 hidden row (31)");
    }

    @Test
    void errorsAndFormulasThatWereNeverCalculatedAreIssues() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(form().xlsx("評価")))) {
            Sheet sheet = book.getSheetAt(0);
            sheet.getRow(10).getCell(2).setCellFormula("1200+0");
            sheet.getRow(10).getCell(3).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
            sheet.getRow(6).getCell(1).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
            sheet.getRow(10).getCell(4).setCellFormula("1000+300");
            book.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(sheet.getRow(10).getCell(4));
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        org.jigyo.sheet.Sheet sheet = read(file).get(0);
        for (String path : List.of("costs/total/settled/2023", "texts/target")) {
            assertThat(Facts.of(sheet)).doesNotContainKey(path);
            assertThat(sheet.issues()).anyMatch(i -> i.code() == Code.VALUE_UNREADABLE && i.covers(path));
        }
        assertThat(Facts.of(sheet)).containsKey("costs/total/budget/2024");
    }

    @Test
    void aZipStandsForItsFiles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, java.nio.charset.Charset.forName("windows-31j"))) {
            entry(zip, "令和6年度/評価.xlsx", form().xlsx("評価"));
            entry(zip, "../../出口.html", Files.readAllBytes(FORMS.resolve("hama-page.html")));
            entry(zip, "説明.docx", new byte[] {1});
            entry(zip, "中.zip", new byte[] {1});
        }
        List<org.jigyo.sheet.Sheet> sheets = read(Files.write(folder.resolve("a.zip"), bytes.toByteArray()));
        assertThat(sheets).extracting(s -> s.number()).containsExactly("31", "T-12");
        assertThat(sheets.get(1).source().file()).endsWith("a.zip/令和6年度/評価.xlsx");
        assertThat(findings).extracting(Finding::code).containsExactly(Code.FILE_SKIPPED, Code.CONTENT_HIDDEN);
        assertThat(findings.get(0).detail()).contains("説明.docx").contains("中.zip");
    }

    @Test
    void aZipThatGrowsWithoutEndIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "a.csv", new byte[40 << 20]);
        }
        assertThat(read(Files.write(folder.resolve("a.zip"), bytes.toByteArray())))
                .isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(Code.LIMIT_EXCEEDED);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
