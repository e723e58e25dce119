package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.jigyo.Finding;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings over, under, next to and on top of the text of a ruled form: a value is what a reader of the paper sees. */
class ShownOnPaperTest {

    /** The amount, drawn again at the same place. */
    private static final String AGAIN = "BT /F0 6.7 Tf 1 0 0 1 154.95 318.96 Tm <%s> Tj ET";

    private static final String FIGURE = "003300330034";
    private static final String OTHER = "003300340034";
    private static final String BOX = "153 317 13 9 re f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a highlighter's frame, a ring of two areas, white lines and strokes next to the figure
                "0 g 100 330 100 1 re f",
                "1 1 0 rg 140 310 40 25 re 141 311 38 23 re f*",
                "1 g 5 5 20 20 re f 0 g",
                "q 3 Tr " + AGAIN + " Q",
                "q 0 0 10 10 re W n BT /F0 6.7 Tf 1 0 0 1 145 318.96 Tm <0039> Tj ET Q",
                // the same again with a small offset: bold
                "BT /F0 6.7 Tf 1 0 0 1 155.15 318.96 Tm <003300330034> Tj ET",
                "BT /F0 6.7 Tf 1 0 0 1 -50 318.96 Tm <0039> Tj ET",
                // underlined, and a dash that is a stroke beside it
                "154 317.4 12 0.4 re f",
                "0.5 w 135 321.5 m 150 321.5 l S"
            })
    void whatIsNotSeenOrChangesNothingIsNotRead(String drawn) {
        assertThat(said(drawn.replace("%s", "003900390039"))).isEqualTo("334");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 g " + BOX + " 0 g",
                "1 1 1 rg " + BOX + " 0 g",
                "0 0 0 0 k " + BOX + " 0 g",
                "0.5 g " + BOX + " 0 g",
                "/DeviceRGB cs 1 1 1 scn " + BOX + " 0 g",
                "9 w 153 321.5 m 168 321.5 l S 1 w",
                // struck through, by a line, two lines, a thin area
                "0.5 w 153 321.5 m 168 321.5 l S",
                "0.3 w 154 321 m 166 321 l S 154 322.5 m 166 322.5 l S",
                "154 321.2 12 0.6 re f",
                "1 g " + BOX + " 0 g " + AGAIN,
                "" + AGAIN
            })
    void whatIsCoveredOrPrintedOverIsInDoubt(String drawn) {
        assertThat(said(drawn.replace("%s", OTHER))).isEqualTo("in doubt");
    }

    @Test
    void figuresOfARowWhoseNameIsHalfCoveredAreInDoubt() {
        FileReading reading = Shown.read(Shown.drawing() + "draw | 1 g 65 281 25 15 re f 0 g\n");
        Sheet sheet = reading.sheets().get(0);
        assertThat(Facts.of(sheet)).doesNotContainKey("costs/breakdown/印刷製本費/settled/2022");
        assertThat(Facts.of(sheet).keySet())
                .filteredOn(path -> path.matches("costs/breakdown/.*/settled/2022"))
                .isNotEmpty()
                .allMatch(path -> sheet.issues().stream().anyMatch(i -> i.doubts(path)));
        assertThat(Shown.said(reading, "costs/breakdown/印刷製本費/settled/2022")).isEqualTo("in doubt");
    }

    @Test
    void aRingOverAPartOfALetterPutsTheTextInDoubt() {
        String unit = "cell 344 513 18 16 6.7 | kW";
        assertThat(Shown.drawing()).contains(unit);
        FileReading reading =
                Shown.read(Shown.drawing() + unit.replace("cell", "text").replace("kW", "○") + "\n");
        assertThat(Shown.said(reading, "indicators/1/unit")).isEqualTo("in doubt");
    }

    /** The letters around it are the same in both texts, so only ー and the sign tell that there are two. */
    @Test
    void aSignOverALongVowelPutsTheTextInDoubt() {
        String unit = "cell 344 513 18 16 6.7 | kW";
        FileReading reading = Shown.read(Shown.drawing().replace(unit, unit.replace("kW", "メー"))
                + unit.replace("cell", "text").replace("kW", "メ■")
                + "\n");
        assertThat(Shown.said(reading, "indicators/1/unit")).isEqualTo("in doubt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"別", "■"})
    void aPathWhoseCodeIsPrintedOverIsInDoubt(String over) {
        FileReading reading = Shown.read(Shown.drawing() + "text 131 105 160 20 6.7 | " + over + "\n");
        assertThat(Shown.said(reading, "policies/pillar/①")).isEqualTo("in doubt");
    }

    /** The figure and the text beside it become one run, which one of the two cells gets: neither says what it shows. */
    @Test
    void aFigureThatRunsIntoTheTextOfTheNextCellPutsBothInDoubt() {
        String cell = "cell 238 513 35 16 6.7 | ";
        String torn = cell + "\ntext 243 513 35 16 6.7 | 296";
        assertThat(Shown.drawing()).contains(cell + "296");
        FileReading reading = Shown.read(Shown.drawing().replace(cell + "296", torn));
        assertThat(Shown.said(reading, "costs/total/settled/2024")).isEqualTo("in doubt");
        assertThat(Shown.said(reading, "indicators/1/name")).isEqualTo("in doubt");
    }

    @Test
    void lightTextIsReadOnDarkGroundOnly() {
        String dark = "draw | 0.2 g 132 314 35 14 re f 1 g " + AGAIN.formatted(FIGURE) + " 0 g\n";
        String pale = "draw | 1 g " + AGAIN.formatted(FIGURE) + " 0 g\n";
        String blank = Shown.drawing().replace(Shown.CELL, Shown.CELL.replace("334", ""));
        assertThat(Shown.said(Shown.read(blank + dark), Shown.AMOUNT)).isEqualTo("334");
        assertThat(Shown.said(Shown.read(blank + pale), Shown.AMOUNT)).isEqualTo("in doubt");
    }

    @ParameterizedTest
    @CsvSource({
        "'155 319 m 160 325 l 165 319 l S', in doubt",
        "'155 319 m 157 326 163 326 165 319 c S', in doubt",
        "'156 319 4 4 re f', in doubt",
        "'132 314 m 167 328 l S', absent",
        "'0.9 g 131 313 36 16 re f 0 g', absent"
    })
    void aBlankCellThatHoldsADrawingIsInDoubt(String drawn, String said) {
        String blank = Shown.drawing().replace("cell 131 545 36 16 6.7 | 299\n", "cell 131 545 36 16 6.7 |\n");
        String twoRowsDown = "draw | q 1 0 0 1 0 -32 cm " + drawn + " Q\n";
        assertThat(Shown.said(Shown.read(blank + twoRowsDown), "costs/breakdown/印刷製本費/settled/2022"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aTurnedPageIsReadAsItIsShown(int degrees) {
        FileReading reading = Shown.read(Shown.turned(Shown.drawing(), degrees));
        assertThat(reading.findings()).isEmpty();
        assertThat(Shown.said(reading, Shown.AMOUNT)).isEqualTo("334");
    }

    @Test
    void aPageWithRulesOnlyIsAnErrorWhereverItStands() {
        FileReading reading = Shown.read(Shown.drawing() + "page\nrule 10 10 100 1\n");
        assertThat(reading.sheets()).hasSize(1);
        assertThat(reading.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Finding.Code.PDF_NO_TEXT_LAYER);
            assertThat(f.place().page()).isEqualTo(2);
        });
    }

    @Test
    void aFilledFieldWithoutAnAppearanceIsInDoubt() {
        byte[] filled = Shown.changed(Shown.drawing(), (document, page) -> {
            PDAnnotationWidget field = new PDAnnotationWidget();
            field.setRectangle(new PDRectangle(140, 317, 20, 8));
            field.getCOSObject().setString(COSName.V, "344");
            page.setAnnotations(List.of(field));
        });
        assertThat(Shown.said(Shown.read(filled), Shown.AMOUNT)).isEqualTo("in doubt");
    }

    private static String said(String drawn) {
        return Shown.said(Shown.read(Shown.drawing() + "draw | " + drawn + "\n"), Shown.AMOUNT);
    }
}
