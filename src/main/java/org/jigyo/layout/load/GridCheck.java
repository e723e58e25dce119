package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.layout.Grid;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridSection;
import org.jigyo.layout.GridType;
import org.jigyo.layout.GridYear;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks a {@code grid}. */
final class GridCheck {

    private final Grid grid;
    private final PathCheck paths;
    private final Problems problems;
    private final LabelCheck labels;
    private final FieldCheck fields;

    GridCheck(Grid grid, JsonNode root, PathCheck paths, Problems problems) {
        this.grid = grid;
        this.paths = paths;
        this.problems = problems;
        this.labels = new LabelCheck(problems);
        this.fields = new FieldCheck(root, new CellCheck(paths, problems), paths, labels, problems);
    }

    void check() {
        years();
        for (int d = 0; d < grid.dropped().size(); d++) {
            labels.grid(grid.dropped().get(d), "/grid/dropped/" + d);
        }
        for (int f = 0; f < grid.furniture().size(); f++) {
            furniture(grid.furniture().get(f), "/grid/furniture/" + f);
        }
        if (!grid.list().isEmpty()) {
            if (!grid.fields().isEmpty() || !grid.sections().isEmpty()) {
                problems.addKey(
                        "/grid",
                        "list",
                        "a grid with a list cannot have fields or sections; move them to columns of the list");
            }
            list();
        } else {
            level(grid.fields(), grid.sections(), Set.of(), "/grid");
        }
    }

    /** Checks what opens a sheet and where its years are printed. */
    private void years() {
        labels.grid(grid.opening(), grid.title() == null ? "/grid/opens" : "/grid/title");
        if (grid.title() != null) {
            printed(grid.title(), "/grid/title");
            grid.title().wordings().stream()
                    .filter(w -> Printed.key(
                                    YearTemplate.PLACE.matcher(w).replaceAll("").replace("…", ""))
                            .isEmpty())
                    .forEach(w -> problems.add(
                            "/grid/title", "«" + w + "» matches every cell with a year; add the text printed with it"));
        }
        paths.check("fiscalYear", Holds.YEAR, "/grid");
        if (grid.year() != null) {
            year(grid.year(), "/grid/year");
        }
        for (int c = 0; c < grid.confirmed().size(); c++) {
            year(grid.confirmed().get(c), "/grid/confirmed/" + c);
            if (grid.confirmed().get(c).is() != null) {
                problems.add(
                        "/grid/confirmed/" + c,
                        "«confirmed» needs a printed year; «is» states a year without reading it");
            }
        }
        if (grid.published() != null) {
            year(grid.published(), "/grid/published");
            paths.check("publishedYear", Holds.YEAR, "/grid/published");
        }
    }

    private void year(GridYear year, String at) {
        if (year.printed() != null) {
            labels.grid(year.printed(), at + "/printed");
            printed(year.printed(), at + "/printed");
        } else if (year.rightOf() != null) {
            labels.grid(year.rightOf(), at + "/right-of");
            place(year.pattern(), at + "/pattern");
        } else if (year.inFileName() != null) {
            place(year.inFileName(), at + "/in-file-name");
        } else if (year.is() == null) {
            year.under().forEach(label -> labels.grid(label, at + "/under"));
            if (year.under().stream().noneMatch(l -> LabelCheck.offset(l) != null)) {
                problems.add(at + "/under", "one of the headers needs {year} at the place of the evaluated year");
            }
        } else if (year.is() < 1950 || year.is() > 2100) {
            problems.add(at + "/is", year.is() + " is not a western fiscal year such as 2024");
        }
    }

    private void furniture(String wording, String at) {
        String rest = wording.replaceFirst("\\{page\\}", "")
                .replaceFirst("\\{pages\\}", "")
                .replaceFirst("\\{any year\\}", "");
        if (rest.matches("(?s).*[{}].*")) {
            problems.add(
                    at,
                    "«" + wording + "»: the placeholders allowed in «furniture» are {page}, {pages} and {any year}");
        } else if (Printed.key(rest.replace("…", "")).isEmpty() && !wording.contains("{page}")) {
            problems.add(at, "«" + wording + "» would match any line; add the text printed with it");
        }
    }

    /** Checks a text with one placeholder, which is a year. */
    private void place(String pattern, String at) {
        String rest = YearTemplate.PLACE.matcher(pattern).replaceFirst("");
        if (rest.equals(pattern) || rest.matches("(?s).*[{}].*")) {
            problems.add(at, "«" + pattern + "» needs exactly one {year} at the place of the evaluated year");
        }
    }

    private void printed(Label label, String at) {
        for (String wording : label.wordings()) {
            if (!YearTemplate.PLACE.matcher(wording).find()) {
                problems.add(at, "«" + wording + "» needs {year} at the place of the evaluated year");
            }
        }
    }

    private void level(List<GridField> level, List<GridSection> sections, Set<String> filled, String at) {
        Map<String, String> read = new HashMap<>();
        for (int f = 0; f < level.size(); f++) {
            GridField field = level.get(f);
            String place = at + "/fields/" + f;
            fields.check(field, filled, place);
            // A single cell has one value. Tables and marks under the same label are other cells.
            if (field.rightOf() != null || field.leftOf() != null || field.below() != null) {
                String cell = field.locator().toString();
                String before = read.putIfAbsent(cell, field.to());
                if (before != null) {
                    problems.add(
                            place,
                            "the label «" + field.labels().get(0) + "» is used twice: «" + before + "» and «"
                                    + field.to()
                                    + "» would be read from the same cell; give one of them another label");
                }
            }
        }
        Map<Label, Integer> headings = new HashMap<>();
        for (int s = 0; s < sections.size(); s++) {
            GridSection section = sections.get(s);
            String place = at + "/sections/" + s;
            labels.grid(section.heading(), place + "/heading");
            if (headings.put(section.heading(), s) != null) {
                problems.add(place + "/heading", "the heading «" + section.heading() + "» is used twice");
            }
            Set<String> below = new TreeSet<>(filled);
            if (section.repeat() || section.part()) {
                below.add(section.part() ? "part" : "n");
            }
            level(section.fields(), section.sections(), below, place);
        }
    }

    private void list() {
        Map<List<Label>, Integer> seen = new HashMap<>();
        for (int c = 0; c < grid.list().size(); c++) {
            GridColumn column = grid.list().get(c);
            String at = "/grid/list/" + c;
            column.each().get(0).under().forEach(label -> labels.grid(label, at + "/under"));
            column.parts().forEach(label -> labels.grid(label, at + "/parts"));
            if (column.yearIn() != null) {
                labels.grid(column.yearIn(), at + "/year-in");
            }
            if (seen.put(column.under(), c) != null) {
                problems.add(at + "/under", "two columns have the same header «" + column.under() + "»");
            }
            if (column.is().isEmpty()) {
                problems.add(at, "a column of a list needs «is», the path of its fact");
                continue;
            }
            fields.contents().column(column, filled(column), at);
            joint(column, at);
        }
    }

    /** What stands between two parts has to be something that the type can hold. */
    private void joint(GridColumn column, String at) {
        boolean figure = List.of(GridType.DIGITS, GridType.NUMBER, GridType.AMOUNT, GridType.PERCENT)
                .contains(column.typeOr(GridType.TEXT));
        if (figure && !column.joint().matches("\\d*")) {
            problems.add(
                    at + "/joint",
                    "the parts are joined by «" + column.joint() + "», which type " + KeyCheck.word(column.type())
                            + " cannot hold: leave out «type», or «joint»");
        }
    }

    /** The placeholders that a column of a list fills in its path: its year, and the code formed by its parts. */
    private static Set<String> filled(GridColumn column) {
        Set<String> filled = new TreeSet<>();
        boolean year = !column.years().isEmpty() || column.yearIn() != null || column.year() != null;
        if (year || column.printedYear()) {
            filled.add("year");
        }
        if (!column.parts().isEmpty()) {
            filled.add("code");
        }
        return filled;
    }
}
