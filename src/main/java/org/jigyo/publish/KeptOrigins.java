package org.jigyo.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jigyo.Kept;
import org.jigyo.graph.FileOrigin;

/**
 * What is known of where published files came from, {@code origins.tsv} of a data folder. It outlives releases, because
 * the lists of the sheets' folders need not be there at the next publish.
 */
final class KeptOrigins {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptOrigins() {}

    /**
     * SHA-256 of a file → its origin; empty if nothing was kept.
     *
     * @throws IOException if the file is damaged
     */
    static SortedMap<String, FileOrigin> read(Path file) throws IOException {
        SortedMap<String, FileOrigin> origins = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Kept.readAny(file)) {
                int tab = line.indexOf('\t');
                origins.put(line.substring(0, tab), JSON.readValue(line.substring(tab + 1), FileOrigin.class));
            }
        }
        return origins;
    }

    /**
     * Adds origins to those kept; the file is only written if that changes it.
     *
     * @param before those kept, as {@link #read} returned them
     */
    static void add(Path file, SortedMap<String, FileOrigin> before, Map<String, FileOrigin> more) throws IOException {
        SortedMap<String, FileOrigin> all = new TreeMap<>(before);
        all.putAll(more);
        if (!all.equals(before)) {
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, FileOrigin> origin : all.entrySet()) {
                lines.add(origin.getKey() + "\t" + JSON.writeValueAsString(origin.getValue()));
            }
            Kept.write(file, lines);
        }
    }
}
