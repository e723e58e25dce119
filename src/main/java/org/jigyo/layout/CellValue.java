package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * One of several values that a cell holds, where the pattern of the cell names it.
 *
 * @param to path of the fact
 * @param type what it is, as the cell itself when absent
 * @param codes name of the code list, when the type needs one
 */
public record CellValue(
        @JsonProperty(required = true) String to,
        GridType type,
        @NamedIn("codes") String codes) {

    /** What stands in a pattern for a value, {} or {name}, with its name as the first group; or … for anything that is not read. */
    public static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}|…");

    /** The same value with its type: without one of its own, it is as its cell. */
    public CellValue or(GridType cellType, String cellCodes) {
        return type == null ? new CellValue(to, cellType, cellCodes) : this;
    }

    /** The same value under a path that ends with a slash. */
    CellValue under(String at) {
        return new CellValue(at + to, type, codes);
    }
}
