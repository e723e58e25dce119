package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jigyo.sheet.Era;

/**
 * A form as cells: fields found relative to printed labels.
 *
 * @param title the line that opens a sheet; its {@code {year}} is the evaluated fiscal year, {@code {year+1}} the year after it
 * @param opens instead of a title: what opens a sheet, and says nothing of the year
 * @param year with {@code opens}: where the evaluated fiscal year stands
 * @param confirmed further places that print the year; where one of them prints another, the year is doubted
 * @param published where the fiscal year stands after which the form is named, when that is another one
 * @param era the era of years that are printed as a number alone (20年度), or null when there are none
 * @param furniture what is printed again and again and says nothing of a project: heads, page numbers ({@code {page}/{pages}})
 * @param fields fields above the first section, or anywhere when there is no section
 * @param sections parts of the form under headings
 * @param dropped labels whose neighbour to the right, or in a list whose column, is never read: names of officials, telephone
 *     extensions
 * @param list set when each row of a table is a sheet
 */
public record Grid(
        Label title,
        Label opens,
        GridYear year,
        List<GridYear> confirmed,
        GridYear published,
        Era era,
        List<String> furniture,
        List<GridField> fields,
        List<GridSection> sections,
        List<Label> dropped,
        @JsonProperty("list") List<GridColumn> list) {

    /**
     * Absent parts are empty.
     *
     * @throws IllegalArgumentException when it does not say what opens a sheet and where its year stands
     */
    public Grid {
        if ((title == null) == (opens == null) || (opens == null) != (year == null)) {
            throw new IllegalArgumentException(
                    "a grid needs the title line that opens a sheet, or opens and year where the line has no year");
        }
        confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
        furniture = furniture == null ? List.of() : List.copyOf(furniture);
        fields = fields == null ? List.of() : List.copyOf(fields);
        sections = sections == null ? List.of() : List.copyOf(sections);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        list = list == null ? List.of() : List.copyOf(list);
    }

    /** What opens a sheet. */
    public Label opening() {
        return title == null ? opens : title;
    }

    /** The columns of the list, each that is printed once a year in each of its years. */
    public List<GridColumn> columns() {
        return list.stream().flatMap(c -> c.each().stream()).toList();
    }
}
