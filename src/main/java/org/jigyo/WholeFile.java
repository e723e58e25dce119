package org.jigyo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes text files atomically: a reader sees the old content or the new one, never a part. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes the lines in UTF-8 to a temporary file and moves it into place.
     *
     * @throws IOException if that fails; the old file is then unchanged
     */
    public static void write(Path file, List<String> lines) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(aside, lines);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
