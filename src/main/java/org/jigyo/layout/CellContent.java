package org.jigyo.layout;

import java.util.Map;

/** What a layout says of the inside of a cell, whether a field, a row of a table or a column names the cell. */
public interface CellContent {

    /** What the cell holds; null where something around it says so. */
    GridType type();

    /** Name of the code list, or null. */
    String codes();

    /** What is printed around the values, or null. */
    Label pattern();

    /** Further values by their names in the pattern. */
    Map<String, CellValue> with();

    /** How the cell holds several values, or null. */
    default String split() {
        return null;
    }

    /** Name of the set of marks, or null. */
    default String marks() {
        return null;
    }
}
