package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jigyo.extract.grid.GridSheets.facts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in the shapes in which offices keep them: projects over several rows, codes in parts, years in cells, other separators. */
class ListShapeTest {

    private static final String LAYOUT = """
            id: one
            title: {ja: 標本, en: specimen}
            city: "139998"
            form: one
            applies: [標本一覧]
            context: {currencyUnit: 1000}
            ignore: [合計]
            grid:
              title: "{year}標本一覧"
              %s
              list:
                - {under: [番号], is: number, type: digits}
                - {under: [名称], is: name}
                - %s
                - {under: [備考], is: texts/remarks}
            """;

    private static final String COST = "{under: [決算], is: costs/total/settled/2024, type: number}";
    private static final String TOTAL = "costs/total/settled/2024";

    @TempDir
    Path folder;

    private static Layout layout(String grid, String column) {
        return Layouts.read("one.yml", LAYOUT.formatted(grid, column));
    }

    private List<Extraction> read(Layout layout, String table) throws IOException {
        byte[] bytes = TableDrawing.of(table).xlsx("一覧");
        return GridSheets.of(layout, Files.write(folder.resolve("a.xlsx"), bytes));
    }

    /** Cells that are merged over the rows of a project are its own, and its total is compared. */
    @ParameterizedTest
    @CsvSource({"'2,500',false", "'2,400',true"})
    void aProjectMayStandInTwoRows(String total, boolean doubted) throws IOException {
        List<Extraction> rows = read(layout("era: 令和", COST), """
                令和6年度標本一覧
                番号\t名称\t決算\t備考
                1\t図書館\t1,200\t（標本）一
                ^\t^\t^\t（標本）つづき
                2\t公園\t1,300\t（標本）二
                ^\t^\t^\t
                合計\t\t%s\t
                """.formatted(total));
        assertThat(rows).hasSize(2);
        assertThat(facts(rows.get(1))).containsEntry(TOTAL, "1300");
        assertThat(rows.get(0).issues()).isEmpty();
        assertThat(rows.get(1).issues().stream().anyMatch(i -> i.doubts(TOTAL))).isEqualTo(doubted);
        assertThat(rows.stream().flatMap(r -> r.leftover().stream())).hasSize(1);
    }

    @Test
    void oneFigureForTwoProjectsIsDoubted() throws IOException {
        List<Extraction> rows =
                read(layout("era: 令和", COST), "令和6年度標本一覧\n番号\t名称\t決算\t備考\n1\t図書館\t1,200\t一\n2\t公園\t^\t二\n");
        assertThat(rows).allMatch(r -> r.issues().stream().anyMatch(i -> i.doubts(TOTAL)));
    }

    @Test
    void theLastColumnMayBeMergedOverSeveralProjects() throws IOException {
        List<Extraction> rows =
                read(layout("era: 令和", COST), "令和6年度標本一覧\n番号\t名称\t決算\t備考\n1\t図書館\t1,200\t（標本）同じ\n2\t公園\t1,300\t^\n");
        assertThat(rows).allMatch(r -> r.issues().isEmpty());
        assertThat(rows).allMatch(r -> r.facts().get("texts/remarks").equals("（標本）同じ"));
    }

    @ParameterizedTest
    @CsvSource({
        "1,2,1,3,13,false",
        "0,2,1,3,13,false",
        "1,2,12,3,123,true",
        "08,1,8,10,810,true",
        "1,2,,3,,true",
    })
    void aCodeWithNothingBetweenItsPartsHasPartsOfOneLength(
            String tens, String ones, String tensBelow, String onesBelow, String code, boolean doubted)
            throws IOException {
        String column = "{under: [コード], parts: [十の位, 一の位], is: attributes/serviceType1, type: digits}";
        String below = tensBelow == null ? "" : tensBelow;
        List<Extraction> rows = read(layout("era: 令和", column), """
                令和6年度標本一覧
                番号\t名称\tコード\t<\t備考
                ^\t^\t十の位\t一の位\t^
                1\t図書館\t%s\t%s\t一
                2\t公園\t%s\t%s\t二
                """.formatted(tens, ones, below, onesBelow));
        assertThat(rows.get(0).issues()).isEmpty();
        assertThat(facts(rows.get(1)).get("attributes/serviceType1")).isEqualTo(code);
        assertThat(rows.get(1).issues().stream().anyMatch(i -> i.doubts("attributes/serviceType1")))
                .isEqualTo(doubted);
    }

    @ParameterizedTest
    @CsvSource({"5年度,6年度", "5,6", "令和5年度,R6", "2023,2024年度"})
    void theYearInACellMayHaveNoEra(String before, String year) throws IOException {
        String column = "{under: [決算], year-in: 年度, years: [-1, 0], is: \"costs/total/settled/{year}\", type: number}";
        Extraction row = read(
                        layout("era: 令和", column),
                        "6年度標本一覧\n番号\t名称\t年度\t決算\t年度\t決算\t備考\n1\t図書館\t%s\t1,200\t%s\t1,300\t一\n"
                                .formatted(before, year))
                .get(0);
        assertThat(facts(row))
                .containsEntry("costs/total/settled/2023", "1200")
                .containsEntry("costs/total/settled/2024", "1300");
        assertThat(row.issues()).isEmpty();
    }

    /** 30 beside 2年度 is no year of 令和, and nothing says of which era it is. */
    @Test
    void aYearWithoutAnEraIsOneOfThoseThatAreAskedFor() throws IOException {
        String column = "{under: [決算], year-in: 年度, years: [-2, 0], is: \"costs/total/settled/{year}\", type: number}";
        Extraction row = read(
                        layout("era: 令和", column),
                        "2年度標本一覧\n番号\t名称\t年度\t決算\t年度\t決算\t備考\n1\t図書館\t30年度\t1,200\t2年度\t1,300\t一\n")
                .get(0);
        assertThat(facts(row)).containsEntry("costs/total/settled/2020", "1300").hasSize(5);
        assertThat(row.issues()).anyMatch(i -> i.doubts("costs/total/settled/2018"));
    }

    @ParameterizedTest
    @CsvSource({"a.csv,'\t'", "a.tsv,','", "a.csv,','", "a.tsv,'\t'"})
    void theSeparatorIsTheOneThatPartsTheCells(String name, char separator) throws IOException {
        String table =
                "令和6年度標本一覧\t\t\t\n番号\t名称\t決算\t備考\n1\t図書館\t\"1,200\"\tあ、い\n2\t公園\t1300\tう\n".replace('\t', separator);
        Path file = Files.write(folder.resolve(name), table.getBytes(Charset.forName("UTF-8")));
        List<Extraction> rows = GridSheets.of(layout("era: 令和", COST), file);
        assertThat(rows).extracting(r -> facts(r).get(TOTAL)).containsExactly("1200", "1300");
        assertThat(rows).allMatch(r -> r.issues().isEmpty());
    }

    @Test
    void aTableWithoutTheLabelsOfTheListIsNoSilence() throws IOException {
        List<Extraction> rows = read(layout("era: 令和", COST), "令和6年度標本一覧\nNo\t事業\tR6\tメモ\n1\t図書館\t1,200\t一\n");
        assertThat(rows).isNotEmpty();
        assertThat(rows).allMatch(r -> !r.facts().containsKey("name"));
        rows = read(layout("era: 令和", COST), "令和6年度標本一覧\n番号 名称 決算 備考\n1 図書館 1,200 一\n");
        assertThat(rows)
                .singleElement()
                .satisfies(r -> assertThat(r.issues())
                        .anyMatch(
                                i -> i.doubts("number") && i.message().startsWith("no row of the table prints half")));
    }

    /** A number whose name is another goal's may be torn from it. */
    @ParameterizedTest
    @CsvSource({"11住み続けられるまちづくりを,''", "1住み続けられるまちづくりを,1 11", "11貧困をなくそう,1 11", "1,1 11"})
    void aGoalWithAnotherNameDoubtsBoth(String cell, String doubted) throws IOException {
        Layout layout = Layouts.read(
                "one.yml",
                LAYOUT.formatted("era: 令和", "{under: [SDGs], is: \"sdgs/{code}\", type: goal, codes: goals}")
                        .replace("ignore:", "codes:\n  goals: {1: 貧困をなくそう, 11: 住み続けられるまちづくりを}\nignore:"));
        Extraction row = read(layout, "令和6年度標本一覧\n番号\t名称\tSDGs\t備考\n1\t図書館\t" + cell + "\t一\n")
                .get(0);
        for (String goal : List.of("1", "11")) {
            assertThat(row.issues().stream().anyMatch(i -> i.doubts("sdgs/" + goal)))
                    .isEqualTo(List.of(doubted.split(" ")).contains(goal));
        }
    }
}
