package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridType;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks a field of a grid: that its locator, its type and its path go together. */
final class FieldCheck {

    private final JsonNode root;
    private final CellCheck cells;
    private final ColumnCheck columns;
    private final LabelCheck labels;
    private final PathCheck paths;
    private final Problems problems;

    FieldCheck(JsonNode root, CellCheck cells, PathCheck paths, LabelCheck labels, Problems problems) {
        this.root = root;
        this.cells = cells;
        this.paths = paths;
        this.labels = labels;
        this.problems = problems;
        this.columns = new ColumnCheck(labels, problems);
    }

    /**
     * Checks a field.
     *
     * @param around places that the sections around it fill
     */
    void check(GridField field, Set<String> around, String at) {
        Set<String> filled = new TreeSet<>(around);
        if (field.crossing() != null) {
            unused(at, "and", "type", "codes", "take", "parts", "pattern");
            crossing(field, filled, at);
        } else if (field.rows() != null) {
            unused(at, "and", "take", "parts", "pattern");
            labels.grid(field.rows().below(), at + "/rows/below");
            rows(field, filled, at);
        } else if (field.marked() != null) {
            unused(at, "and", "type", "codes", "take", "parts", "pattern");
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
            pattern(row.pattern(), false, at + "/crossing/rows/" + r + "/pattern");
            Set<String> here = new TreeSet<>(filled);
            if (row.label() == null) {
                here.add("label");
            }
            String path = field.to().replace("{row}", row.is());
            String place = field.to().contains("{row}") ? at + "/crossing/rows/" + r + "/is" : at + "/to";
            for (GridColumn column : field.crossing().columns()) {
                GridType type = column.type() == null ? row.type() : column.type();
                String codes = column.codes() == null ? row.codes() : column.codes();
                if (columns.timed(column, path)) {
                    table(path, column, type, codes, here, field.optional(), place);
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
            GridType type = column.type() == null ? field.type() : column.type();
            String codes = column.codes() == null ? field.codes() : column.codes();
            String place = field.to().contains("{is}") ? at + "/rows/columns/" + c : at + "/to";
            if (columns.timed(column, field.to())) {
                table(field.to(), column, type, codes, filled, field.optional(), place);
            }
        }
    }

    private void table(
            String to,
            GridColumn column,
            GridType type,
            String codes,
            Set<String> filled,
            boolean optional,
            String at) {
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
        cells.check(new CellCheck.Cell(path, type, codes, false, here), optional, at);
    }

    private void single(GridField field, Set<String> filled, String at) {
        if (field.onLine() != null) {
            unused(at, "and", "type", "codes", "take", "parts", "pattern");
            onLine(field.onLine(), at + "/on-line");
        } else {
            String key = field.below() != null ? "/below" : field.leftOf() != null ? "/left-of" : "/right-of";
            labels.grid(field.labels().get(0), at + key);
            pattern(field.pattern(), field.and() != null, at + "/pattern");
        }
        if (field.rightOf() == null) {
            unused(at, "take");
        }
        GridType type = field.type();
        boolean inside = field.pattern() != null && field.pattern().contains("{and}");
        boolean pair = type == GridType.WITH_UNIT || type == GridType.CODED || inside;
        if (field.pattern() != null
                && List.of(GridType.PATH, GridType.CODED, GridType.WITH_UNIT).contains(type)) {
            unused(at, "pattern");
        }
        if (field.and() != null && !pair) {
            problems.add(
                    at + "/and", "a second fact is read by the types coded and with-unit, and by {and} of a pattern");
        } else if (type == GridType.WITH_UNIT && field.and() == null) {
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
        boolean second = field.and() != null && pair;
        cells.check(new CellCheck.Cell(field.to(), type, field.codes(), second, filled), field.optional(), at + "/to");
        if (second) {
            GridType other = inside ? type : GridType.TEXT;
            String codes = inside ? field.codes() : null;
            cells.check(new CellCheck.Cell(field.and(), other, codes, false, filled), field.optional(), at + "/and");
        }
    }

    private void pattern(String pattern, boolean second, String at) {
        if (pattern == null) {
            return;
        }
        int value = pattern.indexOf("{}");
        int and = pattern.indexOf("{and}");
        String rest = pattern.replaceFirst("\\{\\}", "").replaceFirst("\\{and\\}", "");
        if (value < 0 || rest.matches("(?s).*[{}].*")) {
            problems.add(at, "«" + pattern + "» needs one {} where the value stands: {}人");
        } else if (second != and >= 0) {
            problems.add(at, "«" + pattern + "»: {and} stands for the second value, whose path is «and»");
        } else if (Printed.key(rest).isEmpty()) {
            problems.add(at, "«" + pattern + "» would be any cell: it needs what is printed around the value");
        }
    }

    private void onLine(String line, String at) {
        int place = line.indexOf("{}");
        if (place < 0 || line.indexOf("{}", place + 2) >= 0) {
            problems.add(at, "«" + line + "» needs one {} where the value stands: 第{}次総合計画");
        } else if (Printed.key(line.replace("{}", "")).isEmpty()) {
            problems.add(at, "«" + line + "» would be any line: it needs what is printed around {}");
        } else if (line.replace("{}", "").matches(".*[{}].*")) {
            problems.add(at, "«" + line + "» has another place than {}, and a line is read as printed");
        }
    }
}
