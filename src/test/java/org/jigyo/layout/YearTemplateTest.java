package org.jigyo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
