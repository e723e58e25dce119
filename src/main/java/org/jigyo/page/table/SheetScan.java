package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** First pass over a sheet of a workbook: what is merged, what is hidden, and how far cells are filled. */
final class SheetScan extends DefaultHandler {

    private final BitSet hiddenColumns = new BitSet();
    private final BitSet hiddenRows = new BitSet();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private int row = -1;
    private int column = -1;
    private int lastColumn = -1;
    private int lastRow = -1;

    @Override
    public void startElement(String uri, String local, String name, Attributes a) {
        switch (local) {
            case "col" -> column(a);
            case "row" -> row(a);
            case "c" -> column = a.getValue("r") == null ? column + 1 : new CellReference(a.getValue("r")).getCol();
            case "v", "is" -> {
                lastColumn = Math.max(lastColumn, column);
                lastRow = Math.max(lastRow, row);
            }
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
        row = a.getValue("r") == null ? row + 1 : Integer.parseInt(a.getValue("r")) - 1;
        column = -1;
        if (truth(a.getValue("hidden")) || zero(a.getValue("ht"))) {
            hiddenRows.set(row);
        }
    }

    static boolean truth(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static boolean zero(String size) {
        return size != null && Double.parseDouble(size) == 0;
    }

    /** What shows of the sheet. */
    Shown shown() {
        return new Shown(hiddenRows, hiddenColumns, lastRow, lastColumn, merged);
    }
}
