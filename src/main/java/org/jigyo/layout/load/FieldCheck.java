package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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

/** Checks a field of a grid: that its locator, its type and its path go together. */
final class FieldCheck {

    private final JsonNode root;
    private final CellCheck cells;
    private final ColumnCheck columns;
    private final LabelCheck labels;
    private final PathCheck paths;
    private final PatternCheck patterns;
    private final Problems problems;

    FieldCheck(JsonNode root, CellCheck cells, PathCheck paths, LabelCheck labels, Problems problems) {
        this.root = root;
        this.cells = cells;
        this.paths = paths;
        this.labels = labels;
        this.problems = problems;
        this.columns = new ColumnCheck(labels, problems);
        this.patterns = new PatternCheck(problems);
    }

    /**
     * Checks a field.
     *
     * @param around places that the sections around it fill
     */
    void check(GridField field, Set<String> around, String at) {
        Set<String> filled = new TreeSet<>(around);
        if (field.labelledYear() != null) {
            filled.add("year");
        }
        if (field.crossing() != null) {
            unused(at, "and", "type", "codes", "take", "parts", "pattern", "with", "split", "marks", "continued");
            crossing(field, filled, at);
        } else if (field.rows() != null) {
            unused(at, "and", "take", "parts", "pattern", "with", "split", "marks", "currency", "continued");
            labels.grid(field.rows().below(), at + "/rows/below");
            rows(field, filled, at);
        } else if (field.marked() != null) {
            unused(
                    at,
                    "and",
                    "type",
                    "codes",
                    "take",
                    "parts",
                    "pattern",
                    "with",
                    "split",
                    "marks",
                    "currency",
                    "continued");
            labels.grid(field.marked().rightOf(), at + "/marked/right-of");
            marked(field, filled, at);
        } else {
            single(field, filled, at);
        }
    }

    /** Keys that mean nothing for this locator would be passed over silently. */
    private void unused(String at, String... keys) {
        for (String key : keys) {
            if (root.at(at).has(key)) {
                problems.addKey(
                        at,
                        key,
                        "«" + key + "» has no use here"
                                + (key.equals("type") || key.equals("codes")
                                        ? "; types and code lists stand at rows and columns"
                                        : ""));
            }
        }
    }

    private void marked(GridField field, Set<String> filled, String at) {
        if (!field.to().contains("{value}")) {
            problems.add(at + "/to", "«" + field.to() + "» has no {value} for the option that is chosen");
            return;
        }
        filled.add("value");
        if (cells.places(field.to(), filled, at + "/to")) {
            paths.check(field.to(), Holds.TRUE, at + "/to");
        }
    }

    private void crossing(GridField field, Set<String> filled, String at) {
        columns.check(field.crossing().columns(), field.to(), at + "/crossing/columns");
        List<GridLocator.Row> rows = field.crossing().rows();
        columns.rows(rows, field.to(), at + "/crossing/rows");
        for (int r = 0; r < rows.size(); r++) {
            GridLocator.Row row = rows.get(r);
            patterns.check(row.pattern(), row.type(), row.with(), at + "/crossing/rows/" + r + "/pattern");
            Set<String> here = new TreeSet<>(filled);
            if (row.label() == null) {
                here.add("label");
            }
            String path = field.to().replace("{row}", row.is());
            String place = field.to().contains("{row}") ? at + "/crossing/rows/" + r + "/is" : at + "/to";
            for (GridColumn column : field.crossing().columns()) {
                GridType type = column.typeOr(row.type());
                String codes = column.codesOr(row.codes());
                if (columns.timed(column, path)) {
                    table(path, column, type, codes, here, field, place);
                    String with = at + "/crossing/rows/" + r + "/with";
                    row.with().forEach((name, value) -> {
                        CellValue typed = value.or(type, codes);
                        String to = value.to().replace("{row}", row.is());
                        table(to, column, typed.type(), typed.codes(), here, field, KeyCheck.in(with, name));
                    });
                }
            }
        }
    }

    private void rows(GridField field, Set<String> filled, String at) {
        columns.check(field.rows().columns(), field.to(), at + "/rows/columns");
        filled.add("n");
        List<GridColumn> list = field.rows().columns();
        for (int c = 0; c < list.size(); c++) {
            GridColumn column = list.get(c);
            GridType type = column.typeOr(field.type());
            String codes = column.codesOr(field.codes());
            String place = field.to().contains("{is}") ? at + "/rows/columns/" + c : at + "/to";
            if (columns.timed(column, field.to())) {
                table(field.to(), column, type, codes, filled, field, place);
            }
        }
    }

    private void table(
            String to, GridColumn column, GridType type, String codes, Set<String> filled, GridField field, String at) {
        if (CellCheck.single().contains(type)) {
            problems.add(at, "type " + KeyCheck.word(type) + " cannot be read in a table");
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
        unit(path, type, field, at);
    }

    private void single(GridField field, Set<String> filled, String at) {
        GridType type = field.type();
        if (field.onLine() != null) {
            unused(at, "and", "take", "parts", "pattern", "split");
            Label line = new Label(List.of(field.onLine()));
            patterns.check(line, type, field.with(), at + "/on-line");
        } else if (field.inFileName() != null) {
            unused(at, "and", "take", "parts", "pattern", "split");
            patterns.check(new Label(List.of(field.inFileName())), type, field.with(), at + "/in-file-name");
        } else {
            String key = field.below() != null ? "/below" : field.leftOf() != null ? "/left-of" : "/right-of";
            labels.grid(field.labels().get(0), at + key);
            patterns.check(field.pattern(), type, field.with(), at + "/pattern");
        }
        if (field.rightOf() == null) {
            unused(at, "take");
        }
        if (field.take() == GridLocator.Take.TABLE) {
            unused(at, "type", "codes", "pattern", "with", "split", "marks", "continued");
        }
        if (field.continued() && !List.of(GridType.TEXT, GridType.HTML).contains(type)) {
            problems.add(at + "/continued", "only a text can go on on the next page");
        }
        if (List.of(GridType.PATH, GridType.CODED, GridType.WITH_UNIT).contains(type)) {
            unused(at, "pattern", "with", "split");
        }
        if (!List.of(GridType.OPTIONS, GridType.MARK).contains(type)) {
            unused(at, "marks");
        } else if (type == GridType.OPTIONS && field.marks() == null) {
            problems.add(
                    at,
                    "type options needs a set of marks: marks: name, and above: marks: {name: {chosen: [■], open: [□]}}");
        }
        second(field, filled, at);
        split(field, filled, at);
        cells.check(
                new CellCheck.Cell(dated(field.to(), field), type, field.codes(), field.and() != null, filled),
                field.optional(),
                at + "/to");
        unit(field.to(), type, field, at + "/to");
        field.with().forEach((name, value) -> {
            CellValue typed = value.or(type, field.codes());
            GridType other = typed.type();
            String place = KeyCheck.in(at + "/with", name);
            if (CellCheck.single().contains(other)) {
                problems.add(place, "type " + KeyCheck.word(other) + " cannot be part of a cell");
            } else {
                cells.check(
                        new CellCheck.Cell(dated(value.to(), field), other, typed.codes(), false, filled),
                        field.optional(),
                        place);
                unit(value.to(), other, field, place);
            }
        });
    }

    /** A path with the year that the label prints. */
    private static String dated(String path, GridField field) {
        return field.labelledYear() == null ? path : path.replace("{year}", YearTemplate.place(field.labelledYear()));
    }

    /** The path of a second fact, the codes of a path. */
    private void second(GridField field, Set<String> filled, String at) {
        GridType type = field.type();
        boolean pair = type == GridType.WITH_UNIT || type == GridType.CODED;
        if (field.and() != null && !pair) {
            problems.add(at + "/and", "a second fact is read by the types coded and with-unit; a pattern has «with»");
        } else if (field.and() != null) {
            cells.check(
                    new CellCheck.Cell(field.and(), GridType.TEXT, null, false, filled), field.optional(), at + "/and");
        } else if (type == GridType.WITH_UNIT) {
            problems.add(at + "/type", "type with-unit needs a path for the unit: and: indicators/{n}/unit");
        }
        if (type == GridType.PATH && field.take() != GridLocator.Take.ROWS) {
            problems.add(at + "/type", "type path reads a row of cells: take: rows");
        }
        if (type != GridType.PATH) {
            unused(at, "parts");
        } else if (field.parts() != null && (field.parts() < 1 || field.parts() > 9)) {
            problems.add(at + "/parts", "between 1 and 9 codes stand before a name");
        }
    }

    private void split(GridField field, Set<String> filled, String at) {
        if (field.split() == null) {
            return;
        }
        filled.add("n");
        if (!field.to().matches(".*\\{(n|value|code)\\}.*")) {
            problems.add(
                    at + "/split",
                    "the cell holds several values, and «" + field.to() + "» is one: it needs {value}, {code} or {n}");
        }
    }

    /** The unit of an amount stands beside it in the record where it is not that of the form. */
    private void unit(String path, GridType type, GridField field, String at) {
        if (field.currency() != null) {
            patterns.currency(field.currency(), path, at);
        }
        boolean cost = PathCheck.cost(path);
        if (type == GridType.AMOUNT && !cost) {
            problems.add(at, "type amount is for amounts, and «" + path + "» is none; take number");
        } else if (cost && (type == GridType.AMOUNT || field.currency() != null)) {
            paths.check(path + "/unit", Holds.NUMBER, at);
        }
    }
}
