package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A part of a form under a printed heading: it reaches down to the next heading below it, and to the right up to a heading on
 * the same line.
 *
 * @param heading a line of its own, or a cell
 * @param repeat true when the heading is printed once for each of several slots; {@code {n}} is their number
 * @param fields fields above the first of {@code sections}
 * @param sections parts of the part
 */
public record GridSection(
        @JsonProperty(required = true) Label heading,
        boolean repeat,
        List<GridField> fields,
        List<GridSection> sections) {

    /** Absent parts are empty. */
    public GridSection {
        fields = fields == null ? List.of() : List.copyOf(fields);
        sections = sections == null ? List.of() : List.copyOf(sections);
    }
}
