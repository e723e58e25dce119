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
 * @param line of slots that have several lines: the label of the line
 * @param is what {@code {is}} becomes; in a list of sheets the path of the fact
 * @param year offset of its year from the evaluated one; the header has to print that year
 * @param type what its cells hold; absent: what the field or row says
 * @param codes name of the code list, when the type needs one
 * @param estimate true when the amounts are printed as estimates (見込)
 * @param years of a list: the column is printed once for each of these years, given as offsets from the evaluated one; {@code
 *     {each year}} in {@code under} stands for the year
 * @param yearIn of a list: the column is printed several times, each time with a year in the nearest column left of it that
 *     has this header
 * @param parts of a list: the columns below the header whose cells together are one value, 十の位 and 一の位
 * @param joint what stands between two parts, nothing when absent
 * @param pattern of a list and of rows: what is printed around the values of its cells, as in a field
 * @param with further values of its cells, by their names in the pattern
 * @param split how its cells hold several values, as in a field
 * @param marks name of the set of marks, for the types mark and options
 * @param currency of a list: the unit of its amounts, as in a field; where it is printed, in the column's header or above
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
     * Headers are kept as given.
     *
     * @throws IllegalArgumentException when no header is given
     */
    public GridColumn {
        if (under == null || under.isEmpty()) {
            throw new IllegalArgumentException("a column needs its header (under)");
        }
        under = List.copyOf(under);
        is = is == null ? "" : is;
        years = years == null ? List.of() : List.copyOf(years);
        parts = parts == null ? List.of() : List.copyOf(parts);
        joint = joint == null ? "" : joint;
        with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }

    /** The same column in each of its years; itself when it has none, or finds its years in cells. */
    public List<GridColumn> each() {
        return years.isEmpty() || yearIn != null
                ? List.of(this)
                : years.stream().map(this::in).toList();
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

    /** What its cells hold; the other type when the column does not say. */
    public GridType typeOr(GridType other) {
        return type == null ? other : type;
    }

    /** Name of its code list; the other one when the column does not say. */
    public String codesOr(String other) {
        return codes == null ? other : codes;
    }

    /** True when the year is the printed one, wherever it lies. */
    public boolean printedYear() {
        return under.stream().flatMap(l -> l.wordings().stream()).anyMatch(w -> w.contains("{any year}"));
    }
}
