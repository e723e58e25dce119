package org.jigyo.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.draft.words.KnownForm.Difference;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.page.Limits;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that resembles a known one is drafted from that, and the draft says what differs. */
class KnownFormTest {

    private static final Map<String, String> RENAMED = Map.of("担当部署", "担当部署名等", "改善内容", "ほどこす工夫の中身");

    @TempDir
    Path folder;

    private LayoutDraft draft(TownForm form, String city, List<Layout> known) throws IOException {
        Path sheets = Files.createDirectories(
                folder.resolve(city + known.size() + form.labels().size()));
        form.write(sheets, 12, false);
        Drafts.Settings settings =
                new Drafts.Settings(12, LocalGovernments.find(city).get(0), Map.of(), List.of(), known);
        return Drafts.of(
                        SourceFiles.of(List.of(sheets), f -> {}),
                        settings,
                        Formats.reader(Limits.DEFAULT),
                        f -> {},
                        () -> {})
                .draft();
    }

    /** The layout of the first year as a person left it: with a key of its own, and confirmed. */
    private Layout before() throws IOException {
        LayoutDraft draft = draft(TownForm.of("kita"), "つくば市", List.of());
        String yaml = draft.yaml()
                .replace("draft: true", "")
                .replace("texts/legalBasis", "texts/relatedPlans")
                .replace("form: tsukuba-evaluation-sheet", "form: tsukuba-review")
                .replace("id: tsukuba-r5", "id: tsukuba-review-r6");
        return Layouts.read("tsukuba-review-r6.yml", yaml);
    }

    @Test
    void theNextYearStartsFromTheYearBefore() throws IOException {
        Layout before = before();
        LayoutDraft draft = draft(TownForm.of("kita").changed(RENAMED, "課題"), "つくば市", List.of(before));
        KnownForm known = draft.known();
        assertThat(known.layout().id()).isEqualTo("tsukuba-review-r6");
        assertThat(known.differences())
                .contains(
                        new Difference("担当部署", "担当部署名等"),
                        new Difference("課題", null),
                        new Difference(null, "ほどこす工夫の中身"));
        assertThat(draft.layout().form()).isEqualTo("tsukuba-review");
        assertThat(draft.yaml())
                .contains(
                        "# Starts from tsukuba-review-r6",
                        " · as in tsukuba-review-r6",
                        "# renamed 変更: «担当部署» → «担当部署名等»")
                // as a person decided it, not as words say
                .contains("texts/relatedPlans, right-of: 根拠法令等");
    }

    @Test
    void aLayoutThatReadsTheSheetsGivesItsId() throws IOException {
        LayoutDraft draft = draft(TownForm.of("kita"), "つくば市", List.of(before()));
        assertThat(draft.known().reads()).isTrue();
        assertThat(draft.known().differences()).isEmpty();
        assertThat(draft.layout().id()).isEqualTo("tsukuba-review-r6");
    }

    @Test
    void anotherCityKeepsItsNameAndAnotherFormStartsFromNothing() throws IOException {
        LayoutDraft other = draft(TownForm.of("kita"), "池田市", List.of(before()));
        assertThat(other.known().layout().id()).isEqualTo("tsukuba-review-r6");
        assertThat(other.layout().form()).isEqualTo("ikeda-evaluation-sheet");
        assertThat(draft(TownForm.of("minami"), "つくば市", List.of(before())).known())
                .isNull();
    }

    @Test
    void noDraftHasTheIdOfAnotherLayout() throws IOException {
        LayoutDraft draft = draft(TownForm.of("minami"), "つくば市", List.of(before(), taken()));
        assertThat(draft.layout().id()).isEqualTo("tsukuba-r5-2");
    }

    private Layout taken() throws IOException {
        return Layouts.read(
                "tsukuba-r5.yml",
                draft(TownForm.of("kita"), "つくば市", List.of()).yaml().replace("draft: true", ""));
    }
}
