package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time for a file ends the loops of the program, too. */
class WorkTimeTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");

    @TempDir
    private Path folder;

    /** The commands that draw a sheet have the phrases of its form, and hundreds of lines in no order that the form knows: an alignment takes hours. */
    @Test
    void anEndlessAlignmentEndsAndTheFilesBesideItAreRead() throws IOException {
        Path endless = Files.copy(Path.of("src/test/resources/forms/kawasaki-r5-five.txt"), folder.resolve("a.txt"));
        Path sound = Files.copy(SPECIMENS.resolve("tsukuba-r3-list.txt"), folder.resolve("b.txt"));
        Limits limits = limits(Duration.ofSeconds(1));
        Extractor extractor = new Extractor(Layouts.bundled(), limits, false);
        List<SourceFile> files = SourceFiles.of(List.of(endless, sound), f -> {});

        long begin = System.nanoTime();
        FileReading lost = extractor.read(files.get(0));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        assertThat(lost.sheets()).isEmpty();
        assertThat(lost.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.LIMIT_EXCEEDED);
            assertThat(f.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(f.place().file()).endsWith("a.txt");
            assertThat(f.detail()).contains("1 s", "--max-seconds");
        });
        Extractor usual = new Extractor(Layouts.bundled(), Limits.DEFAULT, false);
        assertThat(usual.read(files.get(1)).sheets()).isNotEmpty();
    }

    /** Of a text with thousands of commas, the places between which the values of a pattern may stand are more than anybody can try. */
    @Test
    void aPatternThatALongCellKeepsBusyEnds() throws IOException {
        Layout layout = Layouts.read("busy.yml", """
                id: busy
                title: {ja: 標本, en: specimen}
                city: "139998"
                form: busy
                applies: [標本票]
                context: {currencyUnit: 1000}
                grid:
                  title: "{year}標本票"
                  fields:
                    - {to: number, right-of: 番号, type: digits}
                    - {to: name, right-of: 名称}
                    - {to: texts/purpose, right-of: 目的, pattern: "{}、…、…、…、…、…終わり"}
                """);
        String table = "令和6年度標本票\t\n番号\t7\n名称\t図書館\n目的\t%s\n";
        Path busy = Files.writeString(
                folder.resolve("a.csv"), table.formatted("読書、".repeat(5000)).replace('\t', ','));
        Path sound = Files.writeString(
                folder.resolve("b.csv"), table.formatted("あ、い、う、え、お、か終わり").replace('\t', ','));
        Extractor extractor = new Extractor(List.of(layout), limits(Duration.ofSeconds(1)), false);

        List<FileReading> read = SourceFiles.of(List.of(busy, sound), f -> {}).stream()
                .map(extractor::read)
                .toList();

        assertThat(read.get(0).findings())
                .anyMatch(f -> f.code() == Code.LIMIT_EXCEEDED && f.detail().contains("--max-seconds"));
        assertThat(read.get(1).sheets()).hasSize(1);
    }

    private static Limits limits(Duration time) {
        Limits usual = Limits.DEFAULT;
        return new Limits(time, usual.pages(), usual.glyphs(), usual.rulings(), usual.squares());
    }
}
