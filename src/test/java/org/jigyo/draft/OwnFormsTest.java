package org.jigyo.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.extract.Extractor;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Forms drawn in the manner of others, with known truth: a draft binds their fields, and reads nothing wrong without an issue. */
class OwnFormsTest {

    @TempDir
    Path folder;

    private LayoutDraft draft(List<SourceFile> files) {
        Drafts.Settings settings =
                new Drafts.Settings(20, LocalGovernments.find("つくば市").get(0), Map.of(), List.of(), List.of());
        return Drafts.of(files, settings, Formats.reader(Limits.DEFAULT), f -> {}, () -> {})
                .draft();
    }

    private List<Sheet> read(LayoutDraft draft, List<SourceFile> files) {
        Extractor extractor = new Extractor(List.of(draft.layout()), Limits.DEFAULT, false);
        return files.stream().flatMap(f -> extractor.read(f).sheets().stream()).toList();
    }

    /** Drafts a layout from the files in the folder; fails unless it reads this truth. */
    private LayoutDraft assertRead(Map<String, Map<String, String>> truth, int number) {
        List<SourceFile> files = SourceFiles.of(List.of(folder), f -> {});
        LayoutDraft draft = draft(files);
        List<Sheet> sheets = read(draft, files);
        assertThat(sheets).as(draft.yaml()).hasSize(number);
        assertThat(Truth.f1(sheets, truth, "number", draft.yaml()))
                .as(draft.yaml())
                .isGreaterThanOrEqualTo(Truth.BINDING);
        return draft;
    }

    @Test
    void readsSheetsOfTwoPagesThatPrintTheirHeadAgain() throws IOException {
        assertRead(new TwoPages(1).write(folder, 15), 15);
    }

    @ParameterizedTest
    @CsvSource({
        "aoba, false",
        "kawa, false",
        "sora, false",
        "kita, false",
        "nishi, false",
        "nishi, true",
        "minami, false",
        "higashi, false",
        "higashi, true"
    })
    void readsFormsOfManyKindsAsPdfAndAsBook(String name, boolean book) throws IOException {
        TownForm form = TownForm.of(name);
        Map<String, Map<String, String>> truth = form.write(folder, 20, book);
        List<SourceFile> files = SourceFiles.of(List.of(folder), f -> {});
        LayoutDraft draft = draft(files);
        List<Sheet> sheets = read(draft, files);
        assertThat(sheets).as(draft.yaml()).hasSize(20);
        assertThat(Truth.f1(sheets, truth, "name", draft.yaml()))
                .as(draft.yaml())
                .isGreaterThanOrEqualTo(Truth.BINDING);
        Truth.assertLabels(draft, form.labels());
        assertThat(draft.layout().identities()).as(draft.yaml()).hasSize(form.sums());
        assertThat(draft.yaml()).doesNotContain("標本 太郎", "標本 花子");
        assertThat(sheets)
                .noneMatch(sheet -> Facts.of(sheet).values().toString().contains("標本 "));
    }

    @Test
    void readsHalfPagesWithLabelsInTheirLinesAndCells() throws IOException {
        LayoutDraft draft = assertRead(new HalfPages(1).write(folder, 12), 24);
        assertThat(draft.yaml()).contains("電話：…").doesNotContain("1002");
    }
}
