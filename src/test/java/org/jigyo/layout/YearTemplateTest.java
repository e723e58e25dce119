package org.jigyo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "R{year}年度, 2023, R5年度",
        "R{year}年度, 2018, H30年度",
        "R{year-1}年度, 2019, H30年度",
        "R{year-2}年度, 2019, H29年度",
        "令和{year}年度, 2019, 令和元年度",
        "令和{year-1}年度, 2019, 平成30年度",
        "平成{year+1}年度, 1988, 平成元年度",
        "単位R{year+1}年度R{year}年度, 2018, 単位R1年度H30年度",
        "{year}予算, 2023, {year}予算"
    })
    void aLabelIsPrintedInTheEraOfItsYear(String template, int evaluated, String printed) {
        assertThat(YearTemplate.label(template, evaluated)).isEqualTo(printed);
    }

    /** A year said in a word, seen from the current one; not where it is compared with another. */
    @ParameterizedTest
    @CsvSource({
        "前々年度の実績,-2",
        "一昨年度,-2",
        "前年度決算,-1",
        "昨年度,-1",
        "今年度,0",
        "本年度,0",
        "当年度,0",
        "当該年度,0",
        "翌年度予算,1",
        "次年度,1",
        "来年度,1",
        "翌々年度,2",
        "対前年度,",
        "前年度比,",
        "前年度差,",
        "前年度増減,",
        "前年度から,",
        "当年度まで,",
        "年度,"
    })
    void aWordForAYear(String label, Integer offset) {
        assertThat(YearTemplate.relative(label)).isEqualTo(offset);
    }

    @Test
    void aPathOnceForEachYear() {
        assertThat(YearTemplate.each("costs/{year}", List.of(-2, 0, 1, 0)))
                .containsExactly("costs/{year-2}", "costs/{year}", "costs/{year+1}");
        assertThat(YearTemplate.each("costs/{year}", List.of())).containsExactly("costs/{year}");
        assertThat(YearTemplate.each("name", List.of(0, 1))).containsExactly("name");
    }

    @Test
    void aPathHasWesternYears() {
        assertThat(YearTemplate.path("costs/*/settled/{year-1}", 2019)).isEqualTo("costs/*/settled/2018");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (int year = 1926; year <= 2100; year++) {
            assertThat(Printed.year(Era.year(year) + "年度")).hasValue(year);
            assertThat(Printed.year(Era.shortYear(year))).hasValue(year);
        }
    }

    @Test
    void aLabelThatIsComparedByLettersNeedsItsEra() {
        assertThatThrownBy(() -> Layouts.read("form.yml", """
                        id: form
                        title: {ja: 様式, en: form}
                        city: "271004"
                        form: form
                        applies: [様式]
                        sequence:
                          rows: [plan]
                          chunks: [[{row: plan, label: "{year}目標"}]]
                        """))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining("R{year}年度");
    }
}
