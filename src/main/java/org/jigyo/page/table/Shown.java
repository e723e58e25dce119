package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * The visible part of a sheet, without hidden rows and columns and without everything beyond the last filled cell.
 *
 * @param hiddenRows 0-based
 * @param hiddenColumns 0-based
 * @param lastRow 0-based; -1 if nothing is filled
 * @param lastColumn 0-based; -1 if nothing is filled
 * @param merged ranges of merged cells
 * @param zeros false if cells that hold zero show nothing
 */
record Shown(
        BitSet hiddenRows,
        BitSet hiddenColumns,
        int lastRow,
        int lastColumn,
        List<CellRangeAddress> merged,
        boolean zeros) {

    boolean empty() {
        return lastRow < 0;
    }

    /** The visible columns, in order. */
    int[] columns() {
        return IntStream.rangeClosed(0, lastColumn)
                .filter(c -> !hiddenColumns.get(c))
                .toArray();
    }

    /** The merged cells within visible rows and columns. */
    List<TableRows.Merge> merges() {
        List<TableRows.Merge> merges = new ArrayList<>();
        for (CellRangeAddress m : merged) {
            int rows = m.getLastRow() - m.getFirstRow() + 1 - hidden(hiddenRows, m.getFirstRow(), m.getLastRow() + 1);
            int columns = m.getLastColumn()
                    - m.getFirstColumn()
                    + 1
                    - hidden(hiddenColumns, m.getFirstColumn(), m.getLastColumn() + 1);
            if (rows > 0 && columns > 0 && m.getFirstRow() <= lastRow) {
                int row = m.getFirstRow() - hidden(hiddenRows, 0, m.getFirstRow());
                int column = m.getFirstColumn() - hidden(hiddenColumns, 0, m.getFirstColumn());
                merges.add(new TableRows.Merge(row, column, Math.min(rows, lastRow - m.getFirstRow() + 1), columns));
            }
        }
        return merges;
    }

    /**
     * The merged cells whose first row or column is hidden, each with the first visible cell of it: there it shows the text of its
     * first cell.
     */
    Map<CellAddress, CellAddress> moved() {
        Map<CellAddress, CellAddress> moved = new HashMap<>();
        for (CellRangeAddress m : merged) {
            int row = hiddenRows.nextClearBit(m.getFirstRow());
            int column = hiddenColumns.nextClearBit(m.getFirstColumn());
            boolean same = row == m.getFirstRow() && column == m.getFirstColumn();
            if (!same && row <= m.getLastRow() && column <= m.getLastColumn()) {
                moved.put(new CellAddress(m.getFirstRow(), m.getFirstColumn()), new CellAddress(row, column));
            }
        }
        return moved;
    }

    private static int hidden(BitSet bits, int from, int to) {
        return bits.get(from, to).cardinality();
    }

    /** The hidden rows and columns in words; empty if none of them is filled. */
    String hidden() {
        List<String> words = new ArrayList<>();
        int rows = hidden(hiddenRows, 0, lastRow + 1);
        if (rows > 0) {
            words.add(rows + (rows == 1 ? " hidden row" : " hidden rows") + " (" + (hiddenRows.nextSetBit(0) + 1)
                    + (rows == 1 ? ")" : ", …)"));
        }
        int columns = hidden(hiddenColumns, 0, lastColumn + 1);
        if (columns > 0) {
            words.add(columns + (columns == 1 ? " hidden column" : " hidden columns") + " ("
                    + CellReference.convertNumToColString(hiddenColumns.nextSetBit(0))
                    + (columns == 1 ? ")" : ", …)"));
        }
        return String.join(" and ", words);
    }
}
