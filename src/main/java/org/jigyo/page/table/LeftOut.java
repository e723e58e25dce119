package org.jigyo.page.table;

import org.apache.poi.ss.util.CellReference;

/** The cells of a sheet of which some text was left out because it is struck through or does not show. */
final class LeftOut {

    private int count;
    private String first = "";

    /** Counts a cell, by its 0-based row and column. */
    void add(int row, int column) {
        first = count == 0 ? new CellReference(row, column).formatAsString() : first;
        count++;
    }

    /** Them in words; empty if there is none. */
    String said() {
        if (count == 0) {
            return "";
        }
        return "struck-through or unseen text of " + count
                + (count == 1 ? " cell (" + first + ")" : " cells (" + first + ", …)");
    }
}
