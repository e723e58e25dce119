package org.jigyo;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place of a finding.
 *
 * @param file path as the user gave it, or null if the finding concerns a whole run
 * @param page 1-based page; 0 for the whole file
 * @param line 1-based line of a text file; 0 if unknown (PDF)
 * @param sheet printed number and name of the sheet, or null
 * @param field path of the fact in doubt, or a glob over such paths, or null
 */
public record Place(String file, int page, int line, String sheet, String field) {

    /**
     * True if a field is a fact path or an ancestor of it. In a glob a star matches any text, slashes included.
     *
     * @param field a path, or a glob over paths
     * @param path of a fact
     */
    public static boolean covers(String field, String path) {
        return path.equals(field)
                || path.startsWith(field + "/")
                || (field.indexOf('*') >= 0 && pattern(field).matcher(path).matches());
    }

    private static Pattern pattern(String glob) {
        String any = Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(any, Pattern.DOTALL);
    }

    /** A whole file. */
    public static Place of(String file) {
        return new Place(file, 0, 0, null, null);
    }

    /** The same place, narrowed to a page (1-based). */
    public Place onPage(int newPage) {
        return new Place(file, newPage, line, sheet, field);
    }

    /** The same place, narrowed to a field path. */
    public Place at(String newField) {
        return new Place(file, page, line, sheet, newField);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file == null ? "(run)" : file);
        if (page > 0) {
            text.append(" p.").append(page);
        }
        if (line > 0) {
            text.append(" l.").append(line);
        }
        if (sheet != null) {
            text.append(" [").append(sheet).append(']');
        }
        if (field != null) {
            text.append(' ').append(field);
        }
        return text.toString();
    }
}
