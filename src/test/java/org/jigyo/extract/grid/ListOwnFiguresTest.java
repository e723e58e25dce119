package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list says about its own rows: totals that it prints, and numbers that rise from row to row. */
class ListOwnFiguresTest {

    private static final String LAYOUT = """
            id: one
            title: {ja: 標本, en: specimen}
            city: "139998"
            form: one
            applies: [標本一覧]
            context: {currencyUnit: 1000}
            ignore: [合計, 小計, 平均]
            grid:
              title: "{year}標本一覧"
              list:
                - {under: [番号], is: number, type: digits}
                - {under: [名称], is: name}
                - {under: [事業費], is: costs/total/settled/2024, type: number}
                - {under: [一般財源], is: costs/generalFunds/settled/2024, type: number}
            """;

    @TempDir
    Path folder;

    private List<Extraction> read(String... rows) throws IOException {
        StringBuilder table = new StringBuilder("令和6年度標本一覧\n番号,名称,事業費,一般財源\n");
        for (String row : rows) {
            table.append(row).append('\n');
        }
        byte[] csv = TableDrawing.of(table.toString().replace(',', '\t')).separated(',', "\n", StandardCharsets.UTF_8);
        Layout layout = Layouts.read("one.yml", LAYOUT);
        return GridSheets.of(layout, Files.write(folder.resolve("one.csv"), csv));
    }

    private List<Integer> doubted(List<Extraction> rows, String field) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).issues().stream().anyMatch(s -> s.doubts(field)))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "合計,,60,33|false",
                "合計,,61,33|true",
                "合計,,50,33|true",
                // Rounded one by one.
                "合計,,60,34|false",
                // The totals of other rows.
                "合計,,500,330|false",
                "平均,,20,11|false"
            })
    void aTotalThatTheRowsDoNotAddUpToIsDoubted(String total, boolean doubted) throws IOException {
        List<Extraction> rows = read("1,図書館,10,1", "2,公民館,20,2", "3,体育館,30,30", total);
        assertThat(rows).hasSize(3);
        boolean small = total.contains(",61,");
        assertThat(doubted(rows, "costs/total/settled/2024")).isEqualTo(doubted && !small ? List.of(2) : List.of());
        assertThat(rows.get(2).issues())
                .extracting(i -> i.code())
                .isEqualTo(doubted && !small ? List.of(Code.SUM_MISMATCH) : List.of());
    }

    @Test
    void groupsHaveTotalsOfTheirOwn() throws IOException {
        String[] rows = {
            "1,図書館,1000,500", "2,公民館,2000,600", "小計,,3000,1100", "3,体育館,3000,700", "小計,,3000,700", "合計,,6000,1800"
        };
        assertThat(read(rows)).allMatch(r -> r.issues().isEmpty());
        // A column whose cells moved up by one row.
        rows[0] = "1,図書館,2000,500";
        rows[1] = "2,公民館,3000,600";
        rows[3] = "3,体育館,,700";
        assertThat(doubted(read(rows), "costs/total/settled/2024")).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 4 5 6 7|",
                "1 2 6 4 5 3 7|2 5",
                "1 2 4 3 5 6 7|2 3",
                "101 102 103 201 202 301 302|",
                // Not sorted, and beginning again with each group.
                "7 6 5 4 3 2 1|",
                "1 2 3 1 2 3 4|"
            })
    void aNumberThatLeavesTheOrderIsDoubted(String numbers, String doubted) throws IOException {
        List<Extraction> rows = read(java.util.Arrays.stream(numbers.split(" "))
                .map(n -> n + ",館" + n + ",1,1")
                .toArray(String[]::new));
        List<Integer> expected = doubted == null
                ? List.of()
                : java.util.Arrays.stream(doubted.split(" "))
                        .map(Integer::valueOf)
                        .toList();
        assertThat(doubted(rows, "number")).isEqualTo(expected);
    }
}
