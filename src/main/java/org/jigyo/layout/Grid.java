package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A form as cells: fields found relative to printed labels.
 *
 * @param title the line that opens a sheet; its {@code {year}} is the evaluated fiscal year
 * @param fields fields above the first section, or anywhere when there is no section
 * @param sections parts of the form under headings
 * @param dropped labels whose neighbour to the right is never read: names of officials, telephone extensions
 * @param list set when each row of a table is a sheet
 */
public record Grid(
        @JsonProperty(required = true) Label title,
        List<GridField> fields,
        List<GridSection> sections,
        List<Label> dropped,
        @JsonProperty("list") List<GridColumn> list) {

    /** Absent parts are empty. */
    public Grid {
        if (title == null) {
            throw new IllegalArgumentException("a grid needs the title line that opens a sheet");
        }
        fields = fields == null ? List.of() : List.copyOf(fields);
        sections = sections == null ? List.of() : List.copyOf(sections);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        list = list == null ? List.of() : List.copyOf(list);
    }
}
