package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.TableDrawing;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        return GridSheets.of(Layouts.read("one.yml", LAYOUT), file(rows));
    }

    private Path file(String... rows) throws IOException {
        StringBuilder table = new StringBuilder("令和6年度標本一覧\n番号,名称,事業費,一般財源\n");
        for (String row : rows) {
            table.append(row).append('\n');
        }
        byte[] csv = TableDrawing.of(table.toString().replace(',', '\t')).separated(',', "\n", StandardCharsets.UTF_8);
        return Files.write(folder.resolve("one.csv"), csv);
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

    @ParameterizedTest
    @ValueSource(strings = {",小計,福祉課,60,33", "小計,,福祉課,60,33", ",,小計,60,33", ",,福祉課,60,33,部,係,小計"})
    void aRowOfTotalsNamesThemInAnyColumn(String totals) throws IOException {
        String layout =
                LAYOUT.replace("    - {under: [事業費]", "    - {under: [担当課], is: department}\n    - {under: [事業費]");
        String more = totals.contains("係") ? ",,," : "";
        String table = "令和6年度標本一覧\n番号,名称,担当課,事業費,一般財源" + more.replace(",", ",備考") + "\n1,図書館,福祉課,10,1" + more
                + "\n2,公民館,福祉課,60,32" + more + "\n" + totals + "\n";
        Path csv = Files.write(
                folder.resolve("one.csv"),
                TableDrawing.of(table.replace(',', '\t')).separated(',', "\n", StandardCharsets.UTF_8));
        List<Extraction> rows = GridSheets.of(Layouts.read("one.yml", layout), csv);
        assertThat(rows).hasSize(2);
        assertThat(doubted(rows, "costs/total/settled/2024")).containsExactly(1);
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

    /** Long lists are read in parts of some hundred rows; the row that a doubt belongs to may end a part. */
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 510, 511, 512, 513, 1500})
    void aListOfAnyLengthIsCompared(int length) throws IOException {
        String[] rows = IntStream.rangeClosed(1, length + 3)
                .mapToObj(n -> n + ",館" + n + ",10,1")
                .toArray(String[]::new);
        rows[length] = (length + 9) + ",館,10,1";
        rows[length + 2] = "合計,," + 10 * (length + 2) + "," + 900 * length;
        GridEngine.Listing listing = new GridEngine.Listing(Layouts.read("one.yml", LAYOUT), "one.csv");
        List<Extraction> read = new ArrayList<>();
        for (SourceFile file : SourceFiles.of(List.of(file(rows)), f -> {})) {
            GridSheets.pages(file, f -> {}).forEach(p -> read.addAll(listing.read(p)));
        }
        read.addAll(listing.end());
        assertThat(read).hasSize(length + 2);
        assertThat(doubted(read, "costs/generalFunds/settled/2024")).containsExactly(length + 1);
        assertThat(doubted(read, "costs/total/settled/2024")).isEmpty();
        assertThat(doubted(read, "number")).containsExactly(length);
    }
}
