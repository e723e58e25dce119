package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellPatternTest {

    private static String read(String pattern, String cell) {
        List<Map<String, String>> readings = CellPattern.of(
                        pattern, name -> name.equals("digits") ? CellPattern.DIGITS : null)
                .readings(cell);
        return readings.size() > 1
                ? "two"
                : readings.isEmpty() ? "" : String.join("|", readings.get(0).values());
    }

    @Test
    void aValueStandsBetweenWhatIsPrinted() {
        assertThat(read("{}人", "10.0人")).isEqualTo("10.0");
        assertThat(read("・{}", "・規則・方\n針")).isEqualTo("規則・方\n針");
        assertThat(read("{}（{share}）", "1,200 (800)")).isEqualTo("1,200|800");
        assertThat(read("{}【{period}】", "移動図書館【令和5年度～】")).isEqualTo("移動図書館|令和5年度～");
        assertThat(read("延べ{}時間", "延べ　３時間")).isEqualTo("３");
        assertThat(read("R6-{digits}-…", "R6-012-toshokan-2")).isEqualTo("012");
    }

    @Test
    void anythingElseIsNoValue() {
        assertThat(read("{}人", "10.0")).isEmpty();
        assertThat(read("・{}", "規則")).isEmpty();
        assertThat(read("{}（{share}）", "1,200")).isEmpty();
    }

    @Test
    void whatCanBeDividedInTwoWaysSaysNothing() {
        assertThat(read("{}【{period}】", "移動【図書館】【令和5年度～】")).isEqualTo("two");
        assertThat(read("…{digits}…", "012-34")).isEqualTo("two");
    }
}
