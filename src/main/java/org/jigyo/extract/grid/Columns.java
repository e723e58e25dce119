package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridColumn;
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

    private final Board board;
    private final PrintedLabels labels;
    private final Notes notes;
    private final int evaluated;
    private final Map<Integer, Item> printed = new TreeMap<>();
    private final Set<String> undated = new LinkedHashSet<>();
    private Item otherYear;
    private boolean proved;

    Columns(Board board, PrintedLabels labels, Notes notes, int evaluated) {
        this.board = board;
        this.labels = labels;
        this.notes = notes;
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
        found.sort(java.util.Comparator.comparingDouble(f -> f.header().box().x()));
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

    private static boolean dated(GridColumn column) {
        return column.under().stream()
                .flatMap(l -> l.wordings().stream())
                .anyMatch(w -> YearTemplate.PLACE.matcher(w).find());
    }

    /**
     * Doubts the evaluated year if columns print other years than it gives, and then the columns that have their year
     * from it.
     */
    void compareYears() {
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
