package org.jigyo.extract.grid;

import java.util.Map;
import org.jigyo.layout.CellContent;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;

/**
 * What a cell shall be.
 *
 * @param type of its value
 * @param codes name of a code list, or null
 * @param and path of a second fact, of types that have one
 * @param parts number of codes, of a path
 * @param pattern what is printed around the values, or null
 * @param with further values by their names in the pattern
 * @param split how the cell holds several values, or null
 * @param marks name of a set of marks, or null
 * @param unit yen in one unit of its amounts when that is not the form's, else null
 * @param continued true when a text may go on on the next page
 */
record CellKind(
        GridType type,
        String codes,
        String and,
        Integer parts,
        Label pattern,
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
                field.pattern(),
                field.with(),
                field.split(),
                field.marks(),
                unit,
                field.continued());
    }

    /** What a row or a column says; its type and code list where the column has its own. */
    static CellKind of(CellContent content, GridType type, String codes, Integer unit) {
        return new CellKind(
                type,
                codes,
                null,
                null,
                content.pattern(),
                content.with(),
                content.split(),
                content.marks(),
                unit,
                false);
    }

    /** One of several values of the cell. */
    CellKind one() {
        return new CellKind(type, codes, and, parts, pattern, with, null, marks, unit, continued);
    }

    /** The value itself, without what is printed around it. */
    CellKind alone() {
        return new CellKind(type, codes, and, parts, null, Map.of(), null, marks, unit, continued);
    }

    /** The same value with something printed around it. */
    CellKind around(Label newPattern) {
        return new CellKind(type, codes, and, parts, newPattern, with, null, marks, unit, continued);
    }

    /** Another value of the same cell. */
    CellKind other(CellValue value) {
        CellValue typed = value.or(type, codes);
        return new CellKind(typed.type(), typed.codes(), null, null, null, Map.of(), null, null, unit, false);
    }
}
