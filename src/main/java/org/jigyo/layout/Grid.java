package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.sheet.Era;

/**
 * A form as cells, with fields located relative to printed labels.
 *
 * @param title the line that opens a sheet; {@code {year}} in it is the evaluated fiscal year, {@code {year+1}} the
 * year after it
 * @param opens instead of a title: the text that opens a sheet if it does not contain the year
 * @param year with {@code opens}: where the evaluated fiscal year is printed
 * @param confirmed further places that print the year; if one of them prints a different year, the year is doubtful
 * @param published where the fiscal year the form is named after is printed, if it is not the evaluated year
 * @param era the era of years printed as a bare number (20年度); null if there are none
 * @param furniture text repeated on every page that belongs to no project: page heads, page numbers
 * ({@code {page}/{pages}})
 * @param fields fields above the first section, or anywhere if there is no section
 * @param sections parts of the form under headings
 * @param dropped labels whose right neighbour (in a row of labels: the cell below; in a list: the column) is never read: names of officials, telephone
 * extensions
 * @param list set if each row of a table is a sheet
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
     * Turns absent parts into empty ones.
     *
     * @throws IllegalArgumentException if it does not say what opens a sheet and where its year is printed
     */
    public Grid {
        if ((title == null) == (opens == null) || (opens == null) != (year == null)) {
            throw new IllegalArgumentException(
                    "a grid needs «title», the line that opens a sheet and contains its {year}; if that line has no year, use «opens» and «year»");
        }
        confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
        furniture = furniture == null ? List.of() : List.copyOf(furniture);
        fields = fields == null ? List.of() : List.copyOf(fields);
        sections = sections == null ? List.of() : List.copyOf(sections);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        list = list == null ? List.of() : List.copyOf(list);
    }

    /** The text that opens a sheet. */
    public Label opening() {
        return title == null ? opens : title;
    }

    /** The columns of the list, with a column that repeats by year once for each of its years. */
    public List<GridColumn> columns() {
        return list.stream().flatMap(c -> c.each().stream()).toList();
    }

    /** All labels and headings, and what opens a sheet. */
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>(dropped);
        labels.add(opening());
        labels(fields, sections, labels);
        list.forEach(c -> labels.addAll(c.under()));
        return labels;
    }

    private static void labels(List<GridField> fields, List<GridSection> sections, List<Label> labels) {
        fields.forEach(f -> labels.addAll(f.labels()));
        for (GridSection section : sections) {
            labels.add(section.heading());
            labels(section.fields(), section.sections(), labels);
        }
    }
}
