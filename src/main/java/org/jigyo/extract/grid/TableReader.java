package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridLocator;
import org.jigyo.sheet.Printed;

/** Reads the cells where labelled rows and labelled columns cross. */
final class TableReader {

    private final Board board;
    private final PrintedLabels labels;
    private final Columns columns;
    private final Values values;
    private final Notes notes;
    private Integer unit;

    TableReader(Board board, PrintedLabels labels, Columns columns, Values values, Notes notes) {
        this.board = board;
        this.labels = labels;
        this.columns = columns;
        this.values = values;
        this.notes = notes;
    }

    /**
     * @param newUnit yen per unit of the amounts if it differs from the form's, else null
     */
    void read(GridLocator.Crossing at, Integer newUnit, PathTemplate path, Area area) {
        unit = newUnit;
        List<Columns.Found> found = columns.find(at.columns(), path.with("row", "*"), area);
        List<Columns.Row> rows = new ArrayList<>();
        for (GridLocator.Row row : at.rows()) {
            PathTemplate named = path.with("row", row.is());
            PathTemplate rowPath = row.year() == null ? named : named.with("year", columns.year(row.year()));
            if (row.label() == null) {
                List<Item> beside = labels.each(row.rightOf(), area, rowPath.text(), false);
                if (beside.size() > 1 && !board.repeated(beside)) {
                    String message = "the label «" + row.rightOf() + "» is printed on " + beside.size() + " pages";
                    notes.doubt(Code.SLOT_AMBIGUOUS, rowPath.with("label", "*").text(), message, beside.get(0));
                } else if (!beside.isEmpty()) {
                    free(overPages(beside), row, found, rowPath, area);
                }
                continue;
            }
            Optional<Item> label = labels.one(row.label(), area, rowPath.text(), false);
            if (label.isEmpty()) {
                continue;
            }
            if (at.chosen(path.template())) {
                chosen(label.get(), found, rowPath, area);
            } else if (board.tabbed()) {
                tabbed(label.get(), row, found, at.columns().size(), rowPath, area);
            } else {
                ruled(label.get(), row, found, rowPath, area);
                rows.add(new Columns.Row(label.get(), rowPath, null, row.type()));
            }
        }
        columns.read(at.columns(), found, rows, area);
    }

    private void ruled(Item label, GridLocator.Row row, List<Columns.Found> found, PathTemplate path, Area area) {
        List<Item> cells = row.above()
                ? board.cells(area)
                        .filter(c -> board.touch(c.box().y(), label.box().bottom()))
                        .toList()
                : board.rightOf(label, area).stream()
                        .filter(c -> board.inRowOf(c, label))
                        .toList();
        for (Columns.Found f : found) {
            List<Item> crossed =
                    cells.stream().filter(c -> board.inColumnOf(c, f.header())).toList();
            if (crossed.size() == 1) {
                value(crossed.get(0), row, f, path);
            } else {
                String message = crossed.size() + " cells are at the crossing of the row and the column";
                notes.doubt(
                        Code.SLOT_AMBIGUOUS,
                        Columns.column(f.column(), path, f.year()).text(),
                        message,
                        label);
            }
        }
    }

    /** Reads which of its columns a row has a mark below. */
    private void chosen(Item label, List<Columns.Found> found, PathTemplate path, Area area) {
        List<Item> cells = board.rightOf(label, area);
        Map<Item, String> values = new LinkedHashMap<>();
        for (Columns.Found f : found) {
            List<Item> crossed = cells.stream()
                    .filter(c -> board.inRowOf(c, label) && board.inColumnOf(c, f.header()))
                    .toList();
            if (crossed.size() != 1) {
                String message = crossed.size() + " cells are at the crossing of the row and the column";
                notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), message, label);
                return;
            }
            values.put(crossed.get(0), f.column().is());
        }
        Marks.of(null, Map.of()).one(notes, values, path.text(), "mark right of «" + Values.text(label) + "»");
    }

    private void value(Item cell, GridLocator.Row row, Columns.Found f, PathTemplate path) {
        PathTemplate cellPath = Columns.column(f.column(), path, f.year());
        String how = "crossing of " + (row.label() == null ? row.rightOf() : row.label()) + " and "
                + f.column().under();
        CellKind kind =
                CellKind.of(row, f.column().typeOr(row.type()), f.column().codesOr(row.codes()), unit);
        values.read(List.of(cell), kind, cellPath, how);
        if (f.column().estimate()) {
            notes.estimate(cellPath.text());
        }
    }

    /** A label, and the blank cells below it on the next pages, beside which its rows go on. */
    private List<Item> overPages(List<Item> labels) {
        List<Item> all = new ArrayList<>(labels);
        Optional<Item> next = board.onNextPage(labels.get(labels.size() - 1)).filter(Item::blank);
        while (next.isPresent()) {
            all.add(next.get());
            board.column(next.get(), Area.EVERYWHERE).stream()
                    .takeWhile(Item::blank)
                    .forEach(all::add);
            next = board.onNextPage(all.get(all.size() - 1)).filter(Item::blank);
        }
        return all;
    }

    /** Reads rows whose labels are written by the person who fills in the form, beside a label on one page or several. */
    private void free(List<Item> beside, GridLocator.Row row, List<Columns.Found> found, PathTemplate path, Area area) {
        List<Item> ruled = board.cells(area)
                .filter(c -> beside.stream()
                        .anyMatch(b -> board.touch(c.box().x(), b.box().right())))
                .toList();
        List<Item> names = ruled.stream()
                .filter(c -> c.use() != Item.Use.LABEL && beside.stream().anyMatch(b -> board.inRowOf(c, b)))
                .toList();
        ruled.stream()
                .filter(c -> beside.stream().anyMatch(b -> board.leavesRowOf(c, b)))
                .forEach(c -> notes.doubt(
                        Code.SLOT_AMBIGUOUS,
                        path.with("label", "*").text(),
                        "a row extends beyond the label's rows",
                        c));
        List<String> seen = new ArrayList<>();
        boolean filler = filler(names, found, area);
        for (Item name : names) {
            String text = Values.text(name);
            PathTemplate named = path.with("label", text);
            unlike(name, found, path.with("label", "*"), area);
            notes.key(path.with("label", "*").text(), name);
            if (name.blank()) {
                notes.blank(path.with("label", "*").text(), name);
                unnamed(name, filled(name, found, area), filler, path.with("label", "*"));
            } else if (seen.contains(Printed.key(text))) {
                name.use(Item.Use.LABEL);
                repeated(name, row, found, named, area);
            } else {
                name.use(Item.Use.LABEL);
                seen.add(Printed.key(text));
                ruled(name, row, found, named, area);
            }
        }
        if (names.isEmpty()) {
            notes.doubt(
                    Code.VALUE_MISSING,
                    path.with("label", "*").text(),
                    "there is no row to the right of the label",
                    beside.get(0));
        }
    }

    /**
     * Doubts a row with a different ruling than its name: it is two rows, or half of one, and its amounts cannot be
     * assigned.
     */
    private void unlike(Item name, List<Columns.Found> found, PathTemplate any, Area area) {
        List<Item> cells = board.rightOf(name, area);
        boolean alike = found.stream()
                .allMatch(f -> cells.stream()
                                .filter(c -> board.inColumnOf(c, f.header()) && board.sameRow(c, name))
                                .count()
                        == 1);
        double last = found.stream()
                .mapToDouble(f -> f.header().box().right())
                .max()
                .orElse(name.box().right());
        boolean between = cells.stream()
                .filter(c -> c.use() == Item.Use.NONE && !c.blank() && c.middleX() < last)
                .anyMatch(c -> found.stream().noneMatch(f -> board.inColumnOf(c, f.header())));
        if (!alike || between) {
            notes.doubt(Code.SLOT_AMBIGUOUS, any.text(), "the row has a different ruling than its name", name);
        }
    }

    private List<Item> filled(Item name, List<Columns.Found> found, Area area) {
        return board.rightOf(name, area).stream()
                .filter(c -> board.inRowOf(c, name) && !c.blank() && c.use() != Item.Use.LABEL)
                .filter(c -> found.stream().anyMatch(f -> board.inColumnOf(c, f.header())))
                .toList();
    }

    /** True for a form that prints zeros in unused rows, which it then does in several rows. */
    private boolean filler(List<Item> names, List<Columns.Found> found, Area area) {
        List<List<Item>> unnamed = names.stream()
                .filter(Item::blank)
                .map(name -> filled(name, found, area))
                .toList();
        return unnamed.size() > 1
                && unnamed.stream()
                        .allMatch(row -> !row.isEmpty()
                                && row.stream().allMatch(c -> c.key().matches("0+(\\.0+)?%?")));
    }

    private void unnamed(Item name, List<Item> row, boolean filler, PathTemplate path) {
        row.forEach(cell -> cell.use(Item.Use.VALUE));
        if (filler) {
            notes.mention(Code.UNASSIGNED_TEXT, null, "there are zeros in a row without a name", name);
        } else if (!row.isEmpty()) {
            notes.doubt(Code.UNASSIGNED_TEXT, path.text(), "there is an amount in a row without a name", row.get(0));
        }
    }

    /** Doubts two rows with the same name: their amounts have the same path, and the record can hold only one. */
    private void repeated(Item name, GridLocator.Row row, List<Columns.Found> found, PathTemplate path, Area area) {
        if (!filled(name, found, area).isEmpty()) {
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), "two rows have this name; the first is kept", name);
        }
        ruled(name, row, found, path, area);
    }

    /**
     * Reads a row of a text: its columns are the cells after label and unit, one for each header, including blank ones.
     */
    private void tabbed(
            Item label, GridLocator.Row row, List<Columns.Found> found, int expected, PathTemplate path, Area area) {
        List<Item> cells = new ArrayList<>(board.rightOf(label, area));
        if (row.unit() != null && !unit(cells, row, path)) {
            return;
        }
        boolean more = cells.stream().skip(expected).anyMatch(c -> !c.key().isEmpty());
        boolean broken =
                found.stream().map(f -> f.header().box().y()).distinct().count() > 1;
        if (found.size() != expected || cells.size() < expected || more || broken) {
            String message = "the row does not have one cell for each of the " + expected + " columns";
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), message, label);
            cells.forEach(c -> c.use(c.key().isEmpty() ? c.use() : Item.Use.VALUE));
            return;
        }
        for (int i = 0; i < expected; i++) {
            value(cells.get(i), row, found.get(i), path);
        }
        if (cells.get(expected - 1).key().isEmpty() && shorter(label, area)) {
            notes.doubt(
                    Code.SLOT_AMBIGUOUS,
                    path.text(),
                    "the row ends with a blank and has fewer cells than others",
                    label);
        }
        // Two amounts in one cell displace the cells after it.
        cells.stream()
                .limit(expected)
                .filter(c -> !values.readable(c, row.type(), row.codes()))
                .forEach(c -> notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), "a cell of the row cannot be read", c));
    }

    /** True for a row that lacks a cell which another row has, so that the values after the gap moved to the left. */
    private boolean shorter(Item label, Area area) {
        Map<Double, Long> lines =
                board.cells(area).collect(Collectors.groupingBy(c -> c.box().y(), Collectors.counting()));
        return lines.get(label.box().y()) < Collections.max(lines.values());
    }

    /** Consumes the unit, in a cell of its own or before the first value; false if a different unit is printed. */
    private boolean unit(List<Item> cells, GridLocator.Row row, PathTemplate path) {
        String unit = Printed.key(row.unit());
        Item first = cells.isEmpty() ? null : cells.get(0);
        if (first == null || !first.key().startsWith(unit)) {
            notes.doubt(Code.VALUE_UNREADABLE, path.text(), "the unit " + row.unit() + " is not printed", first);
            cells.forEach(c -> c.use(c.key().isEmpty() ? c.use() : Item.Use.VALUE));
            return false;
        }
        cells.remove(0);
        if (first.key().equals(unit)) {
            first.use(Item.Use.LABEL);
        } else {
            cells.add(0, first.after(row.unit()));
            first.use(Item.Use.VALUE);
        }
        return true;
    }
}
