package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridType;
import org.jigyo.sheet.Printed;

/** Reads the cells next to a label. */
final class RightOfReader {

    private final Board board;
    private final Values values;
    private final Notes notes;
    private final Map<String, List<Item>> further = new LinkedHashMap<>();

    RightOfReader(Board board, Values values, Notes notes) {
        this.board = board;
        this.values = values;
        this.notes = notes;
    }

    void read(Item label, GridLocator.RightOf at, CellKind kind, PathTemplate path, Area area) {
        String how = "right of " + at.label();
        if (at.take() == GridLocator.Take.ROWS) {
            List<List<Item>> rows = rows(label, area);
            rows.forEach(row -> row(row, kind, path, how));
            if (board.tabbed()) {
                // Rows that continue in another column were not recognised as such.
                double next = label.box().y() + rows.size();
                further(
                        path,
                        board.cells(area)
                                .filter(c -> c.box().y() >= next && c.column() >= label.column())
                                .toList());
            }
            return;
        }
        tornLabels(label, path, area);
        List<Item> row = row(label, at, area);
        if (at.row() != null && row.isEmpty()) {
            String message = "there is no row " + at.row() + " to the right of the label";
            notes.doubt(Code.VALUE_MISSING, path.text(), message, label);
            return;
        }
        switch (at.take()) {
            case FIRST -> first(label, row, kind, path, how);
            case SECOND -> {
                values.read(row.size() > 1 ? List.of(row.get(1)) : List.of(), kind, path, how);
                row.stream().skip(1).limit(1).forEach(c -> beyond(label, c, path));
            }
            case TABLE -> nested(label, path, area, how);
            case LAST -> last(row).ifPresent(c -> values.read(List.of(c), kind, path, how));
            case ALL -> row.forEach(c -> values.read(List.of(c), kind, path, how));
            default -> throw new IllegalStateException("there are rows before it");
        }
    }

    /** The cells to the right of a label, up to the next one; of a label that spans several rows, in one of them. */
    private List<Item> row(Item label, GridLocator.RightOf at, Area area) {
        if (at.row() == null) {
            return upToLabel(board.rightOf(label, area));
        }
        List<List<Item>> rows = rows(label, area);
        return at.row() <= rows.size() ? rows.get(at.row() - 1) : List.of();
    }

    /** Two labels in a text without even a blank cell between them may be one label; the value may belong to either. */
    private void tornLabels(Item label, PathTemplate path, Area area) {
        board.cells(area)
                .filter(c -> board.tabbed() && c.use() == Item.Use.LABEL && board.sameRow(c, label))
                .filter(c -> Math.abs(c.column() - label.column()) == 1)
                // A number before a heading is not a label.
                .filter(c -> c.key().codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .ifPresent(c -> notes.doubt(
                        Code.SLOT_AMBIGUOUS, path.text(), "there is no cell between its label and another label", c));
    }

    private void first(Item label, List<Item> row, CellKind kind, PathTemplate path, String how) {
        if (row.isEmpty()) {
            // In a text, blank cells at the end of a row may be missing; a label without any cell is a heading.
            if (label.isCell() != board.tabbed()) {
                notes.doubt(Code.VALUE_MISSING, path.text(), "there is no cell to the right of the label", label);
            }
            return;
        }
        Item cell = row.get(0);
        List<Item> beside = row.stream()
                .filter(c -> c != cell && board.touch(c.box().x(), cell.box().x()))
                .toList();
        if (label.isCell() && !board.touch(cell.box().x(), label.box().right())) {
            notes.doubt(Code.VALUE_MISSING, path.text(), "there is no cell to the right of the label", label);
        } else if (!beside.isEmpty()) {
            notes.doubt(
                    Code.SLOT_AMBIGUOUS,
                    path.text(),
                    "there are several rows to the right of the label; row: 1 is the first of them",
                    label);
        } else {
            values.read(List.of(whole(label, cell, kind, path)), kind, path, how);
            further(path, row.subList(1, row.size()));
            if (kind.and() != null) {
                further(path.other(kind.and()), row.subList(1, row.size()));
            }
            beyond(label, cell, path);
        }
    }

    private void beyond(Item label, Item cell, PathTemplate path) {
        if (label.isCell() && !board.inRowOf(cell, label)) {
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), "the cell extends beyond its label's rows", cell);
        }
    }

    /** A cell with its continuation in cells of the next pages. */
    private Item whole(Item label, Item cell, CellKind kind, PathTemplate path) {
        Item whole = cell;
        Optional<Item> rest = board.goesOn(label, cell);
        while (rest.isPresent() && !rest.get().blank()) {
            if (!kind.continued()) {
                String message = "its cell ends the page, and the next page begins with a cell without a label";
                notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), message, rest.get());
                return cell;
            }
            cell.use(Item.Use.VALUE);
            rest.get().use(Item.Use.VALUE);
            whole = whole.with(rest.get());
            rest = board.goesOn(label, rest.get());
        }
        return whole;
    }

    /** The cell that a locator finds next to one of several labels; empty if that is ambiguous. */
    Optional<Item> next(Item label, GridLocator locator, Area area) {
        if (locator instanceof GridLocator.Below) {
            return below(label, board.cells(area).filter(c -> c.page() == label.page()));
        }
        if (!(locator instanceof GridLocator.RightOf right) || right.take() != GridLocator.Take.FIRST) {
            return Optional.empty();
        }
        List<Item> row = row(label, right, area);
        boolean one = row.size() == 1
                || (row.size() > 1
                        && !board.touch(row.get(0).box().x(), row.get(1).box().x()));
        return one && board.touch(row.get(0).box().x(), label.box().right())
                ? Optional.of(row.get(0))
                : Optional.empty();
    }

    private static Optional<Item> below(Item label, Stream<Item> cells) {
        return cells.filter(c -> c.use() != Item.Use.LABEL)
                .filter(c -> c.middleY() > label.box().bottom())
                .filter(c -> c.box().x() < label.box().right()
                        && c.box().right() > label.box().x())
                .min((a, b) -> Double.compare(a.box().y(), b.box().y()));
    }

    private void further(PathTemplate path, List<Item> cells) {
        further.computeIfAbsent(path.text(), k -> new ArrayList<>()).addAll(cells);
    }

    /**
     * Doubts values next to which a filled cell is unassigned, because of a tab or ruling too many or a missed column.
     * To be called after all fields have been read.
     *
     * @param nameless the unassigned items
     */
    void finish(Set<Item> nameless) {
        further.forEach((field, cells) -> cells.stream()
                .filter(nameless::contains)
                .findFirst()
                .ifPresent(c -> notes.doubt(
                        Code.SLOT_AMBIGUOUS, field, "another filled cell follows that belongs to no field", c)));
    }

    /** Reads a table inside a narrative as a text with its rows. */
    private void nested(Item label, PathTemplate path, Area area, String how) {
        List<Item> cells = board.rightOf(label, area).stream()
                .filter(c -> board.inRowOf(c, label))
                .toList();
        List<String> text = new ArrayList<>();
        for (List<Item> row : rows(label, area)) {
            List<Item> own = row.stream().filter(cells::contains).toList();
            own.forEach(c -> notes.blank(path.text(), c));
            own.stream().filter(c -> !c.key().isEmpty()).forEach(c -> c.use(Item.Use.VALUE));
            String line = own.stream()
                    .filter(c -> !c.key().isEmpty())
                    .map(Values::text)
                    .collect(Collectors.joining(" "));
            if (!line.isBlank()) {
                text.add(line);
            }
        }
        Optional<Item> first =
                cells.stream().filter(c -> c.use() == Item.Use.VALUE).findFirst();
        first.filter(c -> !Printed.blank(String.join("", text)))
                .ifPresent(c -> notes.state(path.text(), String.join("\n", text), c.as(String.join("\n", text)), how));
        if (cells.isEmpty()) {
            notes.doubt(Code.VALUE_MISSING, path.text(), "there is no cell to the right of the label", label);
        }
    }

    private static Optional<Item> last(List<Item> row) {
        List<Item> filled = row.stream().skip(1).filter(c -> !c.blank()).toList();
        return filled.isEmpty() ? Optional.empty() : Optional.of(filled.get(filled.size() - 1));
    }

    private static List<Item> upToLabel(List<Item> cells) {
        List<Item> row = new ArrayList<>();
        for (Item cell : cells) {
            if (cell.use() == Item.Use.LABEL || cell.use() == Item.Use.DROPPED) {
                break;
            }
            row.add(cell);
        }
        return row;
    }

    /** The rows to the right of a label, within its height; in a text, down to the next filled cell in its column. */
    private List<List<Item>> rows(Item label, Area area) {
        List<List<Item>> rows = new ArrayList<>();
        if (!board.tabbed()) {
            List<Item> cells = board.rightOf(label, area);
            cells.stream()
                    .map(c -> c.box().y())
                    .distinct()
                    .sorted()
                    .forEach(y -> rows.add(upToLabel(
                            cells.stream().filter(c -> c.box().y() == y).toList())));
            return rows;
        }
        Item start = label;
        while (start != null) {
            rows.add(upToLabel(board.rightOf(start, area)));
            double next = start.box().y() + 1;
            int column = label.column();
            start = board.cells(area)
                    .filter(c -> c.box().y() == next
                            && c.column() == column
                            && c.key().isEmpty())
                    .filter(c -> leftIsBlank(c, area))
                    .findFirst()
                    .orElse(null);
        }
        return rows;
    }

    private boolean leftIsBlank(Item cell, Area area) {
        return board.cells(area)
                .noneMatch(c -> c.box().y() == cell.box().y()
                        && c.column() < cell.column()
                        && !c.key().isEmpty());
    }

    private void row(List<Item> row, CellKind kind, PathTemplate path, String how) {
        List<Item> cells =
                kind.type() == GridType.PATH ? row : row.stream().limit(1).toList();
        values.read(cells, kind, path, how);
        further(path, row.stream().skip(cells.size()).limit(1).toList());
    }

    void readLeft(Item label, GridLocator.LeftOf at, CellKind kind, PathTemplate path, Area area) {
        List<Item> cells = board.cells(area)
                .filter(c -> board.touch(c.box().right(), label.box().x()) && board.sameRow(c, label))
                .toList();
        if (cells.size() == 1 && cells.get(0).use() != Item.Use.LABEL) {
            values.read(cells, kind, path, "left of " + at.label());
        } else {
            notes.doubt(
                    Code.VALUE_MISSING, path.text(), "there is not exactly one cell to the left of the label", label);
        }
    }

    void readBelow(Item label, GridLocator.Below at, CellKind kind, PathTemplate path, Area area) {
        Optional<Item> cell = below(label, board.cells(area));
        if (cell.isEmpty()) {
            notes.doubt(Code.VALUE_MISSING, path.text(), "there is no cell below the label", label);
        } else {
            values.read(List.of(cell.get()), kind, path, "below " + at.label());
            further(path, upToLabel(board.rightOf(cell.get(), area)));
            further(path, upToLabel(board.column(cell.get(), area)));
        }
    }
}
