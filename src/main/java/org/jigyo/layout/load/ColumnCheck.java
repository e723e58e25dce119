package org.jigyo.layout.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.Label;

/** Checks the columns and rows of a table: that their years are those of their headers, and that none stands twice. */
final class ColumnCheck {

    private final LabelCheck labels;
    private final Problems problems;

    ColumnCheck(LabelCheck labels, Problems problems) {
        this.labels = labels;
        this.problems = problems;
    }

    /** Columns of a path. */
    void check(List<GridColumn> columns, String to, String at) {
        Map<String, Integer> seen = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            GridColumn column = columns.get(c);
            String place = at + "/" + c;
            for (int u = 0; u < column.under().size(); u++) {
                labels.grid(column.under().get(u), place + "/under");
            }
            if (column.line() != null) {
                labels.grid(column.line(), place + "/line");
            }
            year(column, to, place);
            if (to.contains("{is}") && column.is().isEmpty()) {
                problems.add(place, "the column needs «is», which stands for {is} in «" + to + "»");
            } else if (!to.contains("{is}") && !column.is().isEmpty()) {
                problems.add(place + "/is", "«is» goes nowhere: «" + to + "» has no {is}");
            }
            if (seen.put(column.under() + " / " + column.line(), c) != null) {
                problems.add(place + "/under", "two columns have the header «" + column.under() + "»");
            }
        }
    }

    private void year(GridColumn column, String to, String at) {
        if (column.year() == null) {
            if (!timed(column, to)) {
                problems.add(
                        at,
                        "the path «" + to + "» needs a year, and this column gives none: year: 0, year: -1, "
                                + "or {any year} in its header");
            }
            return;
        }
        if (!LabelCheck.near(column.year())) {
            problems.add(at + "/year", "year is the distance from the evaluated year: 0, -1, 1");
        }
        if (!to.contains("{year}")) {
            problems.add(at + "/year", "the year goes nowhere: «" + to + "» has no {year}");
        }
        if (column.printedYear()) {
            problems.add(at + "/year", "the header has {any year}: the printed year counts, and «year» has no use");
        }
        for (Label label : column.under()) {
            Integer printed = LabelCheck.offset(label);
            if (printed != null && !Objects.equals(printed, column.year())) {
                problems.add(
                        at + "/year",
                        "the header «" + label + "» prints another year than year: " + column.year() + " says");
            }
        }
    }

    /** Whether a column says the year that a path needs. */
    boolean timed(GridColumn column, String path) {
        return !path.contains("{year}") || column.year() != null || column.printedYear();
    }

    /** Rows of a path. */
    void rows(List<GridLocator.Row> rows, String to, String at) {
        Map<Label, Integer> seen = new HashMap<>();
        if (!to.contains("{row}") && rows.size() > 1) {
            problems.add(at, "several rows have one path: «" + to + "» has no {row}");
        }
        for (int r = 0; r < rows.size(); r++) {
            Label label = rows.get(r).label() == null
                    ? rows.get(r).rightOf()
                    : rows.get(r).label();
            String place = at + "/" + r + (rows.get(r).label() == null ? "/right-of" : "/label");
            labels.grid(label, place);
            if (rows.get(r).above() && rows.get(r).label() == null) {
                problems.add(
                        place, "rows right of a label have their own labels beside them; «above» is for one label");
            }
            if (seen.put(label, r) != null) {
                problems.add(place, "the label «" + label + "» stands twice");
            }
        }
    }
}
