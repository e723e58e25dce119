package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list with everything that stands around projects: every text of it is a value, a label, dropped, ignored, or left over once. */
class WholeListTest {

    private static final String LAYOUT = """
            id: one
            title: {ja: 標本, en: specimen}
            city: "139998"
            form: one
            applies: [標本一覧]
            context: {currencyUnit: 1000}
            ignore: [小計, 合計]
            grid:
              title: "{year}標本一覧"
              dropped: [担当者]
              list:
                - {under: [番号], is: number, type: digits}
                - {under: [名称], is: name}
                - {under: [費用, 予算], is: costs/total/budget/2024, type: number}
                - {under: [費用, 決算], is: costs/total/settled/2024, type: number}
                - {under: [備考], is: texts/remarks}
            """;

    private static final String TABLE = """
            令和6年度標本一覧
            財政課の作成\t\t\t\t\t
            番号\t名称\t費用\t<\t備考\t担当者
            ^\t^\t予算\t決算\t^\t^
            1\t2\t3\t4\t5\t6
            1\t図書館\t10\t20\tあ\t標本太郎
            \t\t\t\t\t
            福祉の部\t\t\t\t\t
            2\t公園\t30\t40\tい\t標本次郎
            小計\t\t40\t60\t\t
            番号\t名称\t費用\t<\t備考\t担当者
            ^\t^\t予算\t決算\t^\t^
            3\t道路\t5\t6\tう\t標本三郎
            合計\t\t45\t66\t\t
            標本である\t\t\t\t\t
            """;

    @TempDir
    private Path folder;

    private List<Extraction> read(String layout, String table) throws IOException {
        Layout compiled = Layouts.read("one.yml", layout);
        return GridSheets.of(
                compiled,
                Files.write(folder.resolve("a.xlsx"), TableDrawing.of(table).xlsx("一覧")));
    }

    private static List<String> left(Extraction row) {
        return row.leftover().stream().map(l -> l.line().text()).toList();
    }

    @Test
    void everyTextHasItsPlace() throws IOException {
        List<Extraction> rows = read(LAYOUT, TABLE);
        assertThat(rows).extracting(r -> r.facts().get("number")).containsExactly("1", "2", "3");
        assertThat(rows).extracting(r -> r.facts().get("name")).containsExactly("図書館", "公園", "道路");
        assertThat(rows)
                .extracting(r -> r.facts().get("costs/total/settled/2024").toString())
                .containsExactly("20", "40", "6");
        assertThat(rows).extracting(r -> r.facts().get("texts/remarks")).containsExactly("あ", "い", "う");
        assertThat(rows).allMatch(r -> r.facts().size() == 6);
        assertThat(rows.get(0).issues()).extracting(i -> i.code()).containsExactly(Code.COLUMN_DROPPED);
        assertThat(rows.get(1).issues()).isEmpty();
        assertThat(rows.get(2).issues()).isEmpty();
        assertThat(rows)
                .extracting(WholeListTest::left)
                .containsExactly(List.of("財政課の作成"), List.of("福祉の部"), List.of("標本である"));
        assertThat(rows).allMatch(r -> r.dropped().size() == 1);
    }

    /** Rows that fill half of the columns above a header are projects that nothing can be read of. */
    @Test
    void rowsAboveTheHeaderAreHeldBack() throws IOException {
        String above = TABLE.replace("財政課の作成\t\t\t\t\t\n", "9\t体育館\t10\t20\t\t\n8\t\t\t\t\t\n");
        List<Extraction> rows = read(LAYOUT, above);
        assertThat(rows).extracting(r -> r.facts().get("number")).containsExactly(null, "1", "2", "3");
        assertThat(left(rows.get(0))).containsExactly("9", "体育館", "10", "20");
        assertThat(left(rows.get(1))).containsExactly("8");
    }

    /** A total that is wrong is doubted in the last of its rows, whether all rows are meant or those of a group. */
    @Test
    void totalsOfGroupAndOfAllAreCompared() throws IOException {
        List<Extraction> rows = read(LAYOUT, TABLE.replace("小計\t\t40\t60", "小計\t\t40\t69"));
        assertThat(rows.get(1).issues()).extracting(i -> i.field().glob()).containsExactly("costs/total/settled/2024");
        rows = read(LAYOUT, TABLE.replace("合計\t\t45\t66", "合計\t\t49\t66"));
        assertThat(rows.get(2).issues()).extracting(i -> i.field().glob()).containsExactly("costs/total/budget/2024");
    }

    /** A text above the header (入力) names no column whose label is missing, unless its cell is merged down to the values. */
    @ParameterizedTest
    @CsvSource({"'',true", "^,false"})
    void helpAboveABlankHeaderNamesNoColumn(String below, boolean doubted) throws IOException {
        String layout = LAYOUT.replace("[小計, 合計]", "[小計, 合計, 入力]");
        String table = """
                令和6年度標本一覧
                入力\t入力\t入力\t入力\t入力\t入力\t入力
                番号\t名称\t費用\t<\t備考\t担当者\t%1$s
                ^\t^\t予算\t決算\t^\t^\t%1$s
                1\t図書館\t10\t20\tあ\t標本太郎\tい
                """;
        Extraction row = read(layout, table.formatted(below)).get(0);
        assertThat(row.facts()).containsEntry("texts/remarks", "あ").hasSize(6);
        for (String path : List.of("number", "name", "texts/remarks", "costs/total/settled/2024")) {
            assertThat(row.issues().stream().anyMatch(i -> i.doubts(path)))
                    .as(path)
                    .isEqualTo(doubted);
        }
    }
}
