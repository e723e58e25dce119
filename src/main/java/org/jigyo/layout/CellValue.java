package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

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

    /** The same value under a path that ends with a slash. */
    CellValue under(String at) {
        return new CellValue(at + to, type, codes);
    }
}
