package org.jigyo.extract.grid;

import java.util.Map;
import org.jigyo.layout.CellContent;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;

/**
 * The kind of a cell.
 *
 * @param type type of its value
 * @param codes name of a code list, or null
 * @param and path of a second fact, for types that have one
 * @param parts number of codes, for a path
 * @param pattern text printed around the values, or null
 * @param with further values by their names in the pattern
 * @param split how several values are separated, or null
 * @param marks name of a mark set, or null
 * @param unit yen per unit of its amounts if it differs from the form's, else null
 * @param continued true if a text may continue on the next page
 */
record CellKind(
        GridType type,
        String codes,
        String and,
        Integer parts,
        CellDivision pattern,
        Map<String, CellValue> with,
        String split,
        String marks,
        Integer unit,
        boolean continued) {

    static CellKind of(GridField field, Integer unit) {
        return new CellKind(
                field.type(),
                field.codes(),
                field.and(),
                field.parts(),
                CellDivision.of(field.pattern(), field.type(), field.with()),
                field.with(),
                field.split(),
                field.marks(),
                unit,
                field.continued());
    }

    /**
     * The kind of cell that a row or column describes. Type and code list may come from an enclosing element.
     */
    static CellKind of(CellContent content, GridType type, String codes, Integer unit) {
        return new CellKind(
                type,
                codes,
                null,
                null,
                CellDivision.of(content.pattern(), type, content.with()),
                content.with(),
                content.split(),
                content.marks(),
                unit,
                false);
    }

    /** The kind of one of several values of the cell. */
    CellKind one() {
        return new CellKind(type, codes, and, parts, pattern, with, null, marks, unit, continued);
    }

    /** The kind of the value itself, without the text around it. */
    CellKind alone() {
        return new CellKind(type, codes, and, parts, null, Map.of(), null, marks, unit, continued);
    }

    /** The same kind with text printed around the value. */
    CellKind around(Label newPattern) {
        CellDivision around = CellDivision.of(newPattern, type, with);
        return new CellKind(type, codes, and, parts, around, with, null, marks, unit, continued);
    }

    /** The kind of another value of the same cell. */
    CellKind other(CellValue value) {
        CellValue typed = value.or(type, codes);
        return new CellKind(typed.type(), typed.codes(), null, null, null, Map.of(), null, null, unit, false);
    }
}
