package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jigyo.layout.CellContent;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks the description of a cell's content, whether the cell is given by a field, a row or a column. */
final class ContentCheck {

    /** What keys are for, said where they have no effect. */
    private static final Map<String, String> USES = Map.of(
            "row", "it chooses a row of a label that spans several, with right-of and without take: rows",
            "split", "it parts the values of a cell of a field or of a list's column",
            "pattern", "it finds values in the text of one cell, but not of type path, coded or with-unit",
            "with", "it names what else a pattern finds",
            "marks", "it is for the types mark and options",
            "currency", "it is for amounts in fields and in columns of a list",
            "parts", "it is for the type path");

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
     * @param filled placeholders that the column fills in its paths
     */
    void column(GridColumn column, Set<String> filled, String at) {
        GridType type = column.typeOr(GridType.TEXT);
        if (CellCheck.single().contains(type)) {
            problems.add(at + "/type", "type " + KeyCheck.word(type) + " cannot be used in a list");
            return;
        }
        around(column, type, column.pattern(), at, "/pattern");
        split(column, column.is(), filled, at);
        cells.check(
                new CellCheck.Cell(dated(column.is(), column), type, column.codes(), false, filled, column.offsets()),
                false,
                at + "/is");
        unit(column.is(), type, column.currency(), at + "/is");
        further(
                column,
                type,
                value -> new CellCheck.Cell(
                        dated(value.to(), column), value.type(), value.codes(), false, filled, column.offsets()),
                false,
                column.currency(),
                at);
    }

    /** The path of a column whose year only its row or header tells. */
    private static String dated(String path, GridColumn column) {
        boolean told = column.printedYear()
                || (column.yearIn() != null && column.offsets().isEmpty());
        return told ? path.replace(YearTemplate.place(0), "{any year}") : path;
    }

    /**
     * Checks the text around the values of a cell, and the marks that its type needs.
     *
     * @param pattern key of the pattern at this place
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
                    "type options needs a mark set: add «marks: name» here, and at the top of the file marks: {name: {chosen: [■], open: [□]}}");
        }
    }

    /**
     * Checks the further values of a cell.
     *
     * @param cell the cell that a value is read from, with the type of the value
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
                problems.add(place, "type " + KeyCheck.word(typed.type()) + " cannot be used for a part of a cell");
            } else {
                cells.check(cell.apply(typed), optional, place);
                unit(value.to(), typed.type(), currency, place);
            }
        });
    }

    /** Checks that several values of one cell have a path each. */
    void split(CellContent content, String to, Set<String> filled, String at) {
        if (content.split() == null) {
            return;
        }
        filled.add("n");
        if (!to.matches(".*\\{(n|value|code)\\}.*")) {
            problems.add(
                    at + "/split",
                    "«split» gives several values, but «" + to
                            + "» can hold only one; add {value}, {code} or {n} to the path");
        }
    }

    /** Checks the currency unit, which the record stores next to an amount if it differs from the form's. */
    void unit(String path, GridType type, Label currency, String at) {
        if (currency != null) {
            patterns.currency(currency, path, at);
        }
        boolean cost = PathCheck.cost(path);
        if (type == GridType.AMOUNT && !cost) {
            problems.add(
                    at,
                    "type amount can only be used for amounts (costs/…), but the path is «" + path
                            + "»; use type number");
        } else if (cost && (type == GridType.AMOUNT || currency != null)) {
            paths.check(path + "/unit", Holds.NUMBER, at);
        }
    }

    /**
     * Reports the keys of a field that are ignored where it says in this way where it stands.
     *
     * @param keys key that says where it stands → the keys that have an effect beside it
     * @return the key that says where it stands
     */
    String only(String at, Map<String, String> keys) {
        JsonNode field = root.at(at);
        String located = keys.keySet().stream().filter(field::has).findFirst().orElseThrow();
        Set<String> used = new HashSet<>(Set.of("to", "guards", "optional", located));
        used.addAll(List.of(keys.get(located).split(" ")));
        field.fieldNames().forEachRemaining(key -> {
            if (!used.contains(key)) {
                unused(at, key);
            }
        });
        return located;
    }

    /** Reports keys that are ignored at this place. */
    void unused(String at, String... keys) {
        for (String key : keys) {
            if (root.at(at).has(key)) {
                problems.addKey(
                        at,
                        key,
                        "«" + key + "» has no effect here" + (USES.containsKey(key) ? ": " + USES.get(key) : "")
                                + "; remove it"
                                + (key.equals("type") || key.equals("codes")
                                        ? ", or give it at the rows or columns"
                                        : ""));
            }
        }
    }
}
