package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new form typically has: readable by YAML alone, or flagged at its field. */
class TypicalFormTest {

    private static final String COST = "costs/total/settled/2024";
    private static final String TABLE = """
            - to: costs/{row}/settled/{year}
              crossing:
                columns:
                  - {under: ["{year-1}決算"], year: -1}
                  - {under: ["{year}決算"], year: 0}
                rows: [%s]
            """;

    @TempDir
    Path folder;

    private Extraction read(String field, String drawing) throws IOException {
        Layout layout = OneCell.layout("fill: {name: 1.0}", field);
        return OneCell.drawn(folder, layout, drawing).get(0);
    }

    private static void sure(Extraction sheet) {
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.leftover()).isEmpty();
    }

    @Test
    void aNameMayStandInTheRowAboveItsValues() throws IOException {
        String drawing = """
                cell 40 100 100 20 8 | 5年度決算
                cell 140 100 100 20 8 | 令和6年度 決算
                cell 40 120 200 20 8 | 総事業費
                cell 40 140 100 20 8 | 1,100
                cell 140 140 100 20 8 | 1,200
                """.replace("| 5年度", "| R5年度");
        Extraction sheet = read(TABLE.formatted("{label: 総事業費, above: true, is: total}"), drawing);
        sure(sheet);
        assertThat(sheet.facts().get(COST)).hasToString("1200");
        assertThat(sheet.facts().get("costs/total/settled/2023")).hasToString("1100");
    }

    @Test
    void aTableInsideANarrativeIsKeptWithItsRows() throws IOException {
        String drawing = """
                cell 40 100 80 60 8 | 内容
                cell 120 100 100 20 8 | 講座
                cell 220 100 100 20 8 | 回数
                cell 120 120 100 20 8 | 陶芸
                cell 220 120 100 20 8 | 3
                cell 120 140 100 20 8 | 書道
                cell 220 140 100 20 8 | 12
                cell 40 160 80 20 8 | 備考
                cell 120 160 200 20 8 | なし
                """;
        Extraction sheet = read("""
                - {to: texts/overview, right-of: 内容, take: table}
                - {to: texts/remarks, right-of: 備考}
                """, drawing);
        sure(sheet);
        assertThat(sheet.facts())
                .containsEntry("texts/overview", "講座 回数\n陶芸 3\n書道 12")
                .containsEntry("texts/remarks", "なし");
        Extraction silent = read("- {to: texts/overview, right-of: 内容}\n- {to: texts/remarks, right-of: 備考}", drawing);
        assertThat(silent.issues()).anyMatch(i -> i.doubts("texts/overview"));
    }

    @Test
    void labelsMayStandVerticallyAndBreak() throws IOException {
        String drawing = """
                cell 40 100 16 60 8 | 事\\n業\\n費
                cell 56 100 80 60 8 | 決算\\n（千円）
                cell 136 100 100 60 8 | 1,200
                """;
        Extraction sheet = read(
                "- {to: costs/total/settled/2024, right-of: 決算（千円）, type: number}\n- {to: section, right-of: 事業費, take: second, optional: true}",
                drawing);
        assertThat(sheet.facts().get(COST)).hasToString("1200");
    }

    @Test
    void theFirstYearOfAnEraIsItsFirst() throws IOException {
        String form =
                TABLE.formatted("{label: 総事業費, is: total}").replace("- {under: [\"{year-1}決算\"], year: -1}\n", "");
        String drawing = """
                cell 40 100 100 20 8 |
                cell 140 100 100 20 8 | 令和6年度決算
                cell 40 120 100 20 8 | 総事業費
                cell 140 120 100 20 8 | 1,200
                """;
        sure(read(form, drawing));
        Extraction other = read(form, drawing.replace("令和6年度決算", "令和元年度決算"));
        assertThat(other.facts()).doesNotContainKey(COST);
        assertThat(other.issues()).anyMatch(i -> i.doubts(COST));
    }

    @Test
    void aTableOverTwoPagesHasItsHeaderOnEach() throws IOException {
        String drawing = """
                cell 40 100 100 20 8 | 区分
                cell 140 100 100 20 8 | 令和5年度決算
                cell 40 120 100 20 8 | 総事業費
                cell 140 120 100 20 8 | 1,100
                page
                cell 40 100 100 20 8 | 区分
                cell 140 100 100 20 8 | 令和6年度決算
                cell 40 120 100 20 8 | 総事業費
                cell 140 120 100 20 8 | 1,200
                """;
        Extraction sheet = read(TABLE.formatted("{label: 総事業費, is: total}"), drawing);
        assertThat(sheet.issues()).anyMatch(i -> i.doubts(COST)).anyMatch(i -> i.doubts("costs/total/settled/2023"));
    }

    @Test
    void aDiagonalStrokeIsBlank() throws IOException {
        String drawing = """
                cell 40 100 80 20 8 | 決算
                cell 120 100 100 20 8 |
                draw | 0.5 w 120 722 m 220 742 l S
                """;
        Extraction sheet = read("- {to: costs/total/settled/2024, right-of: 決算, type: number}", drawing);
        assertThat(sheet.facts()).doesNotContainKey(COST);
        assertThat(sheet.issues()).isEmpty();
    }

    @Test
    void columnsOfOtherYearsOnlyDoubtTheYearOfTheTitle() throws IOException {
        String form = """
                - to: costs/{row}/settled/{year}
                  crossing:
                    columns: [{under: ["{any year}決算"]}]
                    rows: [{label: 総事業費, is: total}]
                """;
        String drawing = """
                cell 40 100 100 20 8 |
                cell 140 100 100 20 8 | 令和6年度決算
                cell 40 120 100 20 8 | 総事業費
                cell 140 120 100 20 8 | 1,200
                """;
        sure(read(form, drawing));
        Extraction other = read(form, drawing.replace("令和6年度", "令和5年度"));
        assertThat(other.issues()).anyMatch(i -> i.doubts("fiscalYear"));
    }
}
