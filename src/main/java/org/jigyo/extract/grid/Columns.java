package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;

/** Finds the columns of a table by their headers, and verifies the year of each. */
final class Columns {

    /**
     * A column found on the sheet.
     *
     * @param year its fiscal year; 0 if it has none
     */
    record Found(GridColumn column, Item header, int year) {}

    /**
     * A row of a table.
     *
     * @param name its name or label
     * @param path the path of its facts, without their column
     * @param slot glob over all facts of its slot, also those of other columns; null if it is none
     * @param type of its cells, where their columns have none
     */
    record Row(Item name, PathTemplate path, String slot, GridType type) {}

    /** A table that was read; its columns are those it should have. */
    private record Table(List<GridColumn> columns, List<Found> found, List<Row> rows, Area area) {}

    private static final Set<GridType> FIGURES =
            Set.of(GridType.NUMBER, GridType.AMOUNT, GridType.PERCENT, GridType.MEASURE);

    private final Board board;
    private final PrintedLabels labels;
    private final Notes notes;
    private final Leftovers leftovers;
    private final int evaluated;
    private final Map<Integer, Item> printed = new TreeMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final Set<String> undated = new LinkedHashSet<>();
    private Item otherYear;
    private boolean proved;

    Columns(Board board, PrintedLabels labels, Notes notes, Leftovers leftovers, int evaluated) {
        this.board = board;
        this.labels = labels;
        this.notes = notes;
        this.leftovers = leftovers;
        this.evaluated = evaluated;
    }

    /** The year so far from the evaluated one. */
    int year(int offset) {
        return evaluated + offset;
    }

    /** The columns whose headers are printed; the others are doubted. Those with a fixed year come first. */
    List<Found> find(List<GridColumn> columns, PathTemplate path, Area area) {
        List<Found> found = new ArrayList<>();
        for (GridColumn column : columns) {
            if (!column.printedYear()) {
                find(column, path, area, found).ifPresent(found::add);
            }
        }
        for (GridColumn column : columns) {
            if (column.printedYear()) {
                find(column, path, area, found).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(f -> f.header().box().x()));
        return found;
    }

    private Optional<Found> find(GridColumn column, PathTemplate path, Area area, List<Found> taken) {
        String field = column(column, path, column.year() == null ? 0 : evaluated + column.year())
                .text();
        Item header = null;
        for (Label label : column.under()) {
            Item outer = header;
            List<Item> items = labels.all(label, area).stream()
                    .filter(i -> taken.stream().noneMatch(t -> t.header() == i && sameLine(t.column(), column)))
                    .filter(i -> outer == null || (board.inColumnOf(i, outer) && i.middleY() > outer.middleY()))
                    .toList();
            items = board.repeated(items) ? items.subList(0, 1) : items;
            if (items.size() != 1) {
                doubt(label, items, area, field, column(column, path, 0).text());
                return Optional.empty();
            }
            header = items.get(0);
            header.use(Item.Use.LABEL);
        }
        int year = column.year() == null ? 0 : evaluated + column.year();
        if (column.printedYear()) {
            Item printed = header;
            year = column.under().stream()
                    .map(l -> labels.printedYear(l, printed))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(0);
        }
        if (column.printedYear()) {
            printed.putIfAbsent(year, header);
        }
        proved |= column.year() != null;
        if (column.year() != null && !dated(column)) {
            undated.add(column(column, path, 0).text());
        }
        return Optional.of(new Found(column, header, year));
    }

    /** Keeps a table that was read, for {@link #finish}. */
    void read(List<GridColumn> columns, List<Found> found, List<Row> rows, Area area) {
        if (!board.tabbed() && !found.isEmpty()) {
            tables.add(new Table(columns, found, rows, area));
        }
    }

    /** Doubts what other columns and cells put in doubt, once everything is read. */
    void finish() {
        tables.forEach(this::moved);
        compareYears();
    }

    /**
     * Doubts what may have moved: all columns of a table, if the header of one is missing and a value stands below a header that is not read;
     * a row, if a figure stands there while another is missing. A value below a text that is no known header belongs to the missing one.
     */
    private void moved(Table table) {
        Item lowest = table.found().stream()
                .map(Found::header)
                .max(Comparator.comparingDouble(h -> h.box().y()))
                .orElseThrow();
        List<Item> headers =
                board.cells(table.area()).filter(c -> board.inRowOf(c, lowest)).toList();
        for (Row row : table.rows()) {
            List<Item> cells = board.rightOf(row.name(), table.area()).stream()
                    .filter(c -> board.inRowOf(c, row.name()))
                    .toList();
            List<Item> strays = cells.stream()
                    .filter(c -> c.use() == Item.Use.NONE && !c.blank() && unread(c, headers, table.found()))
                    .toList();
            if (table.found().size() < table.columns().size() && !strays.isEmpty()) {
                String message =
                        "a header of the table is missing, and a value stands below one that is not read; they may have moved";
                table.rows().forEach(r -> doubt(table.found(), r, message, strays.get(0)));
                return;
            }
            Optional<Item> figure =
                    strays.stream().filter(c -> c.number().isPresent()).findFirst();
            if (figure.isPresent() && table.found().stream().anyMatch(f -> missing(f, row, cells))) {
                String message =
                        "a figure stands below a header that is not read, and another is missing; the row may have moved";
                doubt(table.found(), row, message, figure.get());
            }
        }
    }

    /** True for a cell below headers that are blank, ignored, or those of a group. */
    private boolean unread(Item cell, List<Item> headers, List<Found> found) {
        List<Item> over =
                headers.stream().filter(h -> board.inColumnOf(cell, h)).toList();
        return over.stream().allMatch(h -> h.use() == Item.Use.LABEL || !leftovers.unknown(h))
                && found.stream().noneMatch(f -> board.inColumnOf(cell, f.header()));
    }

    private boolean missing(Found column, Row row, List<Item> cells) {
        return FIGURES.contains(column.column().typeOr(row.type()))
                && cells.stream()
                        .filter(c -> board.inColumnOf(c, column.header()))
                        .noneMatch(c -> c.number().isPresent());
    }

    private void doubt(List<Found> found, Row row, String message, Item at) {
        if (row.slot() != null) {
            notes.doubt(Code.SLOT_AMBIGUOUS, row.slot(), message, at);
            return;
        }
        found.forEach(f -> notes.doubt(
                Code.SLOT_AMBIGUOUS, column(f.column(), row.path(), f.year()).text(), message, at));
    }

    private static boolean dated(GridColumn column) {
        return column.under().stream()
                .flatMap(l -> l.wordings().stream())
                .anyMatch(w -> YearTemplate.PLACE.matcher(w).find());
    }

    /**
     * Doubts the evaluated year if columns print other years than it gives, and then the columns that have their year
     * from it.
     */
    private void compareYears() {
        if (otherYear != null) {
            String message = "the evaluated year is " + evaluated + ", which does not fit the year of a column";
            notes.doubt(Code.SLOT_AMBIGUOUS, "fiscalYear", message, otherYear);
            undated.forEach(field -> notes.doubt(Code.SLOT_AMBIGUOUS, field, message, otherYear));
        }
        if (!proved && !printed.isEmpty() && !printed.containsKey(evaluated)) {
            String message = "the evaluated year is " + evaluated + ", but the columns print "
                    + String.join(
                            ", ", printed.keySet().stream().map(String::valueOf).toList());
            notes.doubt(
                    Code.SLOT_AMBIGUOUS,
                    "fiscalYear",
                    message,
                    printed.values().iterator().next());
        }
    }

    /** Two columns may share a header if they are on different lines of a slot. */
    private static boolean sameLine(GridColumn a, GridColumn b) {
        return Objects.equals(a.line(), b.line());
    }

    /** @param anyYear the glob of the column's facts in any year */
    private void doubt(Label label, List<Item> items, Area area, String field, String anyYear) {
        if (items.isEmpty()) {
            if (labels.all(label, area).isEmpty()) {
                Optional<Item> other = labels.otherYear(label, area);
                otherYear = other.orElse(otherYear);
                labels.one(label, area, other.isPresent() ? anyYear : field, false);
            } else {
                String message = "the header «" + label + "» is not where it is expected";
                notes.doubt(Code.LABEL_MISSING, field, message, null);
            }
        } else {
            String message = "the header «" + label + "» is printed " + items.size() + " times";
            notes.doubt(Code.SLOT_AMBIGUOUS, field, message, items.get(0));
        }
    }

    /** The path of a column's facts. */
    static PathTemplate column(GridColumn column, PathTemplate path, int year) {
        PathTemplate of = path.with("is", column.is());
        return year == 0 ? of : of.with("year", year);
    }
}
