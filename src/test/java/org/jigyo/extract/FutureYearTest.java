package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Severity;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year without an era is counted in the era of the layout, which may be the wrong one for an old sheet. */
class FutureYearTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    Path folder;

    private List<Sheet> read(String drawing) throws IOException {
        Path file = Files.write(folder.resolve("taki.pdf"), Typesetter.pdf(drawing));
        String yaml = Files.readString(FORMS.resolve("taki-r6.yml"));
        Extractor extractor = new Extractor(List.of(Layouts.read("taki-r6.yml", yaml)), Limits.DEFAULT, true);
        return extractor.read(SourceFiles.of(List.of(file), f -> {}).get(0)).sheets();
    }

    private static boolean doubtsYear(Sheet sheet) {
        return sheet.issues().stream().anyMatch(i -> i.severity() == Severity.ERROR && i.doubts("fiscalYear"));
    }

    @Test
    void aYearThatHasNotBegunIsAnError() throws IOException {
        String drawing = Files.readString(FORMS.resolve("taki.txt"));
        assertThat(read(drawing)).isNotEmpty().noneMatch(FutureYearTest::doubtsYear);
        String old = drawing.replace("６年度", "２０年度").replace("５年度", "１９年度");
        assertThat(read(old)).isNotEmpty().allMatch(FutureYearTest::doubtsYear);
    }
}
