package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

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
 */
public record GridColumn(
        @JsonProperty(required = true) List<Label> under,
        Label line,
        String is,
        Integer year,
        GridType type,
        @CodeListName String codes,
        boolean estimate) {

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
    }

    /** True when the year is the printed one, wherever it lies. */
    public boolean printedYear() {
        return under.stream().flatMap(l -> l.wordings().stream()).anyMatch(w -> w.contains("{any year}"));
    }
}
