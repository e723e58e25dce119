package org.jigyo;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The cities' own sheets and what they say: outside the project, given with {@code -Djigyo.sheets=DIR}. */
public final class RealSheets {

    static final String NOT_GIVEN = "the cities' own sheets are not given (-Djigyo.sheets=DIR)";

    private RealSheets() {}

    /** Whether the flag was given: then whatever needs the sheets, or a browser, has to run. */
    public static boolean given() {
        return !System.getProperty("jigyo.sheets", "").isBlank();
    }

    /**
     * The folder with {@code sheets/} and {@code gold/}. Without the flag the calling test is skipped with a message; with a
     * flag that leads nowhere it fails, so that CI cannot skip by accident.
     */
    public static Path folder() {
        assumeTrue(given(), NOT_GIVEN);
        Path folder = Path.of(System.getProperty("jigyo.sheets"));
        assertTrue(Files.isDirectory(folder.resolve("sheets")), () -> "no folder sheets in " + folder.toAbsolutePath());
        return folder;
    }
}
