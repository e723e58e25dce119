package org.jigyo.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;

/**
 * What a folder of parts holds. It is written last, as {@code parts.jsonl} (a head, then an entry a line) and {@code findings.jsonl},
 * so that a folder without it is unfinished.
 *
 * @param program fingerprint of the program that built the parts
 * @param base base IRI of their statements
 * @param parts one entry a city
 * @param findings problems of the files and of the whole run; those of a city are in its part
 */
public record PartsManifest(String program, String base, List<PartEntry> parts, List<Finding> findings) {

    /** Name of its file. */
    public static final String PARTS = "parts.jsonl";

    /** Name of the file of its findings. */
    public static final String FINDINGS = "findings.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Head(String program, String base) {}

    /** The lines of the file. */
    public List<String> lines() {
        List<Object> all = new ArrayList<>(List.of(new Head(program, base)));
        all.addAll(parts);
        return json(all);
    }

    /** The lines of the file of findings. */
    public List<String> findingLines() {
        return json(findings);
    }

    private static List<String> json(List<?> all) {
        return all.stream()
                .map(one -> {
                    try {
                        return JSON.writeValueAsString(one);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /**
     * Reads the manifest of a folder of parts.
     *
     * @throws EnvironmentException if it is missing or damaged
     */
    static PartsManifest read(Path folder) {
        Path file = folder.resolve(PARTS);
        if (!Files.exists(file)) {
            throw new EnvironmentException(folder + " holds no finished parts: there is no " + PARTS);
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Head head = JSON.readValue(lines.get(0), Head.class);
            List<PartEntry> parts = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                parts.add(JSON.readValue(line, PartEntry.class));
            }
            List<Finding> findings = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve(FINDINGS))) {
                findings.add(JSON.readValue(line, Finding.class));
            }
            return new PartsManifest(head.program(), head.base(), parts, findings);
        } catch (IOException | RuntimeException e) {
            throw new EnvironmentException(folder + " is damaged (" + e + "); build the parts again", e);
        }
    }
}
