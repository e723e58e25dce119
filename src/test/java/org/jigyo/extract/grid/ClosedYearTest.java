package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A title that is named after the year of publication: the settlements and results of the sheet are of another year. */
class ClosedYearTest {

    private static final String FIELD = "- {to: department, right-of: 欄}";

    @TempDir
    Path folder;

    private boolean doubted(String drawing) throws IOException {
        return doubted("", drawing);
    }

    private boolean doubted(String confirmed, String drawing) throws IOException {
        String yaml = OneCell.yaml("fill: {name: 1.0}", FIELD)
                .replace("  title: \"{year}標本票\"\n", "  title: \"{year}標本票\"\n" + confirmed);
        Extraction sheet = OneCell.drawn(
                        folder,
                        Layouts.read("one.yml", yaml),
                        "cell 40 100 60 20 8 | 欄\ncell 100 100 80 20 8 | 道路課\n" + drawing)
                .get(0);
        return sheet.issues().stream().anyMatch(i -> i.doubts("fiscalYear"));
    }

    private static String table(String... rows) {
        StringBuilder table = new StringBuilder();
        for (int r = 0; r < rows.length; r++) {
            String[] cells = rows[r].split("/", -1);
            for (int c = 0; c < cells.length; c++) {
                table.append("cell %d %d 80 20 8 | %s%n".formatted(40 + 80 * c, 140 + 20 * r, cells[c]));
            }
        }
        return table.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/令和4年度決算/令和5年度決算/令和6年度予算,事業費/1/2/3,true",
        "/R4決算額/R5決算額（円）/R6予算額,事業費/1/2/3,true",
        "/令和5年度決算/令和6年度決算,事業費/1/2,false",
        "/令和5年度決算/令和6年度決算/令和7年度決算,事業費/1/2/,false",
        "/令和5年度決算見込/令和6年度予算,事業費/1/2,false",
        "/令和5年度/令和6年度,実績値/1/2,false",
        "/令和4年度/令和5年度,実績値/1/2,true",
        "/令和4年度/令和5年度,目標値/1/2,false",
        // The settlement of the title's year is still to come.
        "/令和5年度決算/令和6年度決算,事業費/1/,true",
        "/令和5年度決算/令和6年度決算,事業費/1/－,true",
        "/令和5年度決算/令和6年度決算,事業費/1/0,false",
        "/令和6年度予算/令和6年度決算,事業費/3/,true",
        "/令和6年度予算/令和6年度決算,事業費//,false",
        "/令和5年度決算/令和6年度決算,事業費//,false",
        "/令和5年度/令和6年度,実績値/2/,true",
        "/令和5年度/令和6年度,実績値/2/8割,false",
        "令和5年度決算/1,令和6年度決算/,true",
        "令和5年度決算/1,令和6年度決算/2,false"
    })
    void headsThatPrintOtherYearsDoubtTheEvaluatedOne(String heads, String row, boolean doubted) throws IOException {
        assertThat(doubted(table(heads, row))).isEqualTo(doubted);
    }

    @Test
    void aYearMayStandAboveItsColumns() throws IOException {
        String form = """
                cell 120 140 160 20 8 | %s
                cell 120 160 80 20 8 | 予算
                cell 200 160 80 20 8 | 決算
                cell 120 180 80 20 8 | 10
                cell 200 180 80 20 8 | 9
                """;
        assertThat(doubted(form.formatted("令和5年度"))).isTrue();
        assertThat(doubted(form.formatted("令和6年度"))).isFalse();
    }

    @Test
    void oneResultOfTheYearIsEnough() throws IOException {
        String costs = table("/令和5年度決算/令和6年度決算", "事業費/1/");
        String results = "cell 40 300 80 20 8 | 令和6年度実績\ncell 120 300 80 20 8 | %s\n";
        assertThat(doubted(costs + results.formatted("80人"))).isFalse();
        assertThat(doubted(costs + results.formatted(""))).isTrue();
    }

    @Test
    void aLayoutThatConfirmsTheYearDecides() throws IOException {
        String table = table("/令和4年度決算/令和5年度決算", "事業費/1/2") + "line 300 90 8 | 令和6年度対象";
        assertThat(doubted(table)).isTrue();
        assertThat(doubted("  confirmed: [{printed: \"{year}対象\"}]\n", table)).isFalse();
        assertThat(doubted("  published: {printed: \"{year}対象\"}\n", table)).isFalse();
    }

    @Test
    void theColumnsOfAListSayIt() throws IOException {
        Layout layout = Layouts.read("one.yml", """
                id: one
                title: {ja: 標本, en: specimen}
                city: "139998"
                form: one
                applies: [標本一覧]
                grid:
                  title: "{year}標本一覧"
                  list:
                    - {under: [番号], is: number, type: digits}
                    - {under: [名称], is: name}
                    - {under: [担当], is: department}
                ignore: [R5決算, R4決算, R6決算]
                """);
        for (String head : new String[] {"R4決算\tR5決算", "R5決算\tR6決算"}) {
            byte[] csv = TableDrawing.of("令和6年度標本一覧\n番号\t名称\t担当\t" + head + "\n1\t図書館\t係\t1\t2\n")
                    .separated(',', "\n", StandardCharsets.UTF_8);
            Extraction row = GridSheets.of(layout, Files.write(folder.resolve("one.csv"), csv))
                    .get(0);
            assertThat(row.issues().stream().anyMatch(i -> i.doubts("fiscalYear")))
                    .isEqualTo(head.startsWith("R4"));
        }
    }
}
