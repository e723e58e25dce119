package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * First pass over a sheet of a workbook: finds merged cells, hidden rows and columns, and the extent of filled cells.
 */
final class SheetScan extends DefaultHandler {

    private final BitSet hiddenColumns = new BitSet();
    private final BitSet hiddenRows = new BitSet();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private int row = -1;
    private int column = -1;
    private int lastColumn = -1;
    private int lastRow = -1;
    private boolean zeros = true;

    @Override
    public void startElement(String uri, String local, String name, Attributes a) {
        switch (local) {
            case "col" -> column(a);
            case "row" -> row(a);
            case "c" -> column = columnOf(a, column);
            case "v", "is" -> {
                lastColumn = Math.max(lastColumn, column);
                lastRow = Math.max(lastRow, row);
            }
            case "sheetView" -> zeros = a.getValue("showZeros") == null || truth(a.getValue("showZeros"));
            case "mergeCell" -> merged.add(CellRangeAddress.valueOf(a.getValue("ref")));
            default -> {}
        }
    }

    private void column(Attributes a) {
        if (truth(a.getValue("hidden")) || zero(a.getValue("width"))) {
            int to = Math.min(Integer.parseInt(a.getValue("max")), 1 << 14);
            hiddenColumns.set(Integer.parseInt(a.getValue("min")) - 1, to);
        }
    }

    private void row(Attributes a) {
        row = rowOf(a, row);
        column = -1;
        if (truth(a.getValue("hidden")) || zero(a.getValue("ht"))) {
            hiddenRows.set(row);
        }
    }

    /** The 0-based row of a row element: its attribute, else the row after the last one. */
    static int rowOf(Attributes a, int last) {
        String named = a.getValue("r");
        return named == null ? last + 1 : Integer.parseInt(named) - 1;
    }

    /** The 0-based column of a cell: from its reference (F12), else the column after the last one. */
    static int columnOf(Attributes a, int last) {
        String reference = a.getValue("r");
        if (reference == null) {
            return last + 1;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && !Character.isDigit(reference.charAt(i)); i++) {
            column = 26 * column + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    static boolean truth(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static boolean zero(String size) {
        return size != null && Double.parseDouble(size) == 0;
    }

    /** The visible part of the sheet. */
    Shown shown() {
        return new Shown(hiddenRows, hiddenColumns, lastRow, lastColumn, merged, zeros);
    }
}
