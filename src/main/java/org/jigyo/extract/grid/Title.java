package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Grid;
import org.jigyo.layout.GridYear;

/** Finds what opens the sheets of a board, and the years that a sheet prints. */
final class Title {

    private static final String EVALUATED = "fiscalYear";
    private static final String PUBLISHED = "publishedYear";

    private final Grid grid;
    private final List<Phrase> opening;

    Title(Grid grid) {
        this.grid = grid;
        this.opening = Phrase.of(grid.opening(), grid.era());
    }

    /**
     * The items that open a sheet, from top to bottom. A title without a fiscal year opens none.
     *
     * @param later pages that are not the first of their sheet
     */
    List<Item> openings(Board board, Set<Integer> later) {
        List<Item> printed = new ArrayList<>();
        for (Item item : board.items()) {
            if (!item.key().isEmpty() && opens(item)) {
                printed.add(item);
            }
        }
        printed.stream().filter(i -> later.contains(i.page())).forEach(i -> i.use(Item.Use.LABEL));
        return printed.stream().filter(i -> !later.contains(i.page())).toList();
    }

    private boolean opens(Item item) {
        for (Phrase phrase : opening) {
            if (phrase.opens(item.key())) {
                return true;
            }
        }
        return false;
    }

    /** Records the years of a sheet. Returns the evaluated year; empty if it is not printed or is ambiguous. */
    OptionalInt state(Board board, Item opens, Notes notes) {
        opens.use(grid.title() == null ? Item.Use.LABEL : Item.Use.VALUE);
        PrintedYears years = new PrintedYears(board, grid.era());
        Optional<PrintedYears.Year> evaluated = grid.title() == null
                ? find(grid.year(), years, EVALUATED, notes)
                : years.with(grid.title(), Stream.of(opens)).findFirst();
        Optional<PrintedYears.Year> published =
                grid.published() == null ? Optional.empty() : find(grid.published(), years, PUBLISHED, notes);
        published.ifPresent(y -> state(y, PUBLISHED, opens, notes));
        evaluated.ifPresent(y -> {
            state(y, EVALUATED, opens, notes);
            grid.confirmed().forEach(where -> confirm(where, y.year(), years, notes));
            if (grid.confirmed().isEmpty() && grid.published() == null && !board.tabbed()) {
                compare(y.year(), years, notes);
            }
            opening(opens, y.year(), published.map(PrintedYears.Year::year).orElse(y.year()), notes);
        });
        return evaluated.map(y -> OptionalInt.of(y.year())).orElseGet(OptionalInt::empty);
    }

    private static void state(PrintedYears.Year year, String path, Item opens, Notes notes) {
        Item item = year.item() == null ? opens : year.item();
        item.label();
        notes.state(path, BigDecimal.valueOf(year.year()), item, item == opens ? "title" : "year");
    }

    private static Optional<PrintedYears.Year> find(GridYear where, PrintedYears years, String path, Notes notes) {
        List<PrintedYears.Year> found = years.at(where);
        found.stream().map(PrintedYears.Year::item).filter(Objects::nonNull).forEach(Item::label);
        if (found.stream().mapToInt(PrintedYears.Year::year).distinct().count() == 1) {
            return Optional.of(found.get(0));
        }
        String message = found.isEmpty()
                ? "no fiscal year is printed " + where
                : "different fiscal years are printed " + where
                        + "; another place may print one alone, or the layout can say it: year: {is: …}";
        notes.doubt(found.isEmpty() ? Code.VALUE_MISSING : Code.SLOT_AMBIGUOUS, path, message, null);
        return Optional.empty();
    }

    /**
     * A sheet closes its evaluated year: where it prints settlements and results of others only, or none below the heads of this one, its title
     * may be named after another year.
     */
    private static void compare(int year, PrintedYears years, Notes notes) {
        List<PrintedYears.Closed> closed = years.closed();
        List<PrintedYears.Closed> own =
                closed.stream().filter(c -> c.year() == year).toList();
        boolean proved = closed.isEmpty() || own.stream().anyMatch(c -> !c.blank());
        boolean nothing =
                !own.isEmpty() && closed.stream().allMatch(c -> c.blank() && !years.figuresBeside(c.values()));
        if (proved || nothing) {
            return;
        }
        String message = "the evaluated year is " + year + ", and "
                + (own.isEmpty()
                        ? "settlements or results (決算, 実績) are printed of " + of(closed)
                        : "no settlement or result (決算, 実績) of it is printed in the cells for it")
                + "; «confirmed» or «published» of the layout can say which year is evaluated";
        notes.doubt(Code.SLOT_AMBIGUOUS, EVALUATED, message, closed.get(0).head());
    }

    private static String of(List<PrintedYears.Closed> closed) {
        return closed.stream()
                .map(c -> String.valueOf(c.year()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void confirm(GridYear where, int year, PrintedYears years, Notes notes) {
        List<PrintedYears.Year> found = years.at(where);
        if (found.isEmpty()) {
            notes.doubt(Code.LABEL_MISSING, EVALUATED, "no fiscal year is printed " + where, null);
        }
        for (PrintedYears.Year other : found) {
            if (other.year() == year) {
                other.item().label();
            } else {
                String message = "the evaluated year is " + year + ", but " + other.year() + " is printed " + where;
                notes.doubt(Code.SLOT_AMBIGUOUS, EVALUATED, message, other.item());
            }
        }
    }

    /** Checks the year in the line that opens a sheet: if it is not the evaluated year, it must be accounted for. */
    private void opening(Item opens, int evaluated, int published, Notes notes) {
        opening.stream()
                .map(p -> p.printedYear(opens.key()))
                .filter(OptionalInt::isPresent)
                .limit(1)
                .forEach(y -> {
                    if (grid.title() == null && y.getAsInt() != evaluated && y.getAsInt() != published) {
                        String message = "the evaluated year is " + evaluated
                                + ", but the line that opens the sheet prints " + y.getAsInt()
                                + "; if the form is named after another year, say so with «published»";
                        notes.doubt(Code.SLOT_AMBIGUOUS, EVALUATED, message, opens);
                    }
                });
    }
}
