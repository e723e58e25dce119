package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A section of a form under a printed heading: it reaches down to the next heading below it, and to the right up to a heading on
 * the same line.
 *
 * @param heading a line of its own, or a cell
 * @param repeat true when the heading is printed once for each of several slots; {@code {n}} is their number
 * @param part true when it is printed once for each part of the project (細事業): its fields have the paths of a sheet, and stand
 *     under {@code parts/{part}/} in the record
 * @param fields fields above the first of {@code sections}
 * @param sections sections of the section
 */
public record GridSection(
        @JsonProperty(required = true) Label heading,
        boolean repeat,
        boolean part,
        List<GridField> fields,
        List<GridSection> sections) {

    /** The path of a part. */
    public static final String PART = "parts/{part}/";

    /** Absent lists are empty. */
    public GridSection {
        fields = fields == null ? List.of() : List.copyOf(fields);
        sections = sections == null ? List.of() : List.copyOf(sections);
        if (part) {
            fields = fields.stream().map(f -> f.under(PART)).toList();
            sections = sections.stream().map(s -> s.under(PART)).toList();
        }
    }

    private GridSection under(String at) {
        return new GridSection(
                heading,
                repeat,
                false,
                fields.stream().map(f -> f.under(at)).toList(),
                sections.stream().map(s -> s.under(at)).toList());
    }
}
