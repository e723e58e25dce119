package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prose over several pages with the same head, several values in a cell, and pages that belong to no sheet. */
class ProseFormTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    private static String yaml() throws IOException {
        return Files.readString(RESOURCES.resolve("forms/numa-r6.yml"));
    }

    private static String drawing() throws IOException {
        return Files.readString(RESOURCES.resolve("forms/numa.txt"));
    }

    private FileReading read(String yaml, String drawing) throws IOException {
        Layout layout = Layouts.read("numa-r6.yml", yaml);
        Path file = Files.write(folder.resolve("numa.pdf"), Typesetter.pdf(drawing));
        Extractor extractor = new Extractor(List.of(layout), Limits.DEFAULT, true);
        return extractor.read(SourceFiles.of(List.of(file), f -> {}).get(0));
    }

    private static Stream<String> doubted(Sheet sheet) {
        return sheet.issues().stream()
                .filter(i -> i.field() != null)
                .map(i -> i.field().glob());
    }

    @Test
    void isReadWhole() throws IOException {
        FileReading read = read(yaml(), drawing());
        List<String> golden = Files.readAllLines(RESOURCES.resolve("golden/numa.jsonl"));
        assertThat(read.sheets()).hasSameSizeAs(golden);
        for (int i = 0; i < golden.size(); i++) {
            Sheet sheet = read.sheets().get(i);
            assertThat(Facts.of(sheet)).isEqualTo(Facts.of(SheetJson.read(golden.get(i))));
            assertThat(doubted(sheet)).isEmpty();
        }
        assertThat(read.sheets().get(0).source().pages()).containsExactly(3, 4);
        assertThat(read.sheets()
                        .get(0)
                        .evidence()
                        .get("costs/total/settled/2024")
                        .page())
                .isEqualTo(4);
    }

    @Test
    void pagesThatBelongToNoSheetAreNamedOnce() throws IOException {
        List<Finding> findings = read(yaml(), drawing()).findings();
        assertThat(findings).extracting(f -> f.place().page()).containsExactlyInAnyOrder(1, 2, 6);
        assertThat(findings)
                .anyMatch(f -> f.place().page() == 1 && f.code() == Code.LAYOUT_UNKNOWN)
                .anyMatch(f -> f.place().page() == 2 && f.severity() == Severity.INFO)
                .anyMatch(f -> f.place().page() == 6 && f.code() == Code.UNASSIGNED_TEXT);
        List<Finding> all =
                read(yaml().replace("other-pages: [目　次]\n", ""), drawing()).findings();
        assertThat(all)
                .filteredOn(f -> f.code() == Code.LAYOUT_UNKNOWN)
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).startsWith("pages 1 to 2: "));
    }

    @Test
    void aTextThatGoesOnAgainstTheLayoutIsDoubted() throws IOException {
        FileReading read = read(yaml().replace("なかみ, continued: true", "なかみ"), drawing());
        assertThat(doubted(read.sheets().get(0))).contains("texts/overview");
    }

    @Test
    void aTextGoesOnUnderItsLabelPrintedAgain() throws IOException {
        String again = drawing().replace("cell 40 90 80 60 8 |\n", "cell 40 90 80 60 8 | なかみ\n");
        assertThat(Facts.of(read(yaml(), again).sheets().get(0)))
                .isEqualTo(Facts.of(read(yaml(), drawing()).sheets().get(0)));
    }

    @Test
    void aHeadThatPrintsAnotherValueIsDoubted() throws IOException {
        String[] pages = drawing().split("page\n");
        pages[3] = pages[3].replace("環境課・土木課", "環境課");
        FileReading read = read(yaml(), String.join("page\n", pages));
        assertThat(doubted(read.sheets().get(0))).contains("departments/*");
        pages[3] = pages[3].replace("沼の掃除", "沼の手入れ");
        assertThat(read(yaml(), String.join("page\n", pages)).findings())
                .anyMatch(f -> f.severity() == Severity.ERROR && f.detail().contains("name"));
    }
}
