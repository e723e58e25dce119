package org.jigyo.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;

/** Made-up sheet records that use every key of the record, of three cities and one that the program does not know. */
final class Specimens {

    static final Map<String, OwnKey> KEYS = Map.of(
            "x.voice", new OwnKey("市民の声", "citizens' voices", null, null, null),
            "x.area", new OwnKey("対象区域", "area", null, null, null),
            "x.flags", new OwnKey("区分", "flags", null, null, null),
            "x.joint", new OwnKey("共同実施", "joint", null, null, null),
            "x.speed", new OwnKey("速さ", "speed", null, null, null));

    private Specimens() {}

    /** The reviewed records of a bundled specimen, as if read from a source. */
    static List<Sheet> golden(String name, Sheet.Origin origin) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/golden", name + ".jsonl")).stream()
                .map(line -> SheetJson.read(line).from(origin, null))
                .toList();
    }

    static List<Sheet> sheets() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/graph/specimens.jsonl")).stream()
                .map(SheetJson::read)
                .toList();
    }
}
