package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Grid;
import org.jigyo.layout.GridYear;
import org.jigyo.layout.Label;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** What opens the sheets of a board, and the years that a sheet prints. */
final class Title {

    private static final String EVALUATED = "fiscalYear";
    private static final String PUBLISHED = "publishedYear";

    private final Grid grid;
    private final List<Phrase> opening;

    Title(Grid grid) {
        this.grid = grid;
        this.opening = Phrase.of(grid.opening(), grid.era());
    }

    /** A year with the item that prints it, null where none does. */
    private record Year(int year, Item item) {}

    /** What opens a sheet, from top to bottom; a title without a fiscal year opens none. */
    List<Item> openings(Board board) {
        return board.items().stream()
                .filter(i -> opening.stream().anyMatch(p -> p.opens(i.key())))
                .toList();
    }

    /** States the years of a sheet: the evaluated one, or empty when it is not printed or not in one way. */
    OptionalInt state(Board board, Item opens, Notes notes) {
        opens.use(grid.title() == null ? Item.Use.LABEL : Item.Use.VALUE);
        Optional<Year> evaluated = grid.title() == null
                ? find(grid.year(), board, EVALUATED, notes)
                : years(grid.title(), Stream.of(opens)).findFirst();
        if (grid.published() != null) {
            find(grid.published(), board, PUBLISHED, notes).ifPresent(y -> state(y, PUBLISHED, opens, notes));
        }
        evaluated.ifPresent(y -> state(y, EVALUATED, opens, notes));
        return evaluated.map(y -> OptionalInt.of(y.year())).orElseGet(OptionalInt::empty);
    }

    private static void state(Year year, String path, Item opens, Notes notes) {
        Item item = year.item() == null ? opens : year.item();
        item.use(item.use() == Item.Use.NONE ? Item.Use.LABEL : item.use());
        notes.state(path, BigDecimal.valueOf(year.year()), item, item == opens ? "title" : "year");
    }

    private Optional<Year> find(GridYear where, Board board, String path, Notes notes) {
        if (where.is() != null) {
            return Optional.of(new Year(where.is(), null));
        }
        List<Year> found = where.printed() != null
                ? years(where.printed(), board.items().stream()).toList()
                : beside(where.rightOf(), board).toList();
        if (found.stream().mapToInt(Year::year).distinct().count() == 1) {
            return Optional.of(found.get(0));
        }
        String label = "«" + (where.printed() == null ? where.rightOf() : where.printed()) + "»";
        String message = found.isEmpty()
                ? "no fiscal year is printed with " + label
                : "different fiscal years are printed with " + label;
        notes.doubt(found.isEmpty() ? Code.VALUE_MISSING : Code.SLOT_AMBIGUOUS, path, message, null);
        return Optional.empty();
    }

    private Stream<Year> years(Label label, Stream<Item> items) {
        List<Phrase> phrases = Phrase.of(label, grid.era());
        return items.flatMap(i -> year(phrases, i, p -> p.evaluatedYear(i.key()).orElse(0)));
    }

    private static Stream<Year> year(List<Phrase> phrases, Item item, ToIntFunction<Phrase> read) {
        return phrases.stream()
                .mapToInt(read)
                .filter(year -> year != 0)
                .limit(1)
                .mapToObj(year -> new Year(year, item));
    }

    private Stream<Year> beside(Label label, Board board) {
        List<Phrase> phrases = Phrase.of(label, grid.era());
        Era era = grid.era();
        return board.items().stream()
                .filter(i -> phrases.stream().anyMatch(p -> p.matches(i.key(), 0)))
                .flatMap(i -> board.rightOf(i, Area.EVERYWHERE).stream().limit(1))
                .flatMap(i -> Printed.year(i.text(), era).stream().mapToObj(year -> new Year(year, i)));
    }
}
