package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jigyo.extract.grid.GridSheets.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.page.Page;
import org.jigyo.page.TableDrawing;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column of a list says what stands inside its cells in the same words as a field of a form. */
class InsideListCellTest {

    private static final String CODES_AND_MARKS = """
            codes:
              way: [直営, 委託, 補助]
              next: {1 拡大: expand, 2 継続: keep, 3 廃止: end}
            marks:
              box: {chosen: [■, レ], open: [□]}
              ring: {chosen: [◎], circled: true}
              bracket: {chosen: [（○）], open: [（　）]}""";

    @TempDir
    Path folder;

    private static Layout layout(String column) {
        return OneList.layout(CODES_AND_MARKS, column);
    }

    private List<Extraction> read(String column, String above, String header, String... cells) throws IOException {
        StringBuilder table = new StringBuilder("令和6年度標本一覧\t\t" + above + "\n番号\t名称\t" + header + "\n");
        for (int i = 0; i < cells.length; i++) {
            table.append(i + 1)
                    .append("\t（標本）図書館")
                    .append(i)
                    .append('\t')
                    .append(cells[i])
                    .append('\n');
        }
        byte[] bytes = TableDrawing.of(table.toString()).xlsx("一覧");
        return GridSheets.of(layout(column), Files.write(folder.resolve("one.xlsx"), bytes));
    }

    /** A sign for the cell above is no name of a department. */
    @ParameterizedTest
    @CsvSource({"〃", "　〃", "同上", "″", "\"", "仝"})
    void aSignForTheCellAboveIsReadAsWhatItStandsFor(String sign) throws IOException {
        List<Extraction> rows = read("{under: [担当], is: department}", "", "担当", "公園課", sign, sign, "道路課", sign);
        assertThat(rows)
                .extracting(r -> r.facts().get("department"))
                .containsExactly("公園課", "公園課", "公園課", "道路課", "道路課");
        assertThat(rows).allMatch(r -> r.issues().isEmpty() && r.leftover().isEmpty());
        assertThat(rows.get(1).evidence().get("department").text()).isEqualTo(sign.strip());
        List<Extraction> figures =
                read("{under: [決算], is: costs/total/settled/2024, type: number}", "", "決算", "1,200", sign, "－", sign);
        assertThat(figures.get(1).facts()).containsEntry("costs/total/settled/2024", new java.math.BigDecimal(1200));
        assertThat(figures.get(3).facts()).doesNotContainKey("costs/total/settled/2024");
        assertThat(figures).allMatch(r -> r.issues().isEmpty());
    }

    @Test
    void aSignWithNothingAboveItIsDoubted() throws IOException {
        Extraction row = read("{under: [担当], is: department}", "", "担当", "〃").get(0);
        assertThat(row.issues()).anyMatch(i -> i.doubts("department"));
    }

    @Test
    void severalValuesHaveTheirNamesInThePattern() throws IOException {
        String column = "{under: [決算], is: costs/total/settled/2024, type: number, pattern: [\"{}（{own}）\", \"{}\"],"
                + " with: {own: {to: costs/generalFunds/settled/2024}}}";
        List<Extraction> rows = read(column, "", "決算", "1,200（800）", "'900", "1,200（800");
        assertThat(facts(rows.get(0)))
                .containsEntry("costs/total/settled/2024", "1200")
                .containsEntry("costs/generalFunds/settled/2024", "800");
        assertThat(rows.get(0).issues()).isEmpty();
        assertThat(rows.get(2).facts()).doesNotContainKey("costs/total/settled/2024");
        assertThat(rows.get(2).issues()).anyMatch(i -> i.doubts("costs/total/settled/2024"));
    }

    @Test
    void aCellMayHoldAList() throws IOException {
        String column = "{under: [担当課], is: \"departments/{value}\", split: 、}";
        List<Extraction> rows = read(column, "", "担当課", "道路課、公園課", "公園課");
        assertThat(rows.get(0).facts()).containsKeys("departments/道路課", "departments/公園課");
        assertThat(rows.get(1).facts()).containsKeys("departments/公園課").doesNotContainKey("departments/道路課");
        assertThat(rows).allMatch(r -> r.issues().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'options, codes: way, marks: box',■直営　□委託　□補助,attributes/implementation/直営",
        "'options, codes: way, marks: box',□直営|レ委託|□補助,attributes/implementation/委託"
    })
    void optionsHaveMarks(String type, String cell, String fact) throws IOException {
        String column = "{under: [方法], is: \"attributes/implementation/{value}\", type: " + type + "}";
        List<Extraction> rows = read(column, "", "方法", cell, cell.replaceAll("[□■レ]", ""));
        assertThat(facts(rows.get(0))).containsEntry(fact, "true").hasSize(4);
        assertThat(rows.get(0).issues()).isEmpty();
        assertThat(facts(rows.get(1))).hasSize(3);
        assertThat(rows.get(1).issues()).anyMatch(i -> i.doubts("attributes/implementation/直営"));
    }

    @Test
    void aMarkMayBeOneThatTheLayoutNames() throws IOException {
        String column = "{under: [\"3\"], is: sdgs/3, type: mark, marks: bracket}";
        List<Extraction> rows = read(column, "", "3", "（○）", "（　）", "（△）");
        assertThat(facts(rows.get(0))).containsEntry("sdgs/3", "true");
        assertThat(facts(rows.get(1))).doesNotContainKey("sdgs/3");
        assertThat(rows.get(0).issues()).isEmpty();
        assertThat(rows.get(1).issues()).isEmpty();
        assertThat(rows.get(2).issues()).anyMatch(i -> i.doubts("sdgs/3"));
    }

    @ParameterizedTest
    @CsvSource({"（単位：{unit}）,（単位：円）,決算,1", "決算（{unit}）,,決算（百万円）,1000000", "円,,決算,1", "（単位：{unit}）,（単位：千円）,決算,"})
    void theUnitMayStandAboveTheList(String currency, String above, String header, String unit) throws IOException {
        String column = "{under: [決算…], is: costs/total/settled/2024, type: number, currency: \"" + currency + "\"}";
        Extraction row =
                read(column, above == null ? "" : above, header, "1,200").get(0);
        assertThat(facts(row)).containsEntry("costs/total/settled/2024", "1200");
        assertThat(facts(row).get("costs/total/settled/2024/unit")).isEqualTo(unit);
        assertThat(row.issues()).isEmpty();
        assertThat(row.leftover()).isEmpty();
    }

    @Test
    void aUnitThatIsNotPrintedLeavesTheAmountsOut() throws IOException {
        String column = "{under: [決算], is: costs/total/settled/2024, type: number, currency: \"（単位：{unit}）\"}";
        Extraction row = read(column, "（単位：人）", "決算", "1,200").get(0);
        assertThat(row.facts()).doesNotContainKey("costs/total/settled/2024");
        assertThat(row.issues()).anyMatch(i -> i.doubts("costs/total/settled/2024"));
    }

    @ParameterizedTest
    @CsvSource({"（単位：円）,true", "（単位：千円）,false"})
    void anotherUnitThatNothingReadsDoubtsTheAmountsOfAllRows(String above, boolean doubted) throws IOException {
        String column = "{under: [決算], is: costs/total/settled/2024, type: number}";
        List<Extraction> rows = read(column, above, "決算", "1,200", "1,300", "1,400");
        assertThat(rows)
                .allMatch(r -> r.issues().stream().anyMatch(i -> i.doubts("costs/total/settled/2024")) == doubted);
    }

    @Test
    void theUnitHoldsForALongListWhoseHeaderComesAgain() throws IOException {
        String column = "{under: [決算], is: costs/total/settled/2024, type: number, currency: \"（単位：{unit}）\"}";
        StringBuilder table = new StringBuilder("令和6年度標本一覧\t\t（単位：円）\n番号\t名称\t決算\n");
        for (int i = 1; i <= 600; i++) {
            table.append(i).append(",（標本）館,").append(i).append('\n');
            if (i % 300 == 0) {
                table.append("番号,名称,決算\n");
            }
        }
        byte[] bytes =
                TableDrawing.of(table.toString().replace(',', '\t')).separated(',', "\n", StandardCharsets.UTF_8);
        GridEngine.Listing listing = new GridEngine.Listing(layout(column), "one.csv");
        List<Extraction> rows = new ArrayList<>();
        List<SourceFile> files = SourceFiles.of(List.of(Files.write(folder.resolve("one.csv"), bytes)), f -> {});
        List<Page> parts = GridSheets.pages(files.get(0), f -> {});
        assertThat(parts).hasSizeGreaterThan(1);
        parts.forEach(p -> rows.addAll(listing.read(p)));
        rows.addAll(listing.end());
        assertThat(rows).hasSize(600);
        assertThat(rows).allMatch(r -> "1".equals(facts(r).get("costs/total/settled/2024/unit")));
    }

    @ParameterizedTest
    @CsvSource({
        "'{under: [欄], is: attributes/period, pattern: 期間}',needs exactly one {} at the place of the value",
        "'{under: [欄], is: attributes/period, pattern: \"{}年\", with: {a: {to: section}}}',«a» is not in the pattern",
        "'{under: [欄], is: direction, type: options, codes: next}',needs a mark set",
        "'{under: [欄], is: attributes/period, marks: box}',«marks» has no effect here",
        "'{under: [欄], is: attributes/period, currency: 円}',«currency» is only for amounts",
        "'{under: [欄], is: attributes/period, split: 、}','add {value}, {code} or {n}'",
        "'{under: [欄], is: attributes/period, type: with-unit}',cannot be used in a list",
        "'{under: [欄], is: attributes/period, marks: bax}',there is no mark set «bax»",
        "'{under: [欄], parts: [大, 小], joint: \"-\", is: section, type: digits}',which type digits cannot hold"
    })
    void whatAColumnCannotBeIsRefused(String column, String message) {
        LayoutException refused = catchThrowableOfType(LayoutException.class, () -> layout(column));
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).anyMatch(p -> p.contains(message) && p.startsWith("one.yml:19:"));
    }
}
