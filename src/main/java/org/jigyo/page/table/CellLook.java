package org.jigyo.page.table;

import java.util.Arrays;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/**
 * How a style shows the text of a cell.
 *
 * @param index number of its number format
 * @param format code of its number format
 * @param struck true if the text is struck through
 * @param unseen true if the text has the colour of its ground
 * @param white true if the ground is white
 */
record CellLook(int index, String format, boolean struck, boolean unseen, boolean white) {

    /** The look of a cell without a style. */
    static final CellLook USUAL = new CellLook(0, "General", false, false, true);

    private static final byte[] WHITE = {-1, -1, -1};

    /** The look of a style of an Excel workbook. */
    static CellLook of(XSSFCellStyle style) {
        byte[] ground =
                style.getFillPattern() == FillPatternType.NO_FILL ? WHITE : rgb(style.getFillForegroundXSSFColor());
        byte[] ink = rgb(style.getFont().getXSSFColor());
        return new CellLook(
                style.getDataFormat(),
                style.getDataFormatString(),
                style.getFont().getStrikeout(),
                ink != null && Arrays.equals(ink, ground),
                Arrays.equals(WHITE, ground));
    }

    /** The look of a style of an Excel 97 workbook. */
    static CellLook of(HSSFCellStyle style, HSSFWorkbook book) {
        HSSFFont font = book.getFontAt(style.getFontIndex());
        byte[] ground =
                style.getFillPattern() == FillPatternType.NO_FILL ? WHITE : rgb(style.getFillForegroundColorColor());
        byte[] ink = rgb(font.getHSSFColor(book));
        return new CellLook(
                style.getDataFormat(),
                style.getDataFormatString(),
                font.getStrikeout(),
                ink != null && Arrays.equals(ink, ground),
                Arrays.equals(WHITE, ground));
    }

    /** True for the white of a font. */
    static boolean white(HSSFColor colour) {
        return Arrays.equals(WHITE, rgb(colour));
    }

    private static byte[] rgb(XSSFColor colour) {
        if (colour == null) {
            return null;
        }
        byte[] tinted = colour.getRGBWithTint();
        // a colour that is given by its number has no tint
        return tinted == null ? colour.getRGB() : tinted;
    }

    private static byte[] rgb(HSSFColor colour) {
        if (colour == null || colour.getIndex() == HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex()) {
            return null;
        }
        short[] parts = colour.getTriplet();
        return new byte[] {(byte) parts[0], (byte) parts[1], (byte) parts[2]};
    }

    /** What shows of a text that looks the same in all of its letters. */
    CellRuns.Seen seen(String text) {
        if (!struck && !unseen) {
            return new CellRuns.Seen(text, null);
        }
        return new CellRuns.Seen("", unseen ? CellRuns.unseen(text) : CellRuns.struck(text));
    }

    /** What shows of a text in runs. */
    CellRuns.Seen seen(CellRuns runs) {
        return runs.seen(white);
    }

    /** What shows of a text, which a format may hide. */
    CellRuns.Seen words(String text) {
        return CellFormat.hidesText(format) && !text.isBlank() ? hidden(text) : seen(text);
    }

    /** What shows of a number; a zero that the format leaves blank is nothing. */
    CellRuns.Seen number(double number, CellFormat formats) {
        String text = formats.text(number, index, format);
        return text.isEmpty() && number != 0 ? hidden(String.valueOf(number)) : seen(text);
    }

    private static CellRuns.Seen hidden(String text) {
        return new CellRuns.Seen("", Unread.text("a value that its format hides was left out", text));
    }
}
