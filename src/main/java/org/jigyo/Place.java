package org.jigyo;

/**
 * The place of a finding.
 *
 * @param file path as the user gave it, or null when the finding speaks of a whole run
 * @param page 1-based page, 0 when the whole file is meant
 * @param line 1-based line of a text file, 0 when unknown (PDF)
 * @param sheet what identifies the sheet to a reader: printed number and name, or null
 * @param field path of the fact that is in doubt, or a glob over such paths, or null
 */
public record Place(String file, int page, int line, String sheet, String field) {

    /** The file as a whole. */
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
