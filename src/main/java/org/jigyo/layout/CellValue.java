package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * One of several values in a cell, as named in the cell's pattern.
 *
 * @param to path of the fact
 * @param type its type; that of the cell if absent
 * @param codes name of the code list, if the type needs one
 */
public record CellValue(
        @JsonProperty(required = true) String to,
        GridType type,
        @NamedIn("codes") String codes) {

    /**
     * A placeholder in a pattern: {} or {name} for a value, with the name as the first group, or … for text that is not
     * read.
     */
    public static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}|…");

    /** The same value with a type: its own, or else that of its cell. */
    public CellValue or(GridType cellType, String cellCodes) {
        return type == null ? new CellValue(to, cellType, cellCodes) : this;
    }

    /** The same value with a prefix before its path. The prefix ends with a slash. */
    CellValue under(String at) {
        return new CellValue(at + to, type, codes);
    }
}
