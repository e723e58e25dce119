package org.jigyo.layout;

import java.util.Map;

/**
 * The description of a cell's content in a layout, whether the cell is given by a field, a row of a table or a column.
 */
public interface CellContent {

    /** The type of the cell; null if an enclosing element gives it. */
    GridType type();

    /** Name of the code list, or null. */
    String codes();

    /** The text printed around the values, or null. */
    Label pattern();

    /** Further values by their names in the pattern. */
    Map<String, CellValue> with();

    /** How several values are separated, or null. */
    default String split() {
        return null;
    }

    /** Name of the mark set, or null. */
    default String marks() {
        return null;
    }
}
