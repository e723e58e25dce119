package org.jigyo.layout.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;

/** Checks the columns and rows of a table: that their years agree with their headers, and that none is repeated. */
final class ColumnCheck {

    private final LabelCheck labels;
    private final Problems problems;

    ColumnCheck(LabelCheck labels, Problems problems) {
        this.labels = labels;
        this.problems = problems;
    }

    /** Checks the columns of a path; of those of which one is chosen by a mark, {@code is} is the value. */
    void check(List<GridColumn> columns, String to, boolean chosen, String at) {
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
            if (chosen && column.is().isEmpty()) {
                problems.add(place, "the column needs «is», the value that a mark below it chooses");
            } else if (to.contains("{is}") && column.is().isEmpty()) {
                problems.add(place, "the column needs «is», the text that replaces {is} in «" + to + "»");
            } else if (!chosen && !to.contains("{is}") && !column.is().isEmpty()) {
                problems.add(
                        place + "/is",
                        "«is» is not used, because «" + to + "» has no {is}; add {is} to the path or remove «is»");
            }
            if (seen.put(column.under() + " / " + column.line(), c) != null) {
                problems.add(place + "/under", "two columns have the same header «" + column.under() + "»");
            }
        }
    }

    private void year(GridColumn column, String to, String at) {
        if (column.year() == null) {
            if (!timed(column, to)) {
                problems.add(
                        at,
                        "the path «" + to
                                + "» needs a year, but this column gives none; add year: 0 or year: -1 (the offset from the evaluated year), "
                                + "or {any year} in its header");
            }
            return;
        }
        if (!LabelCheck.near(column.year())) {
            problems.add(at + "/year", "«year» is the offset from the evaluated year, such as 0, -1 or 1");
        }
        if (!to.contains("{year}")) {
            problems.add(
                    at + "/year", "the year is not used, because «" + to + "» has no {year}; add /{year} to the path");
        }
        if (column.printedYear()) {
            problems.add(at + "/year", "the header has {any year}, so the printed year is used; remove «year»");
        }
        for (Label label : column.under()) {
            Integer printed = LabelCheck.offset(label);
            if (printed != null && !Objects.equals(printed, column.year())) {
                problems.add(
                        at + "/year",
                        "the header «" + label + "» prints a different year than «year: " + column.year() + "»");
            }
        }
    }

    /** True if a column provides the year that a path needs. */
    boolean timed(GridColumn column, String path) {
        return !path.contains("{year}") || column.year() != null || column.printedYear();
    }

    /** True if a label prints a year, or says in a word which one is meant. */
    private static boolean says(Label label, int year) {
        Integer printed = LabelCheck.offset(label);
        return printed == null
                ? label.wordings().stream().allMatch(w -> YearTemplate.relative(w) != null)
                : printed == year;
    }

    /** Checks the rows of a path. */
    void rows(List<GridLocator.Row> rows, String to, String at) {
        Map<Label, Integer> seen = new HashMap<>();
        // rows of different years have different paths
        boolean dated = to.contains("{year}")
                && rows.stream().allMatch(r -> r.year() != null)
                && rows.stream().map(GridLocator.Row::year).distinct().count() == rows.size();
        if (!to.contains("{row}") && rows.size() > 1 && !dated) {
            problems.add(
                    at, "several rows have the same path, because «" + to + "» has no {row}; add {row} to the path");
        }
        for (int r = 0; r < rows.size(); r++) {
            Label label = rows.get(r).label() == null
                    ? rows.get(r).rightOf()
                    : rows.get(r).label();
            String place = at + "/" + r + (rows.get(r).label() == null ? "/right-of" : "/label");
            labels.grid(label, place);
            if (rows.get(r).above() && rows.get(r).label() == null) {
                problems.add(
                        place,
                        "rows with «right-of» have their own labels at their left; «above» can only be used with «label»");
            }
            Integer year = rows.get(r).year();
            if (year != null && (!LabelCheck.near(year) || !says(label, year))) {
                problems.add(
                        place,
                        "the label of a row with «year: " + year + "» has to print that year, or say it: 前年度, 当年度");
            }
            if (seen.put(label, r) != null) {
                problems.add(place, "the label «" + label + "» is used twice");
            }
        }
    }
}
