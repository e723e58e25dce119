package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jigyo.extract.grid.GridSheets.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands inside a cell: patterns, lists, units, marks at options. What can be read in two ways is left out with an issue. */
class InsideCellTest {

    private static final String COST = "costs/total/settled/2024";

    @TempDir
    Path folder;

    private Extraction sure(String field, String cell) throws IOException {
        Extraction sheet = OneCell.read(folder, field, cell);
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.leftover()).isEmpty();
        return sheet;
    }

    @ParameterizedTest
    @CsvSource({"1,上,false", "2,下,false", "3,,true"})
    void aRowOfALabelThatSpansSeveral(int row, String expected, boolean doubted) throws IOException {
        String drawing = "cell 40 100 80 40 8 | 欄\ncell 120 100 300 20 8 | 上\ncell 120 120 300 20 8 | 下";
        Layout layout = OneCell.layout("fill: {name: 1.0}", "- {to: section, right-of: 欄, row: " + row + "}");
        Extraction sheet = OneCell.drawn(folder, layout, drawing).get(0);
        assertThat(sheet.facts().get("section")).isEqualTo(expected);
        assertThat(sheet.issues().stream().anyMatch(i -> i.doubts("section"))).isEqualTo(doubted);
    }

    @Test
    void severalValuesHaveTheirNamesInThePattern() throws IOException {
        String field =
                "- {to: section, right-of: 欄, pattern: \"{}【{period}】\", with: {period: {to: attributes/period, type: period}}}";
        assertThat(facts(sure(field, "係【令和 5 年度～令和 9 年度】")))
                .containsEntry("section", "係")
                .containsEntry("attributes/period", "令和5年度～令和9年度");
        Extraction two = OneCell.read(folder, field, "係【甲】【令和5年度～令和9年度】");
        assertThat(two.facts()).doesNotContainKeys("section", "attributes/period");
        assertThat(two.issues()).anyMatch(i -> i.doubts("section")).anyMatch(i -> i.doubts("attributes/period"));
    }

    /** A line that ends and one that begins with a digit may be one figure or two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"正規1\\n2人|12|true", "正規1,\\n200人|1200|true", "正規12\\n人|12|false", "正規\\n12人|12|false"})
    void aFigureThatBreaksBetweenTwoLinesIsDoubted(String cell, String value, boolean doubted) throws IOException {
        String path = "staffing/staffFte/2024";
        String field = "- {to: \"staffing/staffFte/{year}\", year: 0, right-of: 欄, type: number, pattern: \"正規{}人\"}";
        Extraction sheet = OneCell.read(folder, field, cell);
        assertThat(facts(sheet)).containsEntry(path, value);
        assertThat(sheet.issues().stream().anyMatch(i -> i.doubts(path))).isEqualTo(doubted);
    }

    /** A unit that is printed and that the layout does not read may be that of the amounts. */
    @ParameterizedTest
    @CsvSource({"（単位：円）,true", "（単位：千円）,false", "単位：百万円,true", "（単位：人）,false", "（単位：円／人）,false"})
    void anotherUnitThatNothingReadsDoubtsTheAmounts(String heading, boolean doubted) throws IOException {
        Layout layout = OneCell.layout(
                "fill: {name: 1.0}", "- {to: \"costs/total/settled/{year}\", year: 0, right-of: 欄, type: amount}");
        String drawing = "line 300 75 8 | " + heading + "\ncell 40 100 80 40 8 | 欄\ncell 120 100 300 40 8 | 1,200";
        Extraction sheet = OneCell.drawn(folder, layout, drawing).get(0);
        assertThat(sheet.issues().stream().anyMatch(i -> i.doubts("costs/total/settled/2024")))
                .isEqualTo(doubted);
    }

    @Test
    void theFirstWordingThatFitsCounts() throws IOException {
        String field = """
                - to: costs/total/settled/{year}
                  crossing:
                    columns: [{under: ["{year}"], year: 0}]
                    rows:
                      - label: 欄
                        is: total
                        pattern: ["{}（{own}）", "{}"]
                        with: {own: {to: "costs/generalFunds/settled/{year}"}}
                """;
        Layout layout = OneCell.layout("fill: {name: 1.0}", field);
        String table =
                "cell 40 80 80 20 8 |\ncell 120 80 80 20 8 | 令和6年度\ncell 40 100 80 20 8 | 欄\ncell 120 100 80 20 8 | ";
        Extraction both = OneCell.drawn(folder, layout, table + "1,200（800）").get(0);
        assertThat(facts(both)).containsEntry(COST, "1200").containsEntry("costs/generalFunds/settled/2024", "800");
        Extraction one = OneCell.drawn(folder, layout, table + "1,200").get(0);
        assertThat(facts(one)).containsEntry(COST, "1200").doesNotContainKey("costs/generalFunds/settled/2024");
        assertThat(both.issues()).isEmpty();
        assertThat(one.issues()).isEmpty();
        Extraction torn = OneCell.drawn(folder, layout, table + "1,200（800").get(0);
        assertThat(torn.facts()).doesNotContainKey(COST);
        assertThat(torn.issues()).anyMatch(i -> i.doubts(COST));
    }

    @Test
    void aCellMayHoldAList() throws IOException {
        String field = "- {to: \"departments/{value}\", right-of: 欄, split: %s}";
        String[] departments = {"departments/道路課", "departments/公園課"};
        assertThat(sure(field.formatted("line"), "道路課\\n公園課").facts()).containsKeys(departments);
        assertThat(sure(field.formatted("、"), "道路課、公園課").facts()).containsKeys(departments);
        assertThat(sure(field.formatted("blank"), "道路課　　公園課").facts()).containsKeys(departments);
        assertThat(sure("- {to: \"departments/{value}\", right-of: 欄, split: item, pattern: \"・{}\"}", "・道路\\n課\\n・公園課")
                        .facts())
                .containsKeys(departments);
    }

    @ParameterizedTest
    @CsvSource({"'1,234千円',1234,", "'1,234',1234,", "'1,234,000円',1234000,1", "123.4万円,123.4,10000", "1百万円,1,1000000"})
    void anAmountCarriesAUnitThatIsNotTheForms(String printed, String value, String unit) throws IOException {
        Map<String, String> facts =
                facts(sure("- {to: \"costs/total/settled/2024\", right-of: 欄, type: amount}", printed));
        assertThat(facts).containsEntry(COST, value);
        assertThat(facts.get(COST + "/unit")).isEqualTo(unit);
    }

    @Test
    void theUnitMayStandInAHeading() throws IOException {
        String field = "- {to: \"costs/total/settled/2024\", right-of: 欄, type: number, currency: \"（単位：{unit}）\"}";
        Layout layout = OneCell.layout("fill: {name: 1.0}", field);
        String cells = "cell 40 100 80 20 8 | 欄\ncell 120 100 80 20 8 | 1,234\n";
        Extraction yen =
                OneCell.drawn(folder, layout, cells + "line 300 85 8 | （単位：円）").get(0);
        assertThat(facts(yen)).containsEntry(COST, "1234").containsEntry(COST + "/unit", "1");
        assertThat(yen.leftover()).isEmpty();
        Extraction thousand =
                OneCell.drawn(folder, layout, cells + "line 300 85 8 | (単位:千円)").get(0);
        assertThat(facts(thousand)).containsEntry(COST, "1234").doesNotContainKey(COST + "/unit");
        for (String heading :
                new String[] {"", "line 300 85 8 | （単位：人）", "line 300 85 8 | （単位：円）\nline 400 85 8 | （単位：千円）"}) {
            Extraction none = OneCell.drawn(folder, layout, cells + heading).get(0);
            assertThat(none.facts()).doesNotContainKey(COST);
            assertThat(none.issues()).anyMatch(i -> i.doubts(COST));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "box,■直営　□委託　□補助",
        "box,□補助 ■直営 □委\\n託",
        "box,レ直営・□委託・□補助",
        "dot,●直営 ○委託 ○補助",
        "bracket,（○）直営 （　）委託 （）補助",
        "tick,レ直営 委託 補助"
    })
    void optionsHaveMarks(String marks, String cell) throws IOException {
        String field = "- {to: \"attributes/implementation/{value}\", right-of: 欄, type: options, codes: way, marks: "
                + marks + "}";
        assertThat(facts(sure(field, cell)))
                .containsEntry("attributes/implementation/直営", "true")
                .doesNotContainKeys("attributes/implementation/委託", "attributes/implementation/補助");
    }

    @Test
    void oneOptionOfAListIsItsValue() throws IOException {
        String field = "- {to: direction, right-of: 欄, type: options, codes: next, marks: ring}";
        assertThat(facts(sure(field, "１ 拡大　② 継続　３ 廃止"))).containsEntry("direction", "keep");
        Extraction none = OneCell.read(folder, field, "１ 拡大　２ 継続　３ 廃止");
        assertThat(none.facts()).doesNotContainKey("direction");
        assertThat(none.issues()).anyMatch(i -> i.doubts("direction"));
        Extraction two = OneCell.read(folder, field, "① 拡大　② 継続　３ 廃止");
        assertThat(two.facts()).doesNotContainKey("direction");
        assertThat(two.issues()).anyMatch(i -> i.doubts("direction"));
    }

    @ParameterizedTest
    @CsvSource({"way,■直営 委託 □補助", "way,■直営 □委託", "way,■直営 □委託 □補助 □他", "way,■□直営 □委託 □補助", "way,直営■ □委託 □補助"})
    void whatIsNotOptionsAndMarksSaysNothing(String codes, String cell) throws IOException {
        String field = "- {to: \"attributes/implementation/{value}\", right-of: 欄, type: options, codes: " + codes
                + ", marks: box}";
        Extraction sheet = OneCell.read(folder, field, cell);
        assertThat(sheet.facts().keySet()).noneMatch(path -> path.startsWith("attributes/implementation"));
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("attributes/implementation/直営"));
    }

    @ParameterizedTest
    @CsvSource({
        "…決算額は{}である。,'year: 0, ',今年の決算額は1200である。,2024",
        "…決算額は{}である。,'year: -1, ',昨年の決算額は1200である。,2023",
        "令和{year}年度の決算額は{}である。,'',令和６年度の決算額は1200である。,2024",
        "R{year-1}決算は{},'',R5 決算は1200,2023"
    })
    void aLineMayPrintTheYearOrTheLayoutKnowsIt(String line, String year, String printed, String of)
            throws IOException {
        String field = "- {to: \"costs/total/settled/{year}\", %son-line: \"%s\", type: number}".formatted(year, line);
        Layout layout = OneCell.layout("fill: {name: 1.0}", field);
        Extraction sheet =
                OneCell.drawn(folder, layout, "line 40 120 8 | " + printed).get(0);
        assertThat(facts(sheet)).containsEntry("costs/total/settled/" + of, "1200");
        assertThat(sheet.issues()).isEmpty();
        if (year.isEmpty()) {
            Extraction other = OneCell.drawn(folder, layout, "line 40 120 8 | " + printed.replaceAll("[６5]", "3"))
                    .get(0);
            assertThat(other.issues()).anyMatch(i -> i.doubts("costs/total/settled/" + of));
        }
    }

    @Test
    void aMarkThatMayBePartOfAnOptionSaysNothing() throws IOException {
        String field =
                "- {to: \"attributes/implementation/{value}\", right-of: 欄, type: options, codes: rented, marks: tick}";
        assertThat(facts(sure(field, "レンタル レタル")))
                .containsOnlyKeys("fiscalYear", "name", "number", "attributes/implementation/barrel");
    }
}
