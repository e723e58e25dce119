package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.load.Layouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mark below one of several grades, or beside one of several options, and rows that are years. */
class OneOfSeveralTest {

    private static final String GRADES = """
            - to: ratings/{row}
              crossing:
                columns: [{under: [高い], is: high}, {under: [普通], is: middle}, {under: [低い], is: low}]
                rows: [{label: 有効性, is: effectiveness, type: mark}]
            """;

    private static final String OPTIONS = "- {to: direction, marked: {right-of: 方向, options: way}}";

    private static final String YEARS = """
            - to: costs/{is}/{row}/{year}
              crossing:
                columns: [{under: [事業費], is: total}, {under: [一般財源], is: generalFunds}]
                rows:
                  - {label: "{year-1}決算", is: settled, year: -1}
                  - {label: "{year}決算", is: settled, year: 0}
            """;

    private static final String SCALE = "fill: {name: 1.0}";

    @TempDir
    Path folder;

    private Extraction read(String field, String drawing) throws IOException {
        String scales =
                field.equals(GRADES) ? "currencyUnit: 1000, scales: {effectiveness: one}" : "currencyUnit: 1000";
        String yaml = OneCell.yaml(SCALE, field).replace("currencyUnit: 1000", scales);
        return OneCell.drawn(folder, Layouts.read("one.yml", yaml), drawing).get(0);
    }

    private static String grades(String first, String second, String third) {
        return "cell 40 100 80 20 8 | 項目\ncell 120 100 60 20 8 | 高い\ncell 180 100 60 20 8 | 普通\ncell 240 100 60 20 8 | 低い\n"
                + "cell 40 120 80 20 8 | 有効性\ncell 120 120 60 20 8 | " + first + "\ncell 180 120 60 20 8 | " + second
                + "\ncell 240 120 60 20 8 | " + third;
    }

    @ParameterizedTest
    @CsvSource({"○, '', '', high", "'', ○, '', middle", "'', '', ●, low"})
    void aMarkBelowAGradeIsTheValue(String first, String second, String third, String value) throws IOException {
        Extraction read = read(GRADES, grades(first, second, third));
        assertThat(read.facts()).containsEntry("ratings/effectiveness", value);
        assertThat(read.issues()).isEmpty();
    }

    @Test
    void twoMarksAreDoubtedAndNoneIsRead() throws IOException {
        Extraction read = read(GRADES, grades("○", "", "○"));
        assertThat(read.facts()).doesNotContainKey("ratings/effectiveness");
        assertThat(read.issues()).anyMatch(i -> i.doubts("ratings/effectiveness"));
    }

    @Test
    void whatIsNoMarkIsDoubted() throws IOException {
        assertThat(read(GRADES, grades("", "可", "")).issues()).anyMatch(i -> i.doubts("ratings/effectiveness"));
    }

    @Test
    void noMarkIsNoValue() throws IOException {
        assertThat(read(GRADES, grades("", "", "")).facts()).doesNotContainKey("ratings/effectiveness");
    }

    @ParameterizedTest
    @CsvSource({"○, '', 直営, false", "'', ○, 委託, false", "○, ○, , true"})
    void aMarkBesideAnOptionIsTheValue(String first, String second, String value, boolean doubted) throws IOException {
        Extraction read = read(
                OPTIONS,
                "cell 40 100 80 20 8 | 方向\ncell 120 100 30 20 8 | " + first
                        + "\ncell 150 100 60 20 8 | 直営\ncell 210 100 30 20 8 | "
                        + second
                        + "\ncell 240 100 60 20 8 | 委託\ncell 300 100 30 20 8 |\ncell 330 100 60 20 8 | 補助");
        assertThat(read.facts().get("direction")).isEqualTo(value);
        assertThat(read.issues().stream().anyMatch(i -> i.doubts("direction"))).isEqualTo(doubted);
    }

    @Test
    void rowsMayBeYears() throws IOException {
        Extraction read = read(YEARS, """
                cell 40 100 80 20 8 |
                cell 120 100 60 20 8 | 事業費
                cell 180 100 60 20 8 | 一般財源
                cell 40 120 80 20 8 | 令和5年度決算
                cell 120 120 60 20 8 | 1,200
                cell 180 120 60 20 8 | 900
                cell 40 140 80 20 8 | 令和6年度決算
                cell 120 140 60 20 8 | 1,300
                cell 180 140 60 20 8 | 950
                """);
        assertThat(read.facts()).extractingByKey("costs/total/settled/2023").hasToString("1200");
        assertThat(read.facts())
                .extractingByKey("costs/generalFunds/settled/2024")
                .hasToString("950");
        assertThat(read.issues()).isEmpty();
    }
}
