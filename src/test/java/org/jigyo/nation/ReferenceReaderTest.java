package org.jigyo.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import org.jigyo.EnvironmentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceReaderTest {

    private static final String MAPPING = """
            title: {ja: 標本, en: Specimen}
            source: https://example.org/
            publisher: {ja: 標本市}
            issued: 2024-03-31
            government: 団体
            year-column: 年度
            statistics:
              settled-expenditure: {column: 千円, times: 1000}
              population: {column: 人}
            """;

    private static ReferenceTable read(String mapping, String rows) {
        return ReferenceReader.read(
                "t", "t.csv", ReferenceTable.About.read("t.yml", mapping), new StringReader("団体,年度,千円,人\n" + rows));
    }

    @Test
    void figuresAreReadAndAbsentOnesLeftOut() {
        ReferenceTable table =
                read(MAPPING, "つくば市,2022年度,\"1,234.5\",…\n14130,2023,-,1538262\n00000,2022,1,1\n141011,2022,1,1\n");
        assertThat(table.figures())
                .containsExactly(
                        new ReferenceTable.Figure("082201", 2022, "settled-expenditure", new BigDecimal("1234500.0")),
                        new ReferenceTable.Figure("141305", 2023, "population", new BigDecimal("1538262")));
        assertThat(table.left()).containsExactly("00000", "141011");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "つくば市,2022,多,1|t.csv, row 2, column 千円: «多» is not a number",
                "つくば市,令和4,1,1|t.csv, row 2, column 年度: «令和4» is not a western year",
                "標本市,2022,1,1|t.csv, row 2, column 団体: «標本市» is no local government",
                "府中市,2022,1,1|may be any of [府中市（東京都、132063）, 府中市（広島県、342084）]",
                "つくば市,2022|t.csv, row 2: has another number of cells than the headings",
                "つくば市,2022,1,1\\n082201,2022,1,|t.csv, row 3, column 千円: row 2 has a figure of this government and year"
            })
    void aWrongCellIsNamed(String rows, String message) {
        assertThatThrownBy(() -> read(MAPPING, rows.replace("\\n", "\n")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "government: 団体|government: 自治体|t.csv: there is no column «自治体»; there are [団体, 年度, 千円, 人]",
                "year-column: 年度|# none|t.csv, key year: give either year or year-column",
                "issued: 2024-03-31|issued: 2024|t.yml, key issued: must be a date",
                "source: https://example.org/|source: 総務省|t.yml, key source: must be an http(s) address",
                "government: 団体|goverment: 団体|t.yml, line"
            })
    void aWrongMappingIsNamed(String was, String now, String message) {
        assertThatThrownBy(() -> read(MAPPING.replace(was, now), "つくば市,2022,1,1\n"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theShippedPopulationIsThatOfTheCensus() {
        ReferenceTable population = ReferenceReader.shipped().get(0);
        assertThat(population.figures()).hasSize(1787);
        assertThat(population.left()).isEmpty();
        BigDecimal nation = population.figures().stream()
                .filter(figure -> figure.code().substring(2, 5).equals("000"))
                .map(ReferenceTable.Figure::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // 令和2年国勢調査 人口速報集計 結果の要約
        assertThat(nation).isEqualByComparingTo("126226568");
    }
}
