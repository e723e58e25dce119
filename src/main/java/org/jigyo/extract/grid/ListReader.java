package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.extract.Extraction;
import org.jigyo.layout.Grid;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;
import org.jigyo.page.Box;

/** Reads a table each row of which is a sheet; its header may be printed again on every page. */
final class ListReader {

    private final Layout layout;
    private final Board board;
    private final Title title;

    ListReader(Layout layout, Board board, Title title) {
        this.layout = layout;
        this.board = board;
        this.title = title;
    }

    /** The rows, each an extraction. What stands outside of all rows is left over with the row before it. */
    List<Extraction> read() {
        Grid grid = layout.grid();
        List<Extraction> sheets = new ArrayList<>();
        PrintedLabels labels = new PrintedLabels(board, title.year(), new Notes());
        List<Item> header = List.of();
        List<List<Item>> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            List<Item> row = rows.get(i);
            List<Item> names = header(row, grid.list(), labels);
            if (!names.isEmpty()) {
                header = names;
            } else if (!header.isEmpty() && row.stream().anyMatch(c -> !c.blank())) {
                sheets.add(sheet(row, header, around(rows, i, sheets.isEmpty())));
            }
        }
        return sheets;
    }

    private List<List<Item>> rows() {
        List<List<Item>> rows = new ArrayList<>();
        double last = Double.NaN;
        for (Item item : board.items()) {
            if (!item.isCell()) {
                continue;
            }
            if (rows.isEmpty() || item.box().y() - last > 0.5) {
                rows.add(new ArrayList<>());
                last = item.box().y();
            }
            rows.get(rows.size() - 1).add(item);
        }
        return rows;
    }

    private static List<Item> header(List<Item> row, List<GridColumn> columns, PrintedLabels labels) {
        List<Item> header = new ArrayList<>();
        for (GridColumn column : columns) {
            Label label = column.under().get(column.under().size() - 1);
            row.stream().filter(c -> labels.matches(label, c)).findFirst().ifPresent(header::add);
        }
        if (header.size() < columns.size()) {
            return List.of();
        }
        row.forEach(c -> c.use(header.contains(c) ? Item.Use.LABEL : c.use()));
        return header;
    }

    /** What is printed outside of cells between this row and the next; above it too when it is the first. */
    private List<Item> around(List<List<Item>> rows, int i, boolean first) {
        double from =
                first ? Double.NEGATIVE_INFINITY : rows.get(i).get(0).box().y();
        double to = i + 1 < rows.size() ? rows.get(i + 1).get(0).box().y() : Double.POSITIVE_INFINITY;
        return board.items().stream()
                .filter(c -> c.box().y() >= from && c.box().y() < to)
                .toList();
    }

    private Extraction sheet(List<Item> row, List<Item> header, List<Item> around) {
        Notes notes = new Notes();
        Values values = new Values(notes, layout.codes());
        title.state(notes);
        List<GridColumn> columns = layout.grid().list();
        boolean whole = row.stream().filter(c -> !c.key().isEmpty()).count() <= columns.size()
                && (!board.tabbed() || row.size() == header.size());
        for (int i = 0; i < columns.size(); i++) {
            GridColumn column = columns.get(i);
            Box under = header.get(i).box();
            List<Item> cells = row.stream()
                    .filter(c -> c.middleX() >= under.x() && c.middleX() <= under.right())
                    .toList();
            Path path = Path.of(column.is(), java.util.Map.of());
            GridType type = column.type() == null ? GridType.TEXT : column.type();
            values.read(cells, new Values.Kind(type, column.codes(), null), path, "column " + column.under());
            if (!whole) {
                String message = "the row has " + row.size() + " cells and the header " + header.size();
                notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), message, null);
            }
        }
        int page = row.get(0).page();
        return notes.extraction(Leftovers.of(layout, around), page, page);
    }
}
