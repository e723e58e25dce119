package org.jigyo.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.Finding;
import org.jigyo.Kept;
import org.jigyo.check.CheckReport;

/**
 * The findings of the checks of a part's batches, by the digest of the batch. They are kept in {@code checks.tsv}, so
 * that the next part only checks what is new.
 */
final class Checks {

    private static final String NAME = "checks.tsv";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Line(List<String> heldBack, List<Finding> findings) {}

    private final Map<String, CheckReport> earlier;
    private final TreeMap<String, CheckReport> all = new TreeMap<>();

    private Checks(Map<String, CheckReport> earlier) {
        this.earlier = earlier;
    }

    /**
     * Starts from the checks of an earlier part; with none if there is no part that this version of the program built.
     */
    static Checks after(CityPart part) throws IOException {
        Map<String, CheckReport> earlier = new TreeMap<>();
        if (part != null && Files.exists(part.folder().resolve(NAME))) {
            for (String line : Kept.read(part.folder().resolve(NAME))) {
                int tab = line.indexOf('\t');
                Line read = JSON.readValue(line.substring(tab + 1), Line.class);
                earlier.put(line.substring(0, tab), new CheckReport(read.findings(), Set.copyOf(read.heldBack())));
            }
        }
        return new Checks(earlier);
    }

    /** The cached report of a batch, or a new one. */
    CheckReport of(String digest, java.util.function.Supplier<CheckReport> check) {
        CheckReport report = earlier.containsKey(digest) ? earlier.get(digest) : check.get();
        all.put(digest, report);
        return report;
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, CheckReport> check : all.entrySet()) {
            CheckReport report = check.getValue();
            lines.add(check.getKey() + "\t"
                    + JSON.writeValueAsString(
                            new Line(report.heldBack().stream().sorted().toList(), report.findings())));
        }
        Kept.write(folder.resolve(NAME), lines);
    }
}
