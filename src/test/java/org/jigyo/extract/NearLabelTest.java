package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label that is not printed: the printed text that is nearly the same is named, and nothing else is. */
class NearLabelTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    private Path folder;

    /** A sheet that prints another text in the place of a label. */
    private Sheet sheet(String printed, String instead) throws IOException {
        String form = Files.readString(FORMS.resolve("mori.txt"));
        assertThat(form).contains("| " + printed + "\n");
        Path pdf = Files.write(
                folder.resolve("mori.pdf"), Typesetter.pdf(form.replace("| " + printed + "\n", "| " + instead + "\n")));
        Layout layout = Layouts.compile(FORMS.resolve("mori-r5.yml")).layout();
        List<Sheet> sheets = new Extractor(List.of(layout), Limits.DEFAULT, false)
                .read(SourceFiles.of(List.of(pdf), f -> {}).get(0))
                .sheets();
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    /** The first issue about a label of that sheet. */
    private Issue missing(String printed, String instead) throws IOException {
        return sheet(printed, instead).issues().stream()
                .filter(issue -> issue.code() == Code.LABEL_MISSING)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "担当課, 担当部課, department",
        "有効性, 有効性（貢献）, ratings/effectiveness",
        "成果, 成果【令和5年度】, texts/outcome",
        "今後の方向, 今後の方向性, direction",
        "１ 事業の内容, １ 事業内容, texts/purpose"
    })
    void theTextThatIsNearlyTheSameIsNamed(String printed, String instead, String field) throws IOException {
        Issue issue = missing(printed, instead);
        assertThat(issue.field().glob()).isEqualTo(field);
        assertThat(issue.message()).contains("but nearly the same text is");
        assertThat(issue.text()).isEqualTo(instead);
        assertThat(issue.page()).isPositive();
    }

    /** 担当者 is one letter away from 担当課, but it is another label; 目標 and 目的 have half their letters in common. */
    @ParameterizedTest
    @CsvSource({"担当課, 所管", "目的, 目標", "有効性, 令和5年度の点検"})
    void anotherLabelAndAnotherTextAreNotNamed(String printed, String instead) throws IOException {
        Issue issue = missing(printed, instead);
        assertThat(issue.message()).endsWith("is not printed");
        assertThat(issue.text()).isNull();
    }

    /** What is next to a label that is nearly printed is not read by it. */
    @Test
    void noValueIsReadByIt() throws IOException {
        Sheet sheet = sheet("担当課", "担当部課");
        assertThat(sheet.head().department()).isNull();
        assertThat(sheet.issues()).anyMatch(issue -> issue.doubts("department"));
    }
}
