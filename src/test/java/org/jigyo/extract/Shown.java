package org.jigyo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;

/** The specimen of the Ikeda form with something drawn in it that paper shows otherwise than the text layer says. */
final class Shown {

    /** The amount of the specimen that drawn notes and covers change, with the cell that it stands in. */
    static final String AMOUNT = "costs/total/settled/2022";

    static final String CELL = "cell 131 513 36 16 6.7 | 334\n";

    private static final Extractor EXTRACTOR = new Extractor(Layouts.bundled(), Limits.DEFAULT, true);

    private Shown() {}

    /** The first page of the specimen's drawing. */
    static String drawing() {
        try {
            String drawing = Files.readString(Path.of("src/test/resources/forms/ikeda-specimen.txt"));
            return drawing.substring(0, drawing.indexOf("\npage") + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileReading read(Path file) {
        return EXTRACTOR.read(SourceFiles.of(List.of(file), f -> {}).iterator().next());
    }

    /** What is read of a drawing. */
    static FileReading read(String drawing) {
        return read(Typesetter.pdf(drawing));
    }

    /** What is read of the bytes of a PDF. */
    static FileReading read(byte[] pdf) {
        try {
            Path file = Files.createTempFile("shown", ".pdf");
            try {
                Files.write(file, pdf);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fact as text, "in doubt" when an issue names it, "absent" when it is not stated. */
    static String said(FileReading reading, String path) {
        Sheet sheet = reading.sheets().get(0);
        return sheet.issues().stream().anyMatch(i -> i.doubts(path))
                ? "in doubt"
                : String.valueOf(Facts.of(sheet).getOrDefault(path, "absent"));
    }
}
