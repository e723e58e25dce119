package org.jigyo.page.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellAddress;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.jigyo.page.table.CellRuns.Height;

/** Reads the visible rows of a sheet of an Excel 97 workbook. */
final class XlsRows {

    private static final CellRuns.Seen NOTHING = new CellRuns.Seen("", null);

    private final HSSFWorkbook book;
    private final HSSFSheet sheet;
    private final Shown shown;
    private final DrawnObjects drawn;
    private final CellFormat format;
    private final Map<Short, CellLook> looks = new HashMap<>();
    private final Map<CellAddress, CellAddress> first = new HashMap<>();

    /** The rows of a sheet with what is drawn over them. */
    XlsRows(HSSFWorkbook book, HSSFSheet sheet, Shown shown, DrawnObjects drawn, CellFormat format) {
        this.book = book;
        this.sheet = sheet;
        this.shown = shown;
        this.drawn = drawn;
        this.format = format;
        shown.moved().forEach((from, to) -> first.put(to, from));
    }

    /** Passes on all rows; returns the cells of which text was left out. */
    LeftOut read(TableRows rows, Deadline deadline) throws LimitReached {
        LeftOut left = new LeftOut();
        int[] columns = shown.columns();
        for (int r = 0; r <= shown.lastRow(); r++) {
            if (shown.hiddenRows().get(r)) {
                continue;
            }
            deadline.check();
            String[] texts = new String[columns.length];
            Map<Integer, Unread> unread = new HashMap<>();
            for (int c = 0; c < columns.length; c++) {
                CellRuns.Seen seen = seen(cell(r, columns[c]));
                texts[c] = seen.text();
                if (seen.unread() != null) {
                    left.add(r, columns[c]);
                }
                Unread out = Unread.both(seen.unread(), drawn.over(r, columns[c]));
                if (out != null) {
                    unread.put(c, out);
                }
            }
            rows.row(r, columns, texts, unread);
        }
        return left;
    }

    private HSSFCell cell(int row, int column) {
        CellAddress at = first.isEmpty() ? null : first.get(new CellAddress(row, column));
        HSSFRow of = sheet.getRow(at == null ? row : at.getRow());
        return of == null ? null : of.getCell(at == null ? column : at.getColumn());
    }

    private CellRuns.Seen seen(HSSFCell cell) {
        if (cell == null) {
            return NOTHING;
        }
        CellLook look =
                looks.computeIfAbsent(cell.getCellStyle().getIndex(), i -> CellLook.of(cell.getCellStyle(), book));
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell.getNumericCellValue(), look);
            case STRING -> text(cell.getRichStringCellValue(), look);
            case BOOLEAN -> look.words(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR ->
                look.words(FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> NOTHING;
        };
    }

    private CellRuns.Seen number(double number, CellLook look) {
        return number == 0 && !shown.zeros() ? NOTHING : look.number(number, format);
    }

    private CellRuns.Seen text(HSSFRichTextString text, CellLook look) {
        if (text.numFormattingRuns() == 0) {
            return look.words(text.getString());
        }
        CellRuns runs = new CellRuns();
        int from = text.getIndexOfFormattingRun(0);
        runs.add(text.getString().substring(0, from), Height.LINE, look.struck(), false);
        for (int i = 0; i < text.numFormattingRuns(); i++) {
            int to = i + 1 < text.numFormattingRuns() ? text.getIndexOfFormattingRun(i + 1) : text.length();
            HSSFFont font = book.getFontAt(text.getFontOfFormattingRun(i));
            runs.add(
                    text.getString().substring(text.getIndexOfFormattingRun(i), to),
                    height(font),
                    font.getStrikeout(),
                    CellLook.white(font.getHSSFColor(book)));
        }
        return runs.plain() ? look.words(text.getString()) : look.seen(runs);
    }

    private static Height height(HSSFFont font) {
        return switch (font.getTypeOffset()) {
            case Font.SS_SUPER -> Height.RAISED;
            case Font.SS_SUB -> Height.LOWERED;
            default -> Height.LINE;
        };
    }
}
