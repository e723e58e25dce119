package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jigyo.page.Box;
import org.jigyo.page.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which labels of a header name the columns of a cell, by their edges. */
class ColumnNamesTest {

    private static Item at(String text, double left, double right) {
        Box box = new Box(left, 0, right - left, 1);
        return new Item(1, null, List.of(new Line(0, box, text)), box, box, null);
    }

    /** Two columns side by side, and one after a gap that no label names. */
    private final ColumnNames names = new ColumnNames(List.of(at("決算", 20, 30), at("予算", 10, 20), at("備考", 40, 60)));

    private List<String> over(double left, double right) {
        return names.over(at("1", left, right)).stream().map(Item::key).toList();
    }

    @Test
    void labelsAreInTheOrderOfTheirColumns() {
        assertThat(names.all()).extracting(Item::key).containsExactly("予算", "決算", "備考");
    }

    /** Rules are drawn up to half a point beside each other. */
    @ParameterizedTest
    @CsvSource({
        "10,20,予算",
        "20,30,決算",
        "40,60,備考",
        "45,50,備考",
        "19.6,30.4,決算",
        "20.4,29.6,決算",
        "10,30,予算 決算",
        "20,41,決算 備考",
        "19,30,予算 決算",
        "20,31,決算",
        "0,70,予算 決算 備考",
        "30,40,''",
        "0,10,''",
        "60,70,''",
        "59.6,70,''",
        "9.7,20.3,予算"
    })
    void aCellIsBelowTheLabelsThatItOverlaps(double left, double right, String labels) {
        assertThat(String.join(" ", over(left, right))).isEqualTo(labels);
        assertThat(String.join(" ", over(left, right))).as("asked again").isEqualTo(labels);
    }
}
