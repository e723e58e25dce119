package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks that the locator, type and path of a grid field fit together. */
final class FieldCheck {

    private static final int ANY_YEAR = 2024;

    private static final String CELL = "and type codes parts pattern with split marks currency year continued";
    private static final String PART = "type codes with marks currency year";

    /** What a field may say besides its path, by the key that says where it stands. */
    private static final Map<String, String> KEYS = Map.of(
            "right-of",
            CELL + " take row",
            "left-of",
            CELL,
            "below",
            CELL,
            "on-line",
            PART,
            "in-file-name",
            PART,
            "crossing",
            "currency",
            "rows",
            "type codes",
            "marked",
            "");

    private static final int MOST_ROWS = 99;

    private final CellCheck cells;
    private final ColumnCheck columns;
    private final LabelCheck labels;
    private final PathCheck paths;
    private final ContentCheck contents;
    private final Problems problems;

    FieldCheck(JsonNode root, CellCheck cells, PathCheck paths, LabelCheck labels, Problems problems) {
        this.cells = cells;
        this.paths = paths;
        this.labels = labels;
        this.problems = problems;
        this.columns = new ColumnCheck(labels, problems);
        this.contents = new ContentCheck(root, cells, paths, problems);
    }

    /** The checks of cell contents. */
    ContentCheck contents() {
        return contents;
    }

    /**
     * Checks a field.
     *
     * @param around placeholders filled by the sections around it
     */
    void check(GridField field, Set<String> around, String at) {
        Set<String> filled = new TreeSet<>(around);
        if (field.ofYear() != null) {
            filled.add("year");
        }
        String located = contents.only(at, KEYS);
        if (field.crossing() != null) {
            crossing(field, filled, at);
        } else if (field.rows() != null) {
            labels.grid(field.rows().below(), at + "/rows/below");
            rows(field, filled, at);
        } else if (field.marked() != null) {
            labels.grid(field.marked().rightOf(), at + "/marked/right-of");
            marked(field, filled, at);
        } else {
            single(field, located, filled, at);
        }
    }

    private void marked(GridField field, Set<String> filled, String at) {
        if (!field.to().contains("{value}")) {
            cells.check(
                    new CellCheck.Cell(field.to(), GridType.TEXT, null, false, filled), field.optional(), at + "/to");
            return;
        }
        filled.add("value");
        if (cells.places(field.to(), filled, at + "/to")) {
            paths.check(dated(field.to(), field), Holds.TRUE, at + "/to");
        }
    }

    private void crossing(GridField field, Set<String> filled, String at) {
        boolean chosen = field.crossing().chosen(field.to());
        boolean dated = field.crossing().rows().stream().allMatch(r -> r.year() != null);
        String timed = dated ? field.to().replace("{year}", "*") : field.to();
        columns.check(field.crossing().columns(), timed, chosen, at + "/crossing/columns");
        for (int c = 0; c < field.crossing().columns().size(); c++) {
            contents.unused(at + "/crossing/columns/" + c, "pattern", "with", "split", "marks", "currency");
        }
        List<GridLocator.Row> rows = field.crossing().rows();
        columns.rows(rows, field.to(), at + "/crossing/rows");
        for (int r = 0; r < rows.size(); r++) {
            GridLocator.Row row = rows.get(r);
            contents.around(row, row.type(), row.pattern(), at + "/crossing/rows/" + r, "/pattern");
            Set<String> here = new TreeSet<>(filled);
            if (row.label() == null) {
                here.add("label");
            }
            String path = row(field.to(), row, here);
            String place = field.to().contains("{row}") ? at + "/crossing/rows/" + r + "/is" : at + "/to";
            if (chosen) {
                cells.check(new CellCheck.Cell(path, GridType.TEXT, null, false, here), field.optional(), place);
                continue;
            }
            for (GridColumn column : field.crossing().columns()) {
                GridType type = column.typeOr(row.type());
                String codes = column.codesOr(row.codes());
                if (columns.timed(column, path)) {
                    table(path, column, type, codes, here, field, place);
                    String with = at + "/crossing/rows/" + r + "/with";
                    row.with().forEach((name, value) -> {
                        CellValue typed = value.or(type, codes);
                        String to = row(value.to(), row, here);
                        table(to, column, typed.type(), typed.codes(), here, field, KeyCheck.in(with, name));
                    });
                }
            }
        }
    }

    private static String row(String to, GridLocator.Row row, Set<String> filled) {
        String path = to.replace("{row}", row.is());
        if (row.year() == null) {
            return path;
        }
        filled.add("year");
        return path.replace("{year}", YearTemplate.place(row.year()));
    }

    private void rows(GridField field, Set<String> filled, String at) {
        columns.check(field.rows().columns(), field.to(), false, at + "/rows/columns");
        filled.add("n");
        List<GridColumn> list = field.rows().columns();
        for (int c = 0; c < list.size(); c++) {
            GridColumn column = list.get(c);
            GridType type = column.typeOr(field.type());
            String codes = column.codesOr(field.codes());
            String place = field.to().contains("{is}") ? at + "/rows/columns/" + c : at + "/to";
            String here = at + "/rows/columns/" + c;
            contents.unused(here, "split", "currency");
            contents.around(column, type, column.pattern(), here, "/pattern");
            if (columns.timed(column, field.to())) {
                table(field.to(), column, type, codes, filled, field, place);
                column.with().forEach((name, value) -> {
                    CellValue typed = value.or(type, codes);
                    table(
                            value.to(),
                            column,
                            typed.type(),
                            typed.codes(),
                            filled,
                            field,
                            KeyCheck.in(here + "/with", name));
                });
            }
        }
    }

    private void table(
            String to, GridColumn column, GridType type, String codes, Set<String> filled, GridField field, String at) {
        boolean marked = type == GridType.OPTIONS && field.crossing() != null;
        if (CellCheck.single().contains(type) || marked) {
            problems.add(at, "type " + KeyCheck.word(type) + " cannot be used in a table");
            return;
        }
        Set<String> here = new TreeSet<>(filled);
        String path = column.is().isEmpty() ? to : to.replace("{is}", column.is());
        if (column.year() != null) {
            here.add("year");
            path = path.replace("{year}", YearTemplate.place(column.year()));
        } else if (column.printedYear()) {
            here.add("year");
            path = path.replace("{year}", "{any year}");
        }
        cells.check(new CellCheck.Cell(path, type, codes, false, here), field.optional(), at);
        contents.unit(path, type, field.currency(), at);
    }

    private void single(GridField field, String located, Set<String> filled, String at) {
        GridType type = field.type();
        if (field.onLine() != null || field.inFileName() != null) {
            Label line = new Label(List.of(years(field.onLine() == null ? field.inFileName() : field.onLine())));
            contents.around(field, type, line, at, "/" + located);
        } else {
            labels.grid(field.labels().get(0), at + "/" + located);
            contents.around(field, type, field.pattern(), at, "/pattern");
        }
        if (field.take() == GridLocator.Take.TABLE) {
            contents.only(at, Map.of("right-of", "take year"));
        }
        if (field.row() != null && (field.row() < 1 || field.row() > MOST_ROWS)) {
            problems.add(at + "/row", "«row» is one of the rows that the label spans, from 1 to " + MOST_ROWS);
        }
        if (field.row() != null && field.take() == GridLocator.Take.ROWS) {
            contents.unused(at, "row");
        }
        if (field.continued() && !List.of(GridType.TEXT, GridType.HTML).contains(type)) {
            problems.add(
                    at + "/continued",
                    "only a text can continue on the next page; remove «continued», or use type text or html");
        }
        year(field, at);
        second(field, filled, at);
        contents.split(field, field.to(), filled, at);
        cells.check(
                new CellCheck.Cell(dated(field.to(), field), type, field.codes(), field.and() != null, filled),
                field.optional(),
                at + "/to");
        contents.unit(field.to(), type, field.currency(), at + "/to");
        contents.further(
                field,
                type,
                value -> {
                    String path = dated(value.to(), field);
                    return new CellCheck.Cell(path, value.type(), value.codes(), false, filled);
                },
                field.optional(),
                field.currency(),
                at);
    }

    /** A line or a file's name as it is printed in one year. */
    private static String years(String wording) {
        return YearTemplate.label(wording, ANY_YEAR);
    }

    /** The year that the layout says of a single cell. */
    private void year(GridField field, String at) {
        if (field.year() == null) {
            return;
        }
        boolean used = field.to().contains("{year}")
                || field.with().values().stream().anyMatch(v -> v.to().contains("{year}"));
        if (!LabelCheck.near(field.year())) {
            problems.add(at + "/year", "year is the distance from the evaluated year: 0, -1, 1");
        } else if (!used) {
            problems.add(at + "/year", "the year goes nowhere: «" + field.to() + "» has no {year}");
        } else if (field.labelledYear() != null) {
            problems.add(at + "/year", "the label prints the year, and «year» has no use");
        }
    }

    /** A path with the year printed in the label. */
    private static String dated(String path, GridField field) {
        return field.ofYear() == null ? path : path.replace("{year}", YearTemplate.place(field.ofYear()));
    }

    /** Checks the path of a second fact and the number of codes in a path. */
    private void second(GridField field, Set<String> filled, String at) {
        GridType type = field.type();
        boolean pair = type == GridType.WITH_UNIT || type == GridType.CODED;
        if (field.and() != null && !pair) {
            problems.add(
                    at + "/and",
                    "«and» can only be used with the types coded and with-unit; for a second value in a pattern, use «with»");
        } else if (field.and() != null) {
            cells.check(
                    new CellCheck.Cell(field.and(), GridType.TEXT, null, false, filled), field.optional(), at + "/and");
        } else if (type == GridType.WITH_UNIT) {
            problems.add(
                    at + "/type",
                    "type with-unit needs a path for the unit; add «and», for example and: indicators/{n}/unit");
        }
        if (type == GridType.PATH && field.take() != GridLocator.Take.ROWS) {
            problems.add(at + "/type", "type path reads a row of cells; add take: rows");
        }
        if (type != GridType.PATH) {
            contents.unused(at, "parts");
        } else if (field.parts() != null && (field.parts() < 1 || field.parts() > 9)) {
            problems.add(at + "/parts", "«parts» is the number of codes before the name, 1 to 9");
        }
    }
}
