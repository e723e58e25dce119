package org.jigyo;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;

/**
 * The cities' own sheets and gold records, which are not part of the project; given with {@code -Djigyo.sheets=DIR}.
 */
public final class RealSheets {

    static final String NOT_GIVEN = "the cities' own sheets are not given (-Djigyo.sheets=DIR)";

    private RealSheets() {}

    /** True if the flag was given. Tests that need the sheets, or a browser, must then run. */
    public static boolean given() {
        return !System.getProperty("jigyo.sheets", "").isBlank();
    }

    /**
     * The folder with {@code sheets/} and {@code gold/}. Without the flag the calling test is skipped with a message;
     * if the folder does not exist, the test fails, so that CI cannot skip by accident.
     */
    public static Path folder() {
        assumeTrue(given(), NOT_GIVEN);
        Path folder = Path.of(System.getProperty("jigyo.sheets"));
        assertTrue(Files.isDirectory(folder.resolve("sheets")), () -> "no folder sheets in " + folder.toAbsolutePath());
        return folder;
    }

    /**
     * A gold record.
     *
     * @param file name of its file, without the folder
     */
    public record GoldRecord(String file, Sheet sheet) {}

    /** The gold records of the cities with a bundled layout, those of lists one by one, in the order of their files. */
    public static List<GoldRecord> gold() throws IOException {
        Set<String> cities = Layouts.bundled().stream().map(Layout::city).collect(Collectors.toSet());
        List<GoldRecord> gold = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder().resolve("gold"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode root = new ObjectMapper().readTree(file.toFile());
                for (JsonNode record : root.isArray() ? root : List.of(root)) {
                    if (cities.contains(record.get("city").asText())) {
                        gold.add(new GoldRecord(file.getFileName().toString(), SheetJson.read(record.toString())));
                    }
                }
            }
        }
        return gold;
    }
}
