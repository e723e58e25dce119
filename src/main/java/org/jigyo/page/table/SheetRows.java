package org.jigyo.page.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Second pass over a sheet of a workbook: reads its visible rows. */
final class SheetRows extends DefaultHandler {

    private final SharedTexts shared;
    private final StylesTable styles;
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final CellFormat format;
    private final Shown shown;
    private final TableRows rows;
    private final Deadline deadline;
    private final int[] columns;
    private final int[] place;
    private final String[] texts;
    private final StringBuilder text = new StringBuilder();
    private String type;
    private int style;
    private int row = -1;
    private int next;
    private int column;
    private boolean value;
    private boolean formula;
    private boolean taking;
    private boolean reading;

    SheetRows(
            SharedTexts shared, StylesTable styles, CellFormat format, Shown shown, TableRows rows, Deadline deadline) {
        this.shared = shared;
        this.styles = styles;
        this.format = format;
        this.shown = shown;
        this.rows = rows;
        this.deadline = deadline;
        columns = shown.columns();
        texts = new String[columns.length];
        place = new int[Math.max(0, shown.lastColumn() + 1)];
        Arrays.fill(place, -1);
        for (int i = 0; i < columns.length; i++) {
            place[columns[i]] = i;
        }
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes a) throws SAXException {
        switch (local) {
            case "row" -> {
                row = SheetScan.rowOf(a, row);
                column = -1;
                Arrays.fill(texts, null);
                blankRows();
            }
            case "c" -> {
                column = SheetScan.columnOf(a, column);
                type = a.getValue("t");
                style = a.getValue("s") == null ? 0 : Integer.parseInt(a.getValue("s"));
                value = false;
                formula = false;
                text.setLength(0);
            }
            case "f" -> formula = true;
            case "v", "is" -> {
                value = true;
                reading = local.equals("v");
            }
            case "t" -> reading = value && !taking;
            // Furigana above a word is not part of the text.
            case "rPh" -> taking = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (reading) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        switch (local) {
            case "v", "t" -> reading = false;
            case "rPh" -> taking = false;
            case "c" -> cell();
            case "row" -> row();
            default -> {}
        }
    }

    private void cell() throws SAXException {
        if (column < place.length && place[column] >= 0 && (value || formula)) {
            texts[place[column]] = formula && !value ? CellFormat.UNKNOWN : shownText();
        }
    }

    /** How numbers of a style are shown. */
    private record NumberFormat(int index, String code) {}

    private NumberFormat format(int number) {
        XSSFCellStyle of = styles.getNumCellStyles() > number ? styles.getStyleAt(number) : null;
        return of == null
                ? new NumberFormat(0, "General")
                : new NumberFormat(of.getDataFormat(), of.getDataFormatString());
    }

    private String shownText() throws SAXException {
        String raw = text.toString();
        if (raw.isEmpty()) {
            return "";
        }
        if (type == null || type.equals("n")) {
            NumberFormat shape = formats.computeIfAbsent(style, this::format);
            return format.text(Double.parseDouble(raw), shape.index(), shape.code());
        }
        return switch (type) {
            case "s" -> shared(Integer.parseInt(raw));
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            default -> SharedTexts.decoded(raw);
        };
    }

    private String shared(int number) throws SAXException {
        try {
            return shared.text(number);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    private void row() throws SAXException {
        if (row > shown.lastRow() || shown.hiddenRows().get(row)) {
            next = Math.max(next, row + 1);
            return;
        }
        add(row, texts);
        next = row + 1;
    }

    /** Adds blank rows for those that the file omits. */
    private void blankRows() throws SAXException {
        for (; next < row && next <= shown.lastRow(); next++) {
            if (!shown.hiddenRows().get(next)) {
                add(next, new String[texts.length]);
            }
        }
    }

    private void add(int at, String[] cells) throws SAXException {
        try {
            deadline.check();
            rows.row(at, columns, cells);
        } catch (LimitReached e) {
            throw new SAXException(e);
        }
    }
}
