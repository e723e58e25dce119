package org.jigyo.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.WholeFile;
import org.jigyo.source.SourceFiles;

/**
 * The list {@code sources.tsv} of a folder, as a person may have edited it: comments, order and cells that collecting
 * does not know stay as they are.
 */
final class OriginList {

    private final Path file;
    private final List<String> lines;
    private final List<String> columns;
    private final Map<String, Integer> lineOf = new HashMap<>();

    /** Reads the list of a folder; begins one if there is none. */
    OriginList(Path folder) throws IOException {
        this.file = folder.resolve(SourceFiles.ORIGINS);
        this.lines = Files.exists(file) ? Files.readAllLines(file) : new ArrayList<>();
        int head = 0;
        while (head < lines.size() && plain(lines.get(head))) {
            head++;
        }
        if (head == lines.size()) {
            lines.add(String.join("\t", SourceFiles.ORIGIN_COLUMNS));
        }
        this.columns = Arrays.stream(lines.get(head).split("\t", -1))
                .map(String::strip)
                .toList();
        for (int i = head + 1; i < lines.size(); i++) {
            if (!plain(lines.get(i)) && columns.contains("file")) {
                lineOf.put(cells(lines.get(i)).getOrDefault("file", ""), i);
            }
        }
    }

    private static boolean plain(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private Map<String, String> cells(String line) {
        Map<String, String> cells = new HashMap<>();
        String[] given = line.split("\t", -1);
        for (int i = 0; i < Math.min(given.length, columns.size()); i++) {
            cells.put(columns.get(i), given[i].strip());
        }
        return cells;
    }

    /**
     * Adds a document, or replaces what collecting knows of it.
     *
     * @param publisher for a row that has none; may be null
     * @param licence for a row that has none; may be null
     */
    void put(Entry entry, String publisher, String licence) {
        Integer line = lineOf.get(entry.file());
        Map<String, String> cells = line == null ? new HashMap<>() : cells(lines.get(line));
        cells.put("file", entry.file());
        cells.put("address", entry.address());
        set(cells, "page", entry.page());
        set(cells, "retrieved", entry.retrieved());
        if (cells.getOrDefault("publisher", "").isEmpty()) {
            set(cells, "publisher", publisher);
        }
        if (cells.getOrDefault("licence", "").isEmpty()) {
            set(cells, "licence", licence);
        }
        String text = String.join(
                "\t", columns.stream().map(name -> cells.getOrDefault(name, "")).toList());
        if (line == null) {
            lineOf.put(entry.file(), lines.size());
            lines.add(text);
        } else {
            lines.set(line, text);
        }
    }

    private static void set(Map<String, String> cells, String name, String value) {
        if (value != null) {
            cells.put(name, value.replaceAll("\\s+", " "));
        }
    }

    void write() throws IOException {
        WholeFile.write(file, lines);
    }
}
