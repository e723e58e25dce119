package org.jigyo.page.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.model.StylesTable;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Second pass over a sheet of a workbook: reads its visible rows. */
final class SheetRows extends DefaultHandler {

    private static final CellRuns.Seen NOTHING = new CellRuns.Seen("", null);

    private final SharedTexts shared;
    private final StylesTable styles;
    private final Map<Integer, CellLook> looks = new HashMap<>();
    private final DrawnObjects drawn;
    private final Map<CellAddress, CellAddress> moved;
    private final Set<CellAddress> targets;
    private final Map<CellAddress, CellRuns.Seen> carried = new HashMap<>();
    private final Map<Integer, Unread> unread = new HashMap<>();
    private final LeftOut left = new LeftOut();
    private final RunScan inline = new RunScan();
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
    private boolean reading;

    /** @param drawn what is drawn over the cells of the sheet */
    SheetRows(
            SharedTexts shared,
            StylesTable styles,
            CellFormat format,
            Shown shown,
            DrawnObjects drawn,
            TableRows rows,
            Deadline deadline) {
        this.drawn = drawn;
        this.moved = shown.moved();
        this.targets = Set.copyOf(moved.values());
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

    /** The cells of which text was left out. */
    LeftOut left() {
        return left;
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
            case "v" -> {
                value = true;
                reading = true;
            }
            case "is" -> {
                value = true;
                inline.begin();
            }
            default -> inline.start(local, a);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (reading) {
            text.append(characters, start, length);
        } else {
            inline.characters(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        switch (local) {
            case "v" -> reading = false;
            case "c" -> cell();
            case "row" -> row();
            default -> inline.end(local);
        }
    }

    private void cell() throws SAXException {
        if (column >= place.length || !(value || formula)) {
            return;
        }
        if (!moved.isEmpty()) {
            CellAddress here = new CellAddress(row, column);
            if (moved.containsKey(here)) {
                carried.put(moved.get(here), seen());
            }
            if (targets.contains(here)) {
                return;
            }
        }
        if (place[column] >= 0) {
            put(place[column], seen());
        }
    }

    private void put(int index, CellRuns.Seen seen) {
        texts[index] = seen.text();
        if (seen.unread() != null) {
            unread.put(index, seen.unread());
            left.add(row, column);
        }
    }

    private CellLook look(int number) {
        return styles.getNumCellStyles() > number ? CellLook.of(styles.getStyleAt(number)) : CellLook.USUAL;
    }

    private CellRuns.Seen seen() throws SAXException {
        if (formula && !value) {
            return new CellRuns.Seen(CellFormat.UNKNOWN, null);
        }
        CellLook look = looks.computeIfAbsent(style, this::look);
        String raw = text.toString();
        if (type == null || type.equals("n")) {
            return raw.isEmpty() ? NOTHING : number(Double.parseDouble(raw), look);
        }
        CellRuns runs = type.equals("s") ? shared.runs(Integer.parseInt(raw)) : inline(type) ? inline.end() : null;
        if (runs != null) {
            return look.seen(runs);
        }
        return look.words(
                switch (type) {
                    case "s" -> shared(Integer.parseInt(raw));
                    case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
                    case "inlineStr" -> inline.text();
                    default -> SharedTexts.decoded(raw);
                });
    }

    private static boolean inline(String type) {
        return type.equals("inlineStr");
    }

    private CellRuns.Seen number(double number, CellLook look) {
        return number == 0 && !shown.zeros() ? NOTHING : look.number(number, format);
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
            for (int i = 0; i < columns.length && !(carried.isEmpty() && drawn.isEmpty()); i++) {
                CellRuns.Seen other = carried.remove(new CellAddress(at, columns[i]));
                cells[i] = other == null ? cells[i] : other.text();
                Unread left = Unread.both(other == null ? null : other.unread(), drawn.over(at, columns[i]));
                if (left != null) {
                    unread.merge(i, left, Unread::both);
                }
            }
            rows.row(at, columns, cells, unread);
            unread.clear();
        } catch (LimitReached e) {
            throw new SAXException(e);
        }
    }
}
