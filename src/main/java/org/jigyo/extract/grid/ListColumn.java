package org.jigyo.extract.grid;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;

/**
 * A column of a list found on the sheet.
 *
 * @param headers one header, or one for each part
 * @param year its fiscal year; 0 if it has none
 * @param yearIn header of the column that gives the year in each row, or null
 * @param kind what its cells hold
 * @param usual the path of its facts for its own year
 * @param how how its cells are found, in words
 */
record ListColumn(
        GridColumn column, List<Item> headers, int year, Item yearIn, CellKind kind, PathTemplate usual, String how) {

    /** A column with amounts in the form's unit. */
    static ListColumn of(GridColumn column, List<Item> headers, int year, Item yearIn) {
        String how = "column " + column.under();
        return new ListColumn(column, headers, year, yearIn, kind(column, null), path(column, year), how);
    }

    private static CellKind kind(GridColumn column, Integer unit) {
        return CellKind.of(column, column.typeOr(GridType.TEXT), column.codes(), unit);
    }

    /**
     * A copy with amounts in another unit.
     *
     * @param unit yen per unit
     */
    ListColumn in(int unit) {
        return new ListColumn(column, headers, year, yearIn, kind(column, unit), usual, how);
    }

    PathTemplate path(int stated) {
        return stated == 0 ? usual : path(column, stated);
    }

    private static PathTemplate path(GridColumn column, int year) {
        PathTemplate path = PathTemplate.of(column.is(), Map.of());
        return year == 0 ? path : path.with("year", year).settled();
    }

    /** The path that a doubt names. A code of several parts is named by the signs between them. */
    PathTemplate path() {
        return column.parts().isEmpty() ? path(0) : path(0).with("code", codes());
    }

    private String codes() {
        return String.join(column.joint(), Collections.nCopies(column.parts().size(), "*"));
    }
}
