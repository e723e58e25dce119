package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;

/** Reads the slots below a header: a name and the cells next to it. A slot without a name is not an indicator. */
final class SlotReader {

    private final Board board;
    private final PrintedLabels labels;
    private final Columns columns;
    private final Values values;
    private final Notes notes;

    SlotReader(Board board, PrintedLabels labels, Columns columns, Values values, Notes notes) {
        this.board = board;
        this.labels = labels;
        this.columns = columns;
        this.values = values;
        this.notes = notes;
    }

    /** @param heads the label over the names, on each page that prints it */
    void read(List<Item> heads, GridLocator.Rows at, CellKind kind, PathTemplate path, Area area) {
        Item label = heads.get(0);
        List<Item> names = heads.stream()
                .flatMap(h -> board.columnOverPages(h, area).stream())
                .toList();
        List<Columns.Found> found = columns.find(at.columns(), path, area);
        List<Columns.Row> rows = new ArrayList<>();
        int n = 0;
        boolean sure = true;
        for (Item name : names) {
            n++;
            List<Item> row =
                    board.cells(area).filter(c -> board.inRowOf(c, name)).toList();
            sure &= alike(name, row, found);
            if (name.blank()) {
                notes.blank(path.with("n", "*").with("is", "*").text(), name);
                unnamed(n, row, found, path);
            } else {
                slot(row, found, kind, path.with("n", n), at);
                named(name, row, found, kind, path.with("n", n));
                rows.add(new Columns.Row(name, path.with("n", n), slot(path.with("n", n)), kind.type()));
            }
        }
        if (!sure) {
            // One row too many or too few changes the number of every later slot.
            doubt(path.with("n", "*"), found, label);
        }
        columns.read(at.columns(), found, rows, area);
        above(label, names, found, path.with("n", "*"), area);
        beyond(names.isEmpty() ? label : names.get(names.size() - 1), found, path.with("n", "*"), area);
        if (names.isEmpty()) {
            for (Columns.Found f : found) {
                String field = Columns.column(f.column(), path.with("n", "*"), f.year())
                        .text();
                notes.doubt(Code.VALUE_MISSING, field, "there is no cell below the label", label);
            }
        }
    }

    /** Doubts a slot whose name cannot be read, since what else it prints is no indicator's, or that has a figure in a text's place. */
    private void named(Item name, List<Item> row, List<Columns.Found> found, CellKind kind, PathTemplate path) {
        found.stream()
                .filter(f -> f.column().typeOr(kind.type()) == GridType.TEXT)
                .flatMap(f -> row.stream().filter(c -> board.inColumnOf(c, f.header())))
                .filter(c -> c.number().isPresent())
                .findFirst()
                .ifPresent(c -> notes.doubt(
                        Code.SLOT_AMBIGUOUS,
                        slot(path),
                        "a figure stands in the place of a text; the row may have moved",
                        c));
        boolean asked = found.stream().anyMatch(f -> f.column().is().equals("name"));
        if (asked && !notes.facts().containsKey(path.with("is", "name").text())) {
            notes.doubt(Code.VALUE_MISSING, slot(path), "its name cannot be read", name);
        }
    }

    /** The glob over all facts of a slot. */
    private static String slot(PathTemplate path) {
        return path.with("is", "*").text().replaceAll("(/\\*)+$", "/*");
    }

    /** Doubts values that stand below a header and beside the label over the names: they belong to a slot whose name is hidden. */
    private void above(Item label, List<Item> names, List<Columns.Found> found, PathTemplate path, Area area) {
        double top = names.isEmpty() ? label.box().bottom() : names.get(0).box().y();
        board.cells(area)
                .filter(c -> c.use() == Item.Use.NONE && !c.blank() && c.middleY() < top)
                .filter(c -> found.stream()
                        .anyMatch(f -> board.inColumnOf(c, f.header())
                                && c.middleY() > f.header().box().bottom()))
                .findFirst()
                .ifPresent(c -> doubt(path, found, c));
    }

    /** Doubts content below the last slot: it belongs to a slot whose name cell has another ruling. */
    private void beyond(Item last, List<Columns.Found> found, PathTemplate path, Area area) {
        List<Item> below = board.cells(area)
                .filter(c -> c.use() == Item.Use.NONE
                        && !c.blank()
                        && c.middleY() > last.box().bottom())
                .toList();
        boolean any = below.stream()
                .anyMatch(c -> found.stream()
                        .anyMatch(f -> c.box().x() < f.header().middleX()
                                && c.box().right() > f.header().middleX()));
        // A name in half of its cell is directly below the last one.
        any |= below.stream()
                .filter(c -> board.touch(c.box().y(), last.box().bottom()))
                .anyMatch(c -> board.touch(c.box().x(), last.box().x()));
        if (any) {
            doubt(path, found, below.get(0));
        }
    }

    private boolean alike(Item name, List<Item> row, List<Columns.Found> found) {
        return found.stream()
                .filter(f -> f.column().line() == null)
                .allMatch(f -> row.stream()
                                .filter(c -> c.use() != Item.Use.LABEL)
                                .filter(c -> board.inColumnOf(c, f.header()) && board.sameRow(c, name))
                                .count()
                        == 1);
    }

    private void doubt(PathTemplate path, List<Columns.Found> found, Item name) {
        for (Columns.Found f : found) {
            String field = Columns.column(f.column(), path, f.year()).text();
            notes.doubt(Code.SLOT_AMBIGUOUS, field, "the rows below the label have different column rulings", name);
        }
    }

    private void slot(
            List<Item> row, List<Columns.Found> found, CellKind kind, PathTemplate path, GridLocator.Rows at) {
        for (Columns.Found f : found) {
            PathTemplate cellPath = Columns.column(f.column(), path, f.year());
            GridType type = f.column().typeOr(kind.type());
            String codes = f.column().codesOr(kind.codes());
            List<Item> cells = onLine(f.column().line(), row).stream()
                    .filter(c -> board.inColumnOf(c, f.header()))
                    .toList();
            String how = "row below " + at.below() + ", column " + f.column().under();
            if (cells.size() == 1) {
                values.read(cells, CellKind.of(f.column(), type, codes, kind.unit()), cellPath, how);
            } else {
                notes.doubt(
                        Code.SLOT_AMBIGUOUS,
                        cellPath.text(),
                        cells.size() + " cells are below the header in this row",
                        cells.isEmpty() ? null : cells.get(0));
            }
            if (f.column().estimate()) {
                notes.estimate(cellPath.text());
            }
        }
    }

    /** The cells of a slot's row that are on the line with a label; all of them if no label is given. */
    private List<Item> onLine(Label beside, List<Item> row) {
        if (beside == null) {
            return row;
        }
        List<Item> lines = row.stream().filter(c -> labels.matches(beside, c)).toList();
        return lines.size() != 1
                ? List.of()
                : row.stream()
                        .filter(c -> c != lines.get(0) && board.inRowOf(c, lines.get(0)))
                        .toList();
    }

    /** Forms print zeros in unused slots; any other value without a name is doubtful. */
    private void unnamed(int n, List<Item> row, List<Columns.Found> found, PathTemplate path) {
        List<Item> stray = new ArrayList<>();
        for (Columns.Found f : found) {
            row.stream()
                    .filter(c -> board.inColumnOf(c, f.header()) && !c.blank() && c.use() != Item.Use.LABEL)
                    .forEach(stray::add);
        }
        for (Item cell : stray) {
            cell.use(Item.Use.VALUE);
            String field = slot(path.with("n", n));
            if (cell.key().matches("0+(\\.0+)?%?")) {
                notes.mention(Code.UNASSIGNED_TEXT, null, "there is a zero in a slot without a name", cell);
            } else {
                notes.doubt(Code.UNASSIGNED_TEXT, field, "there is a value in a slot without a name", cell);
            }
        }
    }
}
