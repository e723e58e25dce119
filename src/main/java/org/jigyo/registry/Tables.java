package org.jigyo.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jigyo.EnvironmentException;

/** Tab-separated text maintained by people: lines starting with # are comments; a dash or nothing is an empty cell. */
final class Tables {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    private Tables() {}

    /** The rows of a resource under {@code /registry/}, with trimmed cells, at least {@code width} of them. */
    static List<List<String>> resource(String name, int width) {
        try (InputStream in = Tables.class.getResourceAsStream("/registry/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource registry/" + name + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return rows(reader.lines().toList(), width);
        } catch (IOException e) {
            throw new EnvironmentException("the resource registry/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<List<String>> rows(List<String> lines, int width) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> row(line, width))
                .toList();
    }

    private static List<String> row(String line, int width) {
        String[] cells = line.split("\t", -1);
        String[] row = new String[Math.max(width, cells.length)];
        for (int i = 0; i < row.length; i++) {
            row[i] = i < cells.length ? cell(cells[i]) : "";
        }
        return List.of(row);
    }

    /**
     * A text as it reads back after it was stored: no tabs, no line breaks, a single dash becomes empty. Null becomes
     * empty.
     */
    static String cell(Object value) {
        String text = value == null
                ? ""
                : BREAKS.matcher(value.toString()).replaceAll(" ").strip();
        return text.equals("-") ? "" : text;
    }

    /** One line of cells. */
    static String line(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            String text = cell(cell);
            line.append(line.isEmpty() ? "" : "\t").append(text.isEmpty() ? "-" : text);
        }
        return line.toString();
    }
}
