package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;

/** Reads a table each row of which is a sheet; its header may be printed again on every page. */
final class ListReader {

    private final Layout layout;
    private final Board board;
    private final Title title;
    private final Item opens;

    ListReader(Layout layout, Board board, Title title, Item opens) {
        this.layout = layout;
        this.board = board;
        this.title = title;
        this.opens = opens;
    }

    /**
     * The rows, each an extraction. What stands outside of all rows is left over with the row before it. A row without a header
     * above it has no facts and says so.
     */
    List<Extraction> read() {
        List<Extraction> sheets = new ArrayList<>();
        int year = title.state(board, opens, new Notes(Map.of())).orElse(0);
        PrintedLabels labels = new PrintedLabels(board, year, layout.grid().era(), new Notes(Map.of()));
        Header header = new Header(Map.of(), 0);
        List<List<Item>> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            List<Item> row = rows.get(i);
            Header names = header(row, labels);
            if (!names.columns.isEmpty()) {
                header = names;
            } else if (row.stream().anyMatch(c -> !c.blank())) {
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

    /**
     * A row that names the columns.
     *
     * @param columns those that it names
     * @param cells how many cells it has
     */
    private record Header(Map<GridColumn, Item> columns, int cells) {}

    /** The columns that a row names, none when it names less than half of them. */
    private Header header(List<Item> row, PrintedLabels labels) {
        List<GridColumn> columns = layout.grid().list();
        Map<GridColumn, Item> header = new LinkedHashMap<>();
        for (GridColumn column : columns) {
            Label label = column.under().get(column.under().size() - 1);
            row.stream().filter(c -> labels.matches(label, c)).findFirst().ifPresent(c -> header.put(column, c));
        }
        if (2 * header.size() < columns.size()) {
            return new Header(Map.of(), 0);
        }
        header.values().forEach(c -> c.use(Item.Use.LABEL));
        return new Header(header, row.size());
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

    private Extraction sheet(List<Item> row, Header header, List<Item> around) {
        Notes notes = new Notes(Map.of());
        Values values = new Values(notes, layout.codes());
        title.state(board, opens, notes);
        List<GridColumn> columns = layout.grid().list();
        boolean whole = row.stream().filter(c -> !c.key().isEmpty()).count() <= columns.size()
                && (!board.tabbed() || (row.size() == columns.size() && header.cells == columns.size()));
        for (GridColumn column : columns) {
            PathTemplate path = PathTemplate.of(column.is(), Map.of());
            Item name = header.columns.get(column);
            if (name == null) {
                String message = "the header " + column.under() + " is not printed";
                notes.doubt(Code.LABEL_MISSING, path.text(), message, row.get(0));
                continue;
            }
            List<Item> cells = row.stream()
                    .filter(c -> c.middleX() >= name.box().x()
                            && c.middleX() <= name.box().right())
                    .toList();
            GridType type = column.type() == null ? GridType.TEXT : column.type();
            values.read(cells, new Values.Kind(type, column.codes()), path, "column " + column.under());
            if (!whole) {
                String message = "the row has " + row.size() + " cells and its header " + header.cells;
                notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), message, null);
            }
        }
        List<Item> nameless = Leftovers.nameless(layout, around);
        if (board.tabbed()) {
            nameless.forEach(notes::broken);
        }
        int page = row.get(0).page();
        return notes.extraction(Leftovers.of(nameless), page, page);
    }
}
