package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.jigyo.layout.Label;
import org.jigyo.sheet.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    @ParameterizedTest
    @ValueSource(strings = {"{year-1}予算", "R{year-1}年度予算", "令和{year-1}年度予算"})
    void aYearIsTakenInEveryNotation(String label) {
        Phrase phrase = Phrase.of(new Label(List.of(label)), null).get(0);
        for (String printed : List.of("R5年度予算", "令和５年度 予算", "2023年度予算")) {
            assertThat(phrase.matches(Printed.key(printed), 2024)).as(printed).isTrue();
            assertThat(phrase.matches(Printed.key(printed), 2025)).as(printed).isFalse();
        }
        assertThat(phrase.matches(Printed.key("H30年度予算"), 2019)).isTrue();
    }

    /** The wording begins with nothing but what is left open, which fits at every place of any text. */
    @Test
    void aYearWithTextBeforeItThatIsLeftOpen() {
        Phrase phrase = Phrase.of(new Label(List.of("…{year}実施事業）")), null).get(0);
        assertThat(phrase.evaluatedYear(Printed.key("評価シート（令和６年度実施事業）"))).hasValue(2024);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(phrase.evaluatedYear(Printed.key("評価シート"))).isEmpty());
    }
}
