package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.Finding.Severity;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/** The specimens of つくば市 R6 in drawing order, compared with the records they were made from. */
class ScriptSpecimenTest {

    private static final Path SPECIMEN = Path.of("src/main/resources/specimens/tsukuba-r6-sheets.txt");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tsukuba-r6-sheets.jsonl");

    @Test
    void everyFactIsReadAndNothingIsDoubted() throws IOException {
        List<Sheet> read = read(SPECIMEN);
        List<String> golden = Files.readAllLines(GOLDEN);

        assertThat(read).hasSameSizeAs(golden);
        for (int i = 0; i < read.size(); i++) {
            assertThat(facts(read.get(i))).isEqualTo(facts(SheetJson.read(golden.get(i))));
            assertThat(read.get(i).issues())
                    .filteredOn(issue -> issue.severity() != Severity.INFO)
                    .isEmpty();
        }
    }

    @Test
    void everyFactSaysWhereItStands() {
        for (Sheet sheet : read(SPECIMEN)) {
            Map<String, Object> facts = Facts.of(sheet);
            facts.remove("city");
            assertThat(sheet.evidence().keySet()).containsAll(facts.keySet());
            assertThat(sheet.evidence().values()).allSatisfy(e -> {
                assertThat(e.line()).isPositive();
                assertThat(e.text()).isNotBlank();
                assertThat(e.confidence()).isBetween(0.5, 1.0);
            });
        }
    }

    static List<Sheet> read(Path file) {
        return new Extractor(Layouts.bundled(), Limits.DEFAULT, true)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0))
                .sheets();
    }

    /** Facts by path; width and blanks do not count in texts. */
    static Map<String, String> facts(Sheet sheet) {
        Map<String, String> facts = new TreeMap<>();
        Facts.of(sheet).forEach((path, value) -> facts.put(path, Printed.key(value.toString())));
        return facts;
    }
}
