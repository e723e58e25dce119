package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jigyo.layout.CellContent;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks what a layout says of the inside of a cell, whether a field, a row or a column names the cell. */
final class ContentCheck {

    private final JsonNode root;
    private final CellCheck cells;
    private final PathCheck paths;
    private final PatternCheck patterns;
    private final Problems problems;

    ContentCheck(JsonNode root, CellCheck cells, PathCheck paths, Problems problems) {
        this.root = root;
        this.cells = cells;
        this.paths = paths;
        this.problems = problems;
        this.patterns = new PatternCheck(problems);
    }

    /**
     * Checks a column of a list.
     *
     * @param filled places that the column fills in its paths
     */
    void column(GridColumn column, Set<String> filled, String at) {
        GridType type = column.typeOr(GridType.TEXT);
        if (CellCheck.single().contains(type)) {
            problems.add(at + "/type", "type " + KeyCheck.word(type) + " cannot be read in a list");
            return;
        }
        around(column, type, column.pattern(), at, "/pattern");
        split(column, column.is(), filled, at);
        cells.check(new CellCheck.Cell(column.is(), type, column.codes(), false, filled), false, at + "/is");
        unit(column.is(), type, column.currency(), at + "/is");
        further(
                column,
                type,
                value -> new CellCheck.Cell(value.to(), value.type(), value.codes(), false, filled),
                false,
                column.currency(),
                at);
    }

    /**
     * What stands around the values of a cell, and the marks that its type needs.
     *
     * @param pattern under this key of the place
     */
    void around(CellContent content, GridType type, Label pattern, String at, String key) {
        patterns.check(pattern, type, content.with(), at + key);
        if (List.of(GridType.PATH, GridType.CODED, GridType.WITH_UNIT).contains(type)) {
            unused(at, "pattern", "with", "split");
        }
        if (!List.of(GridType.OPTIONS, GridType.MARK).contains(type)) {
            unused(at, "marks");
        } else if (type == GridType.OPTIONS && content.marks() == null) {
            problems.add(
                    at,
                    "type options needs a set of marks: marks: name, and above: marks: {name: {chosen: [■], open: [□]}}");
        }
    }

    /**
     * The further values of a cell.
     *
     * @param cell the cell that a value is read of, with the type of the value
     */
    void further(
            CellContent content,
            GridType type,
            Function<CellValue, CellCheck.Cell> cell,
            boolean optional,
            Label currency,
            String at) {
        content.with().forEach((name, value) -> {
            CellValue typed = value.or(type, content.codes());
            String place = KeyCheck.in(at + "/with", name);
            if (CellCheck.single().contains(typed.type()) || typed.type() == GridType.OPTIONS) {
                problems.add(place, "type " + KeyCheck.word(typed.type()) + " cannot be part of a cell");
            } else {
                cells.check(cell.apply(typed), optional, place);
                unit(value.to(), typed.type(), currency, place);
            }
        });
    }

    /** Several values of one cell need a path for each. */
    void split(CellContent content, String to, Set<String> filled, String at) {
        if (content.split() == null) {
            return;
        }
        filled.add("n");
        if (!to.matches(".*\\{(n|value|code)\\}.*")) {
            problems.add(
                    at + "/split",
                    "the cell holds several values, and «" + to + "» is one: it needs {value}, {code} or {n}");
        }
    }

    /** The unit of an amount stands beside it in the record where it is not that of the form. */
    void unit(String path, GridType type, Label currency, String at) {
        if (currency != null) {
            patterns.currency(currency, path, at);
        }
        boolean cost = PathCheck.cost(path);
        if (type == GridType.AMOUNT && !cost) {
            problems.add(at, "type amount is for amounts, and «" + path + "» is none; take number");
        } else if (cost && (type == GridType.AMOUNT || currency != null)) {
            paths.check(path + "/unit", Holds.NUMBER, at);
        }
    }

    /** Keys that mean nothing here would be passed over silently. */
    void unused(String at, String... keys) {
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
}
