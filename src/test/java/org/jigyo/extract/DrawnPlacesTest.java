package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.drawing.SheetDrawing;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The drawing of a sheet shows each fact where it is printed, and nothing that a reader of the paper does not see. */
class DrawnPlacesTest {

    private static final Extractor EXTRACTOR = new Extractor(Layouts.bundled(), Limits.DEFAULT, true, true);

    @Test
    void everyFactOfTheSpecimens() throws IOException {
        every(Path.of("src/main/resources/specimens"), 10);
    }

    @Test
    @EnabledIfSystemProperty(named = "jigyo.sheets", matches = ".+")
    void everyFactOfTheRealSheets() throws IOException {
        every(Path.of(System.getProperty("jigyo.sheets"), "sheets"), 100);
    }

    private static void every(Path folder, int least) throws IOException {
        int sheets = 0;
        for (var file : SourceFiles.of(List.of(folder), finding -> {})) {
            FileReading reading = EXTRACTOR.raw(file);
            DrawnPlaces.check(reading);
            sheets += reading.sheets().size();
        }
        assertThat(sheets).isGreaterThanOrEqualTo(least);
    }

    @Test
    void ofAListEachSheetHasTheHeaderAndItsOwnRow() throws IOException {
        Path list = Path.of("src/main/resources/specimens/tsukuba-r3-list.txt");
        FileReading reading =
                EXTRACTOR.raw(SourceFiles.of(List.of(list), finding -> {}).get(0));
        assertThat(reading.sheets()).hasSizeGreaterThan(2);
        for (int i = 0; i < reading.sheets().size(); i++) {
            String words =
                    DrawnPlaces.words(SheetDrawing.unpacked(reading.drawings().get(i)));
            String own = reading.sheets().get(i).name();
            assertThat(words).contains("事務事業名", own.substring(0, Math.min(8, own.length())));
            for (var other : reading.sheets()) {
                if (!other.name().equals(own)) {
                    assertThat(words).doesNotContain(other.name());
                }
            }
        }
    }

    @Test
    void whatIsInvisibleOnPaperIsNotDrawn() throws IOException {
        String again = "BT /F0 6.7 Tf 1 0 0 1 154.95 300 Tm <003900390038> Tj ET";
        String seen = Shown.drawing() + "draw | " + again + "\n";
        String unseen = Shown.drawing() + "draw | q 3 Tr " + again + " Q\n";
        assertThat(words(seen)).contains("998");
        assertThat(words(unseen)).doesNotContain("998");
    }

    private static String words(String drawing) throws IOException {
        Path file = Files.createTempFile("drawn", ".pdf");
        try {
            Files.write(file, Typesetter.pdf(drawing));
            FileReading reading =
                    EXTRACTOR.raw(SourceFiles.of(List.of(file), finding -> {}).get(0));
            return DrawnPlaces.words(SheetDrawing.unpacked(reading.drawings().get(0)));
        } finally {
            Files.delete(file);
        }
    }
}
