package org.jigyo.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Identity;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.page.Limits;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, one row a project, are drafted from whatever holds tables. */
class ListDraftTest {

    private static final double BOUND = 0.9;

    @TempDir
    Path folder;

    private List<SourceFile> files() {
        return SourceFiles.of(List.of(folder), f -> {});
    }

    private LayoutDraft draft() {
        Drafts.Settings settings =
                new Drafts.Settings(20, LocalGovernments.find("つくば市").get(0), Map.of(), List.of(), List.of());
        return Drafts.of(files(), settings, Formats.reader(Limits.DEFAULT), f -> {}, () -> {})
                .draft();
    }

    private List<Sheet> read(LayoutDraft draft) {
        Extractor extractor = new Extractor(List.of(draft.layout()), Limits.DEFAULT, false);
        return files().stream()
                .flatMap(f -> extractor.read(f).sheets().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv", "html"})
    void readsEachColumnUnderAHeaderOfThreeRows(String format) throws IOException {
        InventedList list = new InventedList(1);
        var drawing = list.merged(40);
        Files.write(
                folder.resolve("list." + format),
                switch (format) {
                    case "xlsx" -> drawing.xlsx("一覧");
                    case "csv" -> drawing.separated(',', "\r\n", StandardCharsets.UTF_8);
                    default -> drawing.html().getBytes(StandardCharsets.UTF_8);
                });
        LayoutDraft draft = draft();
        List<Sheet> sheets = read(draft);
        assertThat(sheets).as(draft.yaml()).hasSize(40);
        assertThat(Truth.f1(sheets, list.truth(), "number", draft.yaml()))
                .as(draft.yaml())
                .isGreaterThan(BOUND);
        assertThat(draft.yaml()).contains("dropped: [担当者, 内線]").doesNotContain("標本　太郎");
        assertThat(draft.layout().draft()).isTrue();
    }

    @Test
    void findsSumsAndDifferencesOfColumns() throws IOException {
        Files.write(folder.resolve("list.xlsx"), new InventedList(2).merged(30).xlsx("一覧"));
        LayoutDraft draft = draft();
        assertThat(draft.layout().identities())
                .as(draft.yaml())
                .extracting(Identity::total, Identity::parts)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "costs/total/*/*", List.of("costs/nationalFunds/*/*", "costs/generalFunds/*/*")),
                        org.assertj.core.groups.Tuple.tuple(
                                "costs/total/settled/{year}",
                                List.of("costs/total/settled/{year-1}", "costs/change/settled/{year}")));
    }

    @Test
    void takesTheYearFromTheHeaderWhereThereIsNoTitle() throws IOException {
        InventedList list = new InventedList(3);
        Files.write(folder.resolve("list.csv"), list.plain(25).separated(',', "\r\n", StandardCharsets.UTF_8));
        LayoutDraft draft = draft();
        List<Sheet> sheets = read(draft);
        assertThat(sheets).as(draft.yaml()).hasSize(25).allMatch(s -> s.fiscalYear() == 2023);
        assertThat(Truth.f1(sheets, list.truth(), "name", draft.yaml()))
                .as(draft.yaml())
                .isGreaterThan(BOUND);
    }

    @Test
    void readsATableOverThePagesOfAPdf() throws IOException {
        InventedList list = new InventedList(4);
        Files.write(folder.resolve("list.pdf"), list.pdf(45));
        LayoutDraft draft = draft();
        List<Sheet> sheets = read(draft);
        assertThat(sheets).as(draft.yaml()).hasSize(45);
        for (Sheet sheet : sheets) {
            Map<String, Object> facts = Facts.of(sheet);
            Map<String, String> own = list.truth().get(String.valueOf(facts.get("number")));
            for (String path :
                    List.of("name", "department", "costs/total/settled/2023", "costs/generalFunds/settled/2022")) {
                assertThat(String.valueOf(facts.get(path))).as(draft.yaml()).isEqualTo(own.get(path));
            }
        }
    }

    @Test
    void takesAnswersForColumns() throws IOException {
        Files.write(folder.resolve("list.xlsx"), new InventedList(5).merged(20).xlsx("一覧"));
        Drafts.Settings settings = new Drafts.Settings(
                20,
                LocalGovernments.find("つくば市").get(0),
                Map.of("column:施策名", "attributes/classification", "column:備考", "ignore"),
                List.of(),
                List.of());
        LayoutDraft draft = Drafts.of(files(), settings, Formats.reader(Limits.DEFAULT), f -> {}, () -> {})
                .draft();
        assertThat(draft.fields())
                .extracting(LayoutDraft.Field::path)
                .contains("attributes/classification")
                .doesNotContain("texts/remarks");
    }
}
