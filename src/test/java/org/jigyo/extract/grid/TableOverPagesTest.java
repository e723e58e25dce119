package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jigyo.extract.grid.GridSheets.facts;

import java.io.IOException;
import java.nio.file.Path;
import org.jigyo.extract.engine.Extraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that goes on at the top of the next page, with its heads printed again or not, is one table. */
class TableOverPagesTest {

    private static final String COSTS = """
            - to: "{row}/settled/{year}"
              crossing:
                columns: [{under: ["{year-1}決算"], year: -1}, {under: ["{year}決算"], year: 0}]
                rows:
                  - {label: 事業費, is: costs/total}
                  - {label: 一般財源, is: costs/generalFunds}
                  - {right-of: 内訳, is: "costs/breakdown/{label}"}
            """;

    private static final String INDICATORS = """
            - to: indicators/{n}/{is}
              rows: {below: 指標, columns: [{under: [指標], is: name}, {under: [単位], is: unit}]}
            - to: indicators/{n}/{is}/{year}
              type: measure
              rows: {below: 指標, columns: [{under: ["{year}実績"], is: actual, year: 0}]}
            """;

    @TempDir
    Path folder;

    private Extraction read(String field, String drawing) throws IOException {
        return OneCell.drawn(folder, OneCell.layout("fill: {name: 1.0}", field), drawing)
                .get(0);
    }

    private static String row(int y, String... cells) {
        StringBuilder row = new StringBuilder();
        int[] x = {40, 100, 200, 280};
        int[] width = {60, 100, 80, 80};
        for (int i = 0; i < cells.length; i++) {
            row.append("cell %d %d %d 20 8 | %s%n".formatted(x[i], y, width[i], cells[i]));
        }
        return row.toString();
    }

    private static final String HEADS = "||令和5年度決算|令和6年度決算";

    private static String head(int y) {
        return row(y, HEADS.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void labelledRowsGoOn(boolean again) throws IOException {
        Extraction sheet = read(
                COSTS,
                head(700) + row(720, "財源", "事業費", "1,200", "1,300") + "page\n"
                        + (again ? head(40) : "")
                        + row(60, "財源", "一般財源", "700", "800")
                        + row(80, "内訳", "印刷費", "20", "30"));
        assertThat(facts(sheet))
                .containsEntry("costs/total/settled/2023", "1200")
                .containsEntry("costs/generalFunds/settled/2023", "700")
                .containsEntry("costs/generalFunds/settled/2024", "800")
                .containsEntry("costs/breakdown/印刷費/settled/2024", "30");
        assertThat(sheet.issues()).isEmpty();
    }

    @Test
    void freeRowsGoOn() throws IOException {
        String first = head(680) + row(700, "", "事業費", "1,200", "1,300") + row(720, "", "一般財源", "700", "800")
                + row(740, "内訳", "印刷費", "20", "30") + "page\n";
        String more = row(60, "%s", "郵送料", "40", "50");
        for (String second :
                new String[] {head(40) + more.formatted("内訳"), head(40) + more.formatted(""), more.formatted("")}) {
            Extraction sheet = read(COSTS, first + second);
            assertThat(facts(sheet))
                    .containsEntry("costs/breakdown/印刷費/settled/2024", "30")
                    .containsEntry("costs/breakdown/郵送料/settled/2023", "40");
            assertThat(sheet.issues()).isEmpty();
            assertThat(sheet.leftover()).isEmpty();
        }
    }

    @Test
    void slotsGoOn() throws IOException {
        String first = row(700, "指標", "単位", "令和6年度実績") + row(720, "貸出冊数", "冊", "5,388") + "page\n";
        String more = row(60, "来館者数", "人", "900") + row(80, "", "", "");
        for (String second : new String[] {row(40, "指標", "単位", "令和6年度実績") + more, more}) {
            Extraction sheet = read(INDICATORS, first + second);
            assertThat(facts(sheet))
                    .containsEntry("indicators/1/name", "貸出冊数")
                    .containsEntry("indicators/2/name", "来館者数")
                    .containsEntry("indicators/2/unit", "人")
                    .containsEntry("indicators/2/actual/2024", "900");
            assertThat(sheet.issues()).isEmpty();
            assertThat(sheet.leftover()).isEmpty();
        }
    }

    @Test
    void headsOverOtherColumnsAreDoubted() throws IOException {
        String first = head(700) + row(720, "財源", "事業費", "1,200", "1,300") + "page\n";
        String swapped = row(40, "||令和6年度決算|令和5年度決算".split("\\|")) + row(60, "財源", "一般財源", "700", "800");
        Extraction sheet = read(COSTS, first + swapped);
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("costs/generalFunds/settled/2024"));
    }

    @Test
    void anotherTableUnderneathIsNotTakenForIt() throws IOException {
        String first = row(700, "指標", "単位", "令和6年度実績") + row(720, "貸出冊数", "冊", "5,388") + "page\n";
        String other = row(60, "課題", "対応", "期限") + row(80, "本が古い", "買い替え", "来年");
        Extraction sheet = read(INDICATORS, first + other);
        assertThat(facts(sheet)).containsEntry("indicators/1/name", "貸出冊数");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("indicators/2/actual/2024"));
    }
}
