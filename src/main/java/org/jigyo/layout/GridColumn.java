package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a table.
 *
 * @param under its header, from the outermost label inwards: 「R4年度」 and below it 「決算」
 * @param line the label of the line, for slots with several lines
 * @param is the text that replaces {@code {is}}; in a list of sheets the path of the fact
 * @param year offset of its year from the evaluated one; the header must print that year
 * @param type type of its cells; if absent, that of the field or row
 * @param codes name of the code list, if the type needs one
 * @param estimate true if the amounts are printed as estimates (見込)
 * @param years in a list: the column is repeated for each of these years, given as offsets from the evaluated one;
 *     {@code {each year}} in {@code under} stands for the year
 * @param yearIn in a list: the column is repeated, each time with a year in the nearest column to its left with this
 *     header
 * @param parts in a list: the columns below the header whose cells together form one value, e.g. 十の位 and 一の位
 * @param joint text inserted between two parts; none if absent
 * @param pattern in a list and in rows: the text printed around the values of its cells, as in a field
 * @param with further values of its cells, by their names in the pattern
 * @param split how several values in its cells are separated, as in a field
 * @param marks name of the mark set, for the types mark and options
 * @param currency in a list: the currency unit of its amounts, as in a field; if it is printed, then in the column's
 *     header or above the list
 */
public record GridColumn(
        @JsonProperty(required = true) List<Label> under,
        Label line,
        String is,
        Integer year,
        GridType type,
        @NamedIn("codes") String codes,
        boolean estimate,
        List<Integer> years,
        @JsonProperty("year-in") Label yearIn,
        List<Label> parts,
        String joint,
        Label pattern,
        Map<String, CellValue> with,
        String split,
        @NamedIn("marks") String marks,
        Label currency)
        implements CellContent {

    private static final String EACH_YEAR = "{each year}";

    /**
     * Copies the headers.
     *
     * @throws IllegalArgumentException if there is no header
     */
    public GridColumn {
        if (under == null || under.isEmpty()) {
            throw new IllegalArgumentException("a column needs its header: under: [R4年度, 決算]");
        }
        under = List.copyOf(under);
        is = is == null ? "" : is;
        years = years == null ? List.of() : List.copyOf(years);
        parts = parts == null ? List.of() : List.copyOf(parts);
        joint = joint == null ? "" : joint;
        with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }

    /** The column once for each of its years; only itself if it has none or takes its years from cells. */
    public List<GridColumn> each() {
        return years.isEmpty() || yearIn != null
                ? List.of(this)
                : years.stream().map(this::in).toList();
    }

    /** The offsets from the evaluated year of the years for which a list's column is printed; empty if the layout does not say. */
    public List<Integer> offsets() {
        return years.isEmpty() && year != null ? List.of(year) : years;
    }

    private GridColumn in(int offset) {
        String printed = YearTemplate.place(offset);
        List<Label> labels = under.stream().map(l -> l.with(EACH_YEAR, printed)).toList();
        return single(labels, offset, parts);
    }

    /** The column of one of the parts. */
    public GridColumn part(Label part) {
        List<Label> labels = new ArrayList<>(under);
        labels.add(part);
        return single(labels, year, List.of());
    }

    /** A column that is printed once, under these labels. */
    private GridColumn single(List<Label> labels, Integer ofYear, List<Label> ofParts) {
        return new GridColumn(
                labels, line, is, ofYear, type, codes, estimate, List.of(), null, ofParts, joint, pattern, with, split,
                marks, currency);
    }

    /** The type of its cells, or the given one if the column has none. */
    public GridType typeOr(GridType other) {
        return type == null ? other : type;
    }

    /** The name of its code list, or the given one if the column has none. */
    public String codesOr(String other) {
        return codes == null ? other : codes;
    }

    /** True if the year is whichever one is printed. */
    public boolean printedYear() {
        return under.stream().flatMap(l -> l.wordings().stream()).anyMatch(w -> w.contains("{any year}"));
    }
}
