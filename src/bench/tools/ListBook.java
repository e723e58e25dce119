import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook with as many rows and columns as asked for, made from the drawing of a list: tabs part cells, < and ^ are merged ones. */
final class ListBook {

    private static final int HEAD = 7;

    private ListBook() {}

    public static void main(String[] args) throws IOException {
        List<String[]> drawn =
                Files.readAllLines(Path.of(args[0])).stream().map(l -> l.split("\t", -1)).toList();
        int count = Integer.parseInt(args[2]);
        int columns = Integer.parseInt(args[3]);
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true);
                OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            SXSSFSheet sheet = book.createSheet("一覧");
            for (int r = 0; r < HEAD; r++) {
                row(sheet.createRow(r), drawn.get(r), null, r == 3 ? columns : 0);
            }
            merge(sheet, drawn);
            for (int n = 0; n < count; n++) {
                String[] cells = drawn.get(HEAD + n % (drawn.size() - HEAD));
                row(sheet.createRow(HEAD + n), cells, String.valueOf(1001 + n), columns);
            }
            book.write(out);
        }
    }

    /** Columns beyond those of the drawing are telephone numbers, which a layout drops. */
    private static void row(Row row, String[] cells, String number, int columns) {
        for (int c = 0; c < Math.max(cells.length, columns); c++) {
            Cell cell = row.createCell(c);
            String text = c >= cells.length ? number == null ? "内線" : "4321" : c == 0 && number != null ? number : cells[c];
            if (text.matches("\\d{1,3}(,\\d{3})+|0|[1-9]\\d*")) {
                cell.setCellValue(Double.parseDouble(text.replace(",", "")));
            } else if (!text.isEmpty() && !text.matches("[<^]")) {
                cell.setCellValue(c == 1 && number != null ? text + number : text);
            }
        }
    }

    private static void merge(SXSSFSheet sheet, List<String[]> drawn) {
        for (int r = 0; r < HEAD; r++) {
            for (int c = 0; c < drawn.get(r).length; c++) {
                int across = 1;
                while (at(drawn, r, c + across).equals("<")) {
                    across++;
                }
                int down = 1;
                while (at(drawn, r + down, c).equals("^")) {
                    down++;
                }
                if (across * down > 1 && !at(drawn, r, c).matches("[<^]")) {
                    sheet.addMergedRegionUnsafe(new CellRangeAddress(r, r + down - 1, c, c + across - 1));
                }
            }
        }
    }

    private static String at(List<String[]> drawn, int row, int column) {
        return row < HEAD && column < drawn.get(row).length ? drawn.get(row)[column] : "";
    }
}
