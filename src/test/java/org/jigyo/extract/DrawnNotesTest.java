package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, signs and spaced-out letters in the cells of a ruled form. */
class DrawnNotesTest {

    @Test
    void theSpecimenIsReadAsItIs() {
        assertThat(Shown.said(Shown.read(Shown.drawing()), Shown.AMOUNT)).isEqualTo("334");
    }

    @ParameterizedTest
    @ValueSource(strings = {"334³", "①334", "㉞", "334⑴", "#DIV/0!", "l34", "1,2345", "####"})
    void whatIsNoFigureIsInDoubt(String printed) {
        assertThat(said(printed)).isEqualTo("in doubt");
    }

    @ParameterizedTest
    @CsvSource({"'line 154.5 516 4 | 1'", "'line 154.5 522 4 | 1'", "'line 131.8 516 4 | 12'"})
    void aSmallDigitAboveOrBelowTheLineIsNoPartOfTheNumber(String note) {
        String drawing =
                Shown.drawing().replace(Shown.CELL, "cell 131 513 36 16 6.7 |\nline 139 518 7 | ３３\n" + note + "\n");
        String small = note.contains("| 12") ? drawing.replace("line 139", "line 140.5") : drawing;
        assertThat(Shown.said(Shown.read(small), Shown.AMOUNT)).isEqualTo("in doubt");
    }

    @ParameterizedTest
    @CsvSource({"３３４,334", "△334,-334", "−334,-334", "‐334,-334", "ー334,-334", "－３３４,-334"})
    void aFigureIsReadInEveryWriting(String printed, String value) {
        // The sum of the parts changes, which is reported at the fields of the sum.
        String drawing = Shown.drawing().replace(Shown.CELL, Shown.CELL.replace("334", printed));
        assertThat(org.jigyo.sheet.Facts.of(Shown.read(drawing).sheets().get(0)).get(Shown.AMOUNT))
                .hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"印 刷 製 本 費", "印　刷　製　本　費", "印 刷\\n製 本 費"})
    void lettersThatAreSetApartAreOneLabel(String printed) {
        String drawing = Shown.drawing().replace("| 印刷製本費", "| " + printed);
        assertThat(Shown.said(Shown.read(drawing), "costs/breakdown/印刷製本費/settled/2022"))
                .isEqualTo("299");
    }

    private static String said(String printed) {
        String drawing = Shown.drawing().replace(Shown.CELL, Shown.CELL.replace("334", printed));
        return Shown.said(Shown.read(drawing), Shown.AMOUNT);
    }
}
