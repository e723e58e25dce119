package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellPatternTest {

    private static String read(String pattern, String cell) {
        return CellPattern.of(pattern)
                .read(cell)
                .map(p -> p.value() + "|" + p.and())
                .orElse("");
    }

    @Test
    void aValueStandsBetweenWhatIsPrinted() {
        assertThat(read("{}人", "10.0人")).isEqualTo("10.0|null");
        assertThat(read("・{}", "・規則・方\n針")).isEqualTo("規則・方\n針|null");
        assertThat(read("{}（{and}）", "1,200 (800)")).isEqualTo("1,200|800");
        assertThat(read("{}【{and}】", "移動図書館【令和5年度～】")).isEqualTo("移動図書館|令和5年度～");
        assertThat(read("延べ{}時間", "延べ　３時間")).isEqualTo("３|null");
    }

    @Test
    void anythingElseIsNoValue() {
        assertThat(read("{}人", "10.0")).isEmpty();
        assertThat(read("・{}", "規則")).isEmpty();
        assertThat(read("{}（{and}）", "1,200")).isEmpty();
    }
}
