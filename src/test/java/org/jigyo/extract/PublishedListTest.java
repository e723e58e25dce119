package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.drawing.SheetDrawing;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Facts;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list as offices publish it: title and unit above a merged header, shared cells, formulas, totals and notes below. */
class PublishedListTest {

    private static final Path LAYOUT = Path.of("src/test/resources/forms/saki-r5.yml");

    private static final int HEADER = 2;
    private static final int FIRST = 5;

    @TempDir
    private Path folder;

    private final List<Finding> findings = new ArrayList<>();
    private XSSFWorkbook book;
    private CellStyle thousands;
    private CellStyle account;
    private CellStyle two;
    private CellStyle date;

    @BeforeEach
    void styles() {
        book = new XSSFWorkbook();
        thousands = style("#,##0;\"△ \"#,##0");
        account = style("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ");
        two = style("00");
        date = style("[$-411]ggge\"年\"m\"月\"d\"日\";@");
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static Cell set(Sheet sheet, int row, int column, Object value) {
        Row r = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = r.getCell(column) == null ? r.createCell(column) : r.getCell(column);
        if (value instanceof Number n) {
            cell.setCellValue(n.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else {
            cell.setCellValue((String) value);
        }
        return cell;
    }

    private static void merge(Sheet sheet, int row, int column, int rows, int columns) {
        sheet.addMergedRegion(new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
    }

    private Sheet sheet(String name, int from) {
        Sheet sheet = book.createSheet(name);
        set(sheet, 0, 0, "令和６年度　事務事業評価一覧表（令和５年度実施事業）");
        merge(sheet, 0, 0, 1, 18);
        set(sheet, 1, 16, "（単位：千円）");
        header(sheet);
        row(sheet, FIRST, from, "公園の管理", "（標本）花壇の手入れ");
        row(sheet, FIRST + 1, from + 1, null, "（標本）遊具の点検");
        merge(sheet, FIRST, 1, 2, 1);
        row(sheet, FIRST + 2, from + 2, "道路の管理", "（標本）街路樹の剪定");
        set(sheet, FIRST + 3, 0, "合計");
        merge(sheet, FIRST + 3, 0, 1, 4);
        Cell total = set(sheet, FIRST + 3, 7, 3600);
        total.setCellFormula("SUM(H6:H8)");
        total.setCellValue(3600);
        return sheet;
    }

    private static void header(Sheet sheet) {
        List<String> single = List.of("No.", "施策名", "事務事業名", "担当課", "担当者");
        for (int c = 0; c < single.size(); c++) {
            set(sheet, HEADER, c, single.get(c));
            merge(sheet, HEADER, c, 3, 1);
        }
        group(sheet, 5, "予算科目", "款", "項");
        group(sheet, 7, "R4決算", "事業費", "財源内訳", null);
        group(sheet, 10, "R5決算", "事業費", "財源内訳", null);
        for (int c : new int[] {7, 10}) {
            set(sheet, HEADER + 2, c + 1, "特定財源");
            set(sheet, HEADER + 2, c + 2, "一般財源");
        }
        set(sheet, HEADER, 13, "R6予算");
        set(sheet, HEADER + 1, 13, "事業費");
        merge(sheet, HEADER + 1, 13, 2, 1);
        group(sheet, 14, "評\n価", "有効性", "効率性");
        for (int c = 16; c < 18; c++) {
            set(sheet, HEADER, c, c == 16 ? "今後の\n方向性" : "開始");
            merge(sheet, HEADER, c, 3, 1);
        }
    }

    private static void group(Sheet sheet, int column, String label, String... below) {
        set(sheet, HEADER, column, label);
        merge(sheet, HEADER, column, 1, below.length);
        for (int i = 0; i < below.length; i++) {
            boolean wide = i + 1 < below.length && below[i + 1] == null;
            if (below[i] != null) {
                set(sheet, HEADER + 1, column + i, below[i]);
                if (wide) {
                    merge(sheet, HEADER + 1, column + i, 1, 2);
                } else {
                    merge(sheet, HEADER + 1, column + i, 2, 1);
                }
            }
        }
    }

    private void row(Sheet sheet, int at, int number, String policy, String name) {
        set(sheet, at, 0, number);
        if (policy != null) {
            set(sheet, at, 1, policy);
        }
        set(sheet, at, 2, name);
        set(sheet, at, 3, "公園緑地課");
        set(sheet, at, 4, "標本崎子");
        set(sheet, at, 5, 8).setCellStyle(two);
        set(sheet, at, 6, 4).setCellStyle(two);
        set(sheet, at, 7, 1200).setCellStyle(thousands);
        set(sheet, at, 8, "200");
        set(sheet, at, 9, "１，０００");
        Cell sum = set(sheet, at, 10, 1300);
        sum.setCellFormula("L" + (at + 1) + "+M" + (at + 1));
        sum.setCellValue(1300);
        sum.setCellStyle(account);
        set(sheet, at, 11, 0).setCellStyle(account);
        set(sheet, at, 12, 1300).setCellStyle(account);
        set(sheet, at, 13, "－");
        set(sheet, at, 14, "A");
        set(sheet, at, 15, "Ｂ");
        set(sheet, at, 16, "継続");
        set(sheet, at, 17, LocalDate.of(2019, 5, 1)).setCellStyle(date);
    }

    private FileReading raw;

    private List<org.jigyo.sheet.Sheet> read() throws IOException {
        Path file = folder.resolve("hyouka.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        Layout layout = Layouts.read("saki-r5.yml", Files.readString(LAYOUT));
        Extractor extractor = new Extractor(List.of(layout), Limits.DEFAULT, true, true);
        raw = extractor.raw(SourceFiles.of(List.of(file), findings::add).get(0));
        DrawnPlaces.check(raw, "標本崎子");
        FileReading reading = extractor.complete(raw);
        findings.addAll(reading.findings());
        return reading.sheets();
    }

    private static void right(org.jigyo.sheet.Sheet sheet, int number, String purpose) {
        Map<String, Object> facts = Facts.of(sheet);
        assertThat(facts.toString())
                .contains("number=" + number, "fiscalYear=2023", "texts/purpose=" + purpose)
                .contains("budgetAccounts/08-04=true", "costs/total/settled/2022=1200")
                .contains("costs/nationalPrefecturalFunds/settled/2022=200", "costs/generalFunds/settled/2022=1000")
                .contains("costs/total/settled/2023=1300", "costs/nationalPrefecturalFunds/settled/2023=0")
                .contains("ratings/effectiveness=A", "ratings/efficiency=B", "direction=継続")
                .contains("attributes/startYear=令和1年5月1日")
                .doesNotContain("budget/2024", "標本崎子");
    }

    private static boolean doubted(org.jigyo.sheet.Sheet sheet, String path) {
        return sheet.issues().stream().anyMatch(i -> i.field() != null && i.covers(path));
    }

    private List<Code> codes() {
        return findings.stream()
                .map(Finding::code)
                .filter(c -> c != Code.COLUMN_DROPPED)
                .toList();
    }

    @Test
    void aListIsRead() throws IOException {
        sheet("一覧", 1);
        List<org.jigyo.sheet.Sheet> sheets = read();
        assertThat(sheets).as(findings.toString()).hasSize(3);
        right(sheets.get(0), 1, "公園の管理");
        right(sheets.get(1), 2, "公園の管理");
        right(sheets.get(2), 3, "道路の管理");
        assertThat(codes()).as(findings.toString()).isEmpty();
    }

    @Test
    void aBookHasASheetForEachDepartment() throws IOException {
        sheet("都市部", 1);
        Sheet cover = book.createSheet("表紙");
        set(cover, 0, 0, "事務事業評価について");
        sheet("市民部", 11);
        List<org.jigyo.sheet.Sheet> sheets = read();
        assertThat(sheets).extracting(org.jigyo.sheet.Sheet::number).containsExactly("1", "2", "3", "11", "12", "13");
        right(sheets.get(4), 12, "公園の管理");
        assertThat(sheets.get(5).evidence().get("name").locator()).startsWith("市民部!C8,");
        assertThat(codes()).containsExactly(Code.LAYOUT_UNKNOWN);
        assertThat(findings.toString()).contains("表紙");
    }

    @Test
    void headingsAndNotesAreToldAndNoProjects() throws IOException {
        Sheet sheet = sheet("一覧", 1);
        sheet.shiftRows(FIRST + 2, FIRST + 3, 1);
        set(sheet, FIRST + 2, 0, "基本目標２　安全なまち");
        merge(sheet, FIRST + 2, 0, 1, 18);
        set(sheet, FIRST + 6, 1, "※ 決算額は人件費を含まない。");
        List<org.jigyo.sheet.Sheet> sheets = read();
        assertThat(sheets).hasSize(3);
        right(sheets.get(2), 3, "道路の管理");
        assertThat(codes()).containsOnly(Code.UNASSIGNED_TEXT);
        assertThat(findings.toString()).contains("基本目標２", "決算額は人件費を含まない");
    }

    /** Long enough to be read in parts: the officials of each row, and of one that cannot be read, are drawn nowhere. */
    @Test
    void aLongListWhoseFirstRowIsUnreadableShowsNoOfficial() throws IOException {
        Sheet sheet = book.createSheet("一覧");
        set(sheet, 0, 0, "令和６年度　事務事業評価一覧表（令和５年度実施事業）");
        merge(sheet, 0, 0, 1, 18);
        set(sheet, 1, 16, "（単位：千円）");
        header(sheet);
        set(sheet, FIRST, 4, "標本崎子");
        set(sheet, FIRST, 7, "不明");
        for (int i = 1; i <= 600; i++) {
            row(sheet, FIRST + i, i, "公園の管理", "（標本）花壇の手入れ" + i);
        }
        assertThat(read()).hasSize(600);
        for (byte[] drawing : raw.drawings()) {
            assertThat(DrawnPlaces.words(SheetDrawing.unpacked(drawing))).contains("事務事業名", "不明");
        }
    }

    private void harmed(Consumer<Sheet> harm, String... paths) throws IOException {
        Sheet sheet = sheet("一覧", 1);
        harm.accept(sheet);
        List<org.jigyo.sheet.Sheet> sheets = read();
        assertThat(sheets).hasSize(3);
        for (String path : paths) {
            assertThat(doubted(sheets.get(0), path)).as(path + findings).isTrue();
        }
    }

    @Test
    void errorsAndTextsInAFiguresPlaceAreDoubted() throws IOException {
        harmed(
                s -> {
                    s.getRow(FIRST).getCell(7).setCellFormula("1/0");
                    s.getRow(FIRST).getCell(7).setCellErrorValue((byte) 7);
                    set(s, FIRST, 13, "約1,500");
                    set(s, FIRST, 14, "Z");
                },
                "costs/total/settled/2022",
                "costs/total/budget/2024",
                "ratings/effectiveness");
    }

    @Test
    void oneFigureForSeveralProjectsIsDoubted() throws IOException {
        harmed(
                s -> {
                    s.getRow(FIRST + 1).getCell(7).setBlank();
                    merge(s, FIRST, 7, 2, 1);
                },
                "costs/total/settled/2022");
    }

    @Test
    void aHiddenColumnIsNamed() throws IOException {
        Sheet sheet = sheet("一覧", 1);
        sheet.setColumnHidden(8, true);
        List<org.jigyo.sheet.Sheet> sheets = read();
        assertThat(codes()).contains(Code.CONTENT_HIDDEN, Code.LABEL_MISSING);
        assertThat(doubted(sheets.get(0), "costs/nationalPrefecturalFunds/settled/2022"))
                .isTrue();
    }

    @Test
    void aYearThatIsNotTheLayoutsIsMissed() throws IOException {
        harmed(
                s -> {
                    set(s, HEADER, 7, "R3決算");
                    set(s, HEADER, 13, "R5予算");
                },
                "costs/total/settled/2022",
                "costs/total/budget/2024");
    }

    @Test
    void theLayoutOfTheReadmeIsOne() throws IOException {
        String readme = Files.readString(Path.of("src/main/resources/layouts/README.md"));
        String yaml = readme.substring(readme.indexOf("id: my-city-r5"));
        Layout layout = Layouts.read("my-city-r5.yml", yaml.substring(0, yaml.indexOf("```")));
        assertThat(layout.grid().columns()).hasSize(11);
    }
}
