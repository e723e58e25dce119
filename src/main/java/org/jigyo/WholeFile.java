package org.jigyo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Text files that are there whole or as they were before, never half. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes the lines beside the file, in UTF-8, and puts them in its place in one step.
     *
     * @throws IOException if that cannot be done; the file is then as it was
     */
    public static void write(Path file, List<String> lines) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(aside, lines);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
