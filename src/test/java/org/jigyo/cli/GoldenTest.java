package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden records and the page on which a person checks them. */
class GoldenTest {

    private static final Path SPECIMEN = PublishedSpecimens.SHEETS.resolve("ikeda-r6.pdf");
    private static final Path REVIEWED = Path.of("src/test/resources/golden/ikeda-r6.jsonl");
    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    private Path folder;

    private Cli.Said golden(Path sheet, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "golden", "--data", folder.resolve("data").toString(), "-o", folder.toString(), sheet.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    /** The command writes what the tests of the specimens compare with. */
    @Test
    void theRecordsAreThoseOfTheTestsAndNothingIsReplacedUnasked() throws IOException {
        assertThat(golden(SPECIMEN).exitCode()).isZero();
        Path records = folder.resolve("ikeda-r6.jsonl");
        String written = Files.readString(records);
        assertThat(written).isEqualTo(Files.readString(REVIEWED));
        assertThat(golden(SPECIMEN).out()).contains("unchanged");

        String corrected = written.replace("現状維持", "縮小");
        assertThat(corrected).isNotEqualTo(written);
        Files.writeString(records, corrected);
        Cli.Said kept = golden(SPECIMEN);
        assertThat(kept.exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        assertThat(kept.out()).contains("kept, but it differs");
        assertThat(records).hasContent(corrected);
        assertThat(golden(SPECIMEN, "--replace").exitCode()).isZero();
        assertThat(records).hasContent(written);
    }

    @Test
    void thePageShowsEachValueWithItsCell() throws IOException {
        golden(SPECIMEN);
        String page = Files.readString(folder.resolve("ikeda-r6.html"));
        int facts = 0;
        for (String record : Files.readAllLines(REVIEWED)) {
            for (String path : Facts.of(SheetJson.read(record)).keySet()) {
                assertThat(page).contains("<div class=path>" + path + "</div>");
                facts++;
            }
        }
        // all but the two cities were read somewhere
        assertThat(count(page, "The cell in which the value is printed")).isEqualTo(facts - 2);
        assertThat(count(page, "<input type=checkbox")).isEqualTo(facts);
        List<String> ids = Pattern.compile(" id=\"?([^\\s\">]+)")
                .matcher(page)
                .results()
                .map((MatchResult id) -> id.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** What a layout drops is in no record, and is not drawn either. */
    @Test
    void aPersonIsNotDrawn() throws IOException {
        Path layouts = Files.createDirectories(folder.resolve("data/layouts"));
        Files.copy(FORMS.resolve("mori-r5.yml"), layouts.resolve("mori-r5.yml"));
        Path pdf = Files.write(folder.resolve("mori.pdf"), Typesetter.pdf(Files.readString(FORMS.resolve("mori.txt"))));
        assertThat(golden(pdf).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("mori.html")))
                .contains("移動図書館の巡回")
                .doesNotContain("標本山太郎", "標本川花子");
    }

    @Test
    void withoutASheetNothingIsWritten() throws IOException {
        Path text = Files.writeString(folder.resolve("plan.txt"), "総合計画\n");
        assertThat(golden(text).exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(folder.resolve("plan.jsonl")).doesNotExist();
    }
}
