package org.jigyo.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table drawn as text, tabs between cells: {@code <} is merged with the cell to its left, {@code ^} with the one above, and
 * {@code |} breaks a line. It can be had in every format that holds tables.
 */
public final class TableDrawing {

    private final List<String[]> rows;

    private TableDrawing(List<String[]> rows) {
        this.rows = rows;
    }

    /** The table that a file draws. */
    public static TableDrawing of(Path file) throws IOException {
        return of(Files.readString(file));
    }

    /** The table that a text draws. */
    public static TableDrawing of(String drawing) {
        return new TableDrawing(
                drawing.lines().map(line -> line.split("\t", -1)).collect(Collectors.toCollection(ArrayList::new)));
    }

    /** Its rows, to be harmed in a copy. */
    public List<String[]> rows() {
        return rows.stream().map(String[]::clone).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The table of other rows. */
    public static TableDrawing of(List<String[]> rows) {
        return new TableDrawing(rows);
    }

    private record Span(int row, int column, int rows, int columns) {}

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).length; c++) {
                if (merged(r, c)) {
                    continue;
                }
                int across = 1;
                while (at(r, c + across).equals("<")) {
                    across++;
                }
                int down = 1;
                while (at(r + down, c).equals("^")) {
                    down++;
                }
                spans.add(new Span(r, c, down, across));
            }
        }
        return spans;
    }

    private boolean merged(int row, int column) {
        return at(row, column).equals("<") || at(row, column).equals("^");
    }

    private String at(int row, int column) {
        return row < rows.size() && column < rows.get(row).length ? rows.get(row)[column] : "";
    }

    private static String text(String drawn) {
        return drawn.replace('|', '\n');
    }

    /** As a workbook of Excel 2007. */
    public byte[] xlsx(String sheet) throws IOException {
        return book(new XSSFWorkbook(), sheet);
    }

    /** As a workbook of Excel 97; it has 256 columns. */
    public byte[] xls(String sheet) throws IOException {
        return book(new HSSFWorkbook(), sheet);
    }

    private byte[] book(Workbook book, String name) throws IOException {
        try (book) {
            Sheet sheet = book.createSheet(name);
            CellStyle thousands = style(book, "#,##0");
            CellStyle two = style(book, "00");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).length; c++) {
                    String text = merged(r, c) ? "" : text(rows.get(r)[c]);
                    Cell cell = row.createCell(c);
                    if (text.matches("\\d{1,3}(,\\d{3})+|0|[1-9]\\d{0,5}")) {
                        cell.setCellValue(Double.parseDouble(text.replace(",", "")));
                        if (text.contains(",")) {
                            cell.setCellStyle(thousands);
                        }
                    } else if (text.matches("0\\d")) {
                        cell.setCellValue(Double.parseDouble(text));
                        cell.setCellStyle(two);
                    } else if (!text.isEmpty()) {
                        cell.setCellValue(text);
                    }
                }
            }
            boolean[][] taken = new boolean[rows.size()][512];
            for (Span s : spans()) {
                // A drawing that was harmed may let merged cells overlap, which no workbook does.
                if (s.rows * s.columns > 1 && free(taken, s)) {
                    sheet.addMergedRegion(
                            new CellRangeAddress(s.row, s.row + s.rows - 1, s.column, s.column + s.columns - 1));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static boolean free(boolean[][] taken, Span s) {
        for (int r = s.row; r < s.row + s.rows; r++) {
            for (int c = s.column; c < s.column + s.columns; c++) {
                if (taken[r][c]) {
                    return false;
                }
            }
        }
        for (int r = s.row; r < s.row + s.rows; r++) {
            java.util.Arrays.fill(taken[r], s.column, s.column + s.columns, true);
        }
        return true;
    }

    private static CellStyle style(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    /** As text with a separator; merged cells are their first cell and blank ones. */
    public byte[] separated(char separator, String lineEnd, Charset charset) {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            String[] cells = rows.get(r).clone();
            for (int c = 0; c < cells.length; c++) {
                String cell = merged(r, c) ? "" : text(cells[c]);
                boolean quoted = cell.indexOf(separator) >= 0 || cell.contains("\n") || cell.contains("\"");
                cells[c] = quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
            }
            text.append(String.join(String.valueOf(separator), Arrays.asList(cells)))
                    .append(lineEnd);
        }
        return text.toString().getBytes(charset);
    }

    /** As the table of an HTML page. */
    public String html() {
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title></head>")
                .append("<body><nav><a href=\"/\">戻る</a></nav><table>");
        List<Span> spans = spans();
        int next = 0;
        for (int r = 0; r < rows.size(); r++) {
            html.append("<tr>");
            for (; next < spans.size() && spans.get(next).row == r; next++) {
                Span s = spans.get(next);
                html.append("<td rowspan=\"" + s.rows + "\" colspan=" + s.columns + ">");
                html.append(text(at(r, s.column))
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\n", "<br>"));
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table><footer>市役所</footer></body></html>").toString();
    }
}
