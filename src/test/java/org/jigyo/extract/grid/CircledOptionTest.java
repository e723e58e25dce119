package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jigyo.extract.engine.Extraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of which one is chosen by a circle that is drawn around it or around its number. */
class CircledOptionTest {

    private static final String FIELD = "- {to: direction, right-of: 欄, type: options, codes: next, marks: ring}";
    private static final String SEVERAL =
            "- {to: \"attributes/implementation/{value}\", right-of: 欄, type: options, codes: way, marks: ring}";

    /** One line: 1 拡大　2 継続　3 廃止, each letter 8 points wide and each digit and blank 4. */
    private static final String LINE = "1 拡大　2 継続　3 廃止";

    @TempDir
    Path folder;

    private Extraction read(String field, String cell, String... drawings) throws IOException {
        StringBuilder drawing = new StringBuilder("cell 40 100 80 40 8 | 欄\ncell 120 100 300 40 8 | " + cell + "\n");
        for (String d : drawings) {
            drawing.append("draw | ").append(d).append('\n');
        }
        return OneCell.drawn(folder, OneCell.layout("fill: {name: 1.0}", field), drawing.toString())
                .get(0);
    }

    /** An oval in four curves, as drawing programs write it. */
    private static String oval(double left, double top, double right, double bottom) {
        double x = (left + right) / 2;
        double y = 842 - (top + bottom) / 2;
        double a = (right - left) / 2;
        double b = (bottom - top) / 2;
        double k = 0.5523;
        return String.format(
                Locale.ROOT,
                "%.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c "
                        + "%.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c",
                x + a,
                y,
                x + a,
                y + k * b,
                x + k * a,
                y + b,
                x,
                y + b,
                x - k * a,
                y + b,
                x - a,
                y + k * b,
                x - a,
                y,
                x - a,
                y - k * b,
                x - k * a,
                y - b,
                x,
                y - b,
                x + k * a,
                y - b,
                x + a,
                y - k * b,
                x + a,
                y);
    }

    /** The same with straight edges. */
    private static String corners(double left, double top, double right, double bottom) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            double angle = i * Math.PI / 8;
            path.append(String.format(
                    Locale.ROOT,
                    "%.2f %.2f %s ",
                    (left + right) / 2 + (right - left) / 2 * Math.cos(angle),
                    842 - (top + bottom) / 2 + (bottom - top) / 2 * Math.sin(angle),
                    i == 0 ? "m" : "l"));
        }
        return path.append("h").toString();
    }

    @Test
    void theOptionInTheCircleIsChosen() throws IOException {
        String around = oval(152, 111, 180, 128);
        for (String ring : new String[] {
            around + " S",
            around + " h s",
            around + " 1 w S",
            corners(152, 111, 180, 128) + " S",
            // Around the number only.
            oval(150, 112, 162, 127) + " S",
            // Two halves, and a circle by hand that does not close.
            "152 722.5 m 152 710 180 710 180 722.5 c 180 735 152 735 152 722.5 c S",
            "154 724 m 150 712 182 708 181 722 c 180 736 155 734 153 727 c S",
            // A ring that is filled between two ovals.
            around + " h " + oval(153, 112, 179, 127) + " h f*"
        }) {
            Extraction sheet = read(FIELD, LINE, ring);
            assertThat(sheet.issues()).as(ring).isEmpty();
            assertThat(sheet.facts()).as(ring).containsEntry("direction", "keep");
        }
    }

    @ParameterizedTest
    @CsvSource({"120,105,152,117,expand", "120,114,152,125,keep", "120,123,152,135,end"})
    void optionsMayStandInLines(double left, double top, double right, double bottom, String chosen)
            throws IOException {
        Extraction sheet = read(FIELD, "1 拡大\\n2 継続\\n3 廃止", oval(left, top, right, bottom) + " S");
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.facts()).containsEntry("direction", chosen);
    }

    @Test
    void anOptionMayGoOnOnTheNextLine() throws IOException {
        String[] halves = {oval(152, 109, 172, 121) + " S", oval(119, 119, 133, 131) + " S"};
        Extraction both = read(FIELD, "1 拡大　2 継\\n続　3 廃止", halves);
        assertThat(both.facts()).containsEntry("direction", "keep");
        assertThat(both.issues()).isEmpty();
        assertThat(read(FIELD, "1 拡大　2 継\\n続　3 廃止", halves[1]).facts()).containsEntry("direction", "keep");
    }

    @Test
    void twoCirclesOrNoneAreDoubted() throws IOException {
        String keep = oval(152, 111, 180, 128) + " S";
        for (String[] drawn : new String[][] {
            {},
            {keep, oval(188, 111, 212, 128) + " S"},
            {oval(130, 111, 180, 128) + " S"},
            // Below the letters, and a tick.
            {oval(152, 128, 180, 139) + " S"},
            {"160 720 m 165 715 l 175 730 l S"}
        }) {
            Extraction sheet = read(FIELD, LINE, drawn);
            assertThat(sheet.facts()).as(String.join(" / ", drawn)).doesNotContainKey("direction");
            assertThat(sheet.issues()).anyMatch(i -> i.doubts("direction"));
        }
    }

    @Test
    void severalMayBeChosenWhereThePathIsAList() throws IOException {
        // 直営・委託・補助: 122 to 138, 146 to 162, 170 to 186.
        Extraction two = read(SEVERAL, "直営・委託・補助", oval(120, 112, 140, 127) + " S", oval(168, 112, 188, 127) + " S");
        assertThat(two.issues()).isEmpty();
        assertThat(two.facts())
                .containsKeys("attributes/implementation/直営", "attributes/implementation/補助")
                .doesNotContainKey("attributes/implementation/委託");
        Extraction none = read(SEVERAL, "直営・委託・補助");
        assertThat(none.issues()).anyMatch(i -> i.doubts("attributes/implementation/委託"));
    }
}
