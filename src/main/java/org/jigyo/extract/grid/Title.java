package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jigyo.layout.Label;

/**
 * The line that opens a sheet.
 *
 * @param year evaluated fiscal year that it prints
 */
record Title(Item item, int year) {

    /** The titles of a board, from top to bottom. */
    static List<Title> of(Label title, Board board) {
        List<Phrase> phrases = Phrase.of(title);
        return board.items().stream()
                .map(i -> title(phrases, i))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Title> title(List<Phrase> phrases, Item item) {
        return phrases.stream()
                .map(p -> p.printedYear(item.key()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(y -> new Title(item, y.getAsInt()));
    }

    void state(Notes notes) {
        item.use(Item.Use.VALUE);
        notes.state("fiscalYear", BigDecimal.valueOf(year), item, "title");
    }
}
