package org.jigyo.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;

/** Sheet records of our own that use every key of the record, of three cities and of one that the program does not know. */
final class Specimens {

    static final Map<String, Labels> LABELS = Map.of(
            "texts/x.voice", new Labels("市民の声", "citizens' voices"),
            "attributes/x.area", new Labels("対象区域", "area"),
            "attributes/x.flags", new Labels("区分", "flags"),
            "attributes/x.joint", new Labels("共同実施", "joint"),
            "ratings/x.speed", new Labels("速さ", "speed"),
            "city/271004", new Labels("標本市", "Specimen City"));

    private Specimens() {}

    static List<Sheet> sheets() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/graph/specimens.jsonl")).stream()
                .map(SheetJson::read)
                .toList();
    }
}
