package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A section of a form under a printed heading. It extends down to the next heading below, and to the right up to a
 * heading on the same line.
 *
 * @param heading a line of its own, or a cell
 * @param repeat true if the heading is repeated, once for each of several slots; {@code {n}} is the slot's number
 * @param part true if the heading is repeated, once for each part of the project (細事業); fields have the paths of a
 * sheet and are recorded under {@code parts/{part}/}
 * @param fields fields above the first of {@code sections}
 * @param sections nested sections
 */
public record GridSection(
        @JsonProperty(required = true) Label heading,
        boolean repeat,
        boolean part,
        List<GridField> fields,
        List<GridSection> sections) {

    /** Path prefix of a part. */
    public static final String PART = "parts/{part}/";

    /** Turns absent lists into empty ones. */
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
