package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.NearLabel;
import org.jigyo.layout.Label;
import org.jigyo.page.Deadline;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** Finds the printed labels of a sheet. A label that is missing or printed twice puts every field with it in doubt. */
final class PrintedLabels {

    /** Of what is printed, but below another heading than its field. */
    static final String ELSEWHERE = "not printed in its section, but below another heading";

    /** After «is not printed», when a text that is nearly the same is. */
    static final String NEARLY = ", but nearly the same text is";

    private final Board board;
    private final int year;
    private final Era era;
    private final Notes notes;
    private final Map<Label, List<Phrase>> phrases = new HashMap<>();
    private final Map<Label, List<Item>> printing = new HashMap<>();
    private final Map<Label, Optional<Item>> nearest = new HashMap<>();

    /**
     * The labels of a sheet.
     *
     * @param year evaluated fiscal year
     * @param era the era of years printed without one, or null
     */
    PrintedLabels(Board board, int year, Era era, Notes notes) {
        this.board = board;
        this.year = year;
        this.era = era;
        this.notes = notes;
    }

    private List<Phrase> phrases(Label label) {
        return phrases.computeIfAbsent(label, l -> Phrase.of(l, era));
    }

    boolean matches(Label label, Item item) {
        return matches(label, item.key());
    }

    private boolean matches(Label label, String key) {
        return matches(phrases(label), key);
    }

    private boolean matches(List<Phrase> phrases, String key) {
        for (Phrase phrase : phrases) {
            if (phrase.matches(key, year)) {
                return true;
            }
        }
        return false;
    }

    /** The items of an area that print the label invisibly, below something else. */
    List<Item> hidden(Label label, Area area) {
        return board.cells(area)
                .filter(i ->
                        i.doubts().stream().anyMatch(d -> d.text() != null && matches(label, Printed.key(d.text()))))
                .toList();
    }

    /** Every item of an area that prints the label. */
    List<Item> all(Label label, Area area) {
        Deadline.checkWork();
        return printing.computeIfAbsent(label, this::printing).stream()
                .filter(i -> area.holds(i.box()))
                .filter(i -> i.use() == Item.Use.NONE || i.use() == Item.Use.LABEL)
                .toList();
    }

    private List<Item> printing(Label label) {
        List<Phrase> wordings = phrases(label);
        return board.items().stream()
                .filter(i -> !i.key().isEmpty() && matches(wordings, i.key()))
                .toList();
    }

    /** Marks the printed occurrences of a label before any value is read, so that a label is never read as a value. */
    void mark(Label label, Area area) {
        all(label, area).forEach(i -> i.use(Item.Use.LABEL));
    }

    /** The one item that prints the label. If there is none, or more than one, the field is doubted. */
    Optional<Item> one(Label label, Area area, String field, boolean optional) {
        List<Item> all = all(label, area);
        // A heading may print the same words as a cell below it.
        List<Item> cells = all.stream().filter(Item::isCell).toList();
        return only(cells.isEmpty() ? all : cells, label, area, field, optional);
    }

    /** Like {@link #one}, but returns every item that prints the label if each of them is on a page of its own. */
    List<Item> each(Label label, Area area, String field, boolean optional) {
        List<Item> all = all(label, area);
        List<Item> cells = all.stream().filter(Item::isCell).toList();
        List<Item> found = new ArrayList<>(cells.isEmpty() ? all : cells);
        if (found.size() == 1 && area.top() == Area.EVERYWHERE.top()) {
            // Text above all sections may be a page head, repeated at the same place of other pages.
            all(label, Area.EVERYWHERE).stream()
                    .filter(i -> i.printsAs(found.get(0)))
                    .forEach(found::add);
        }
        long pages = found.stream().mapToInt(Item::page).distinct().count();
        if (found.size() > 1 && pages == found.size()) {
            found.forEach(i -> i.use(Item.Use.LABEL));
            return found;
        }
        return only(found, label, area, field, optional).stream().toList();
    }

    private Optional<Item> only(List<Item> found, Label label, Area area, String field, boolean optional) {
        if (found.size() == 1) {
            found.get(0).use(Item.Use.LABEL);
            return Optional.of(found.get(0));
        }
        if (found.size() > 1) {
            String message = "the label «" + label + "» is printed " + found.size() + " times";
            notes.doubt(Code.SLOT_AMBIGUOUS, field, message, found.get(0));
        } else if (!optional) {
            missing(label, area, field);
        }
        return Optional.empty();
    }

    private void missing(Label label, Area area, String field) {
        String begin = "the label «" + label + "» is ";
        Optional<Item> other = otherYear(label, area);
        if (other.isPresent()) {
            String message = begin + "not printed; it is printed with another year";
            notes.doubt(Code.LABEL_MISSING, field, message, other.get());
        } else if (printing.get(label).isEmpty()) {
            Optional<Item> near = near(label);
            notes.doubt(
                    Code.LABEL_MISSING,
                    field,
                    begin + "not printed" + (near.isEmpty() ? "" : NEARLY),
                    near.orElse(null));
        } else {
            boolean taken = printing.get(label).stream().anyMatch(i -> area.holds(i.box()));
            String where = taken ? "printed in a cell that is read as a value" : ELSEWHERE;
            notes.doubt(Code.LABEL_MISSING, field, begin + where, null);
        }
    }

    /** The text that is nearly a label which is nowhere printed, for a person who corrects the layout. */
    Optional<Item> near(Label label) {
        return nearest.computeIfAbsent(
                label,
                l -> NearLabel.of(
                        l,
                        board.items().stream()
                                .filter(i -> !i.blank() && (i.use() == Item.Use.NONE || i.use() == Item.Use.VALUE)),
                        Item::key));
    }

    /** An item that prints the label with another year than the evaluated one gives. */
    Optional<Item> otherYear(Label label, Area area) {
        return board.items().stream()
                .filter(i -> area.holds(i.box()))
                .filter(i -> phrases(label).stream()
                        .anyMatch(p -> p.printedYear(i.key()).isPresent()))
                .findFirst();
    }

    /** The year that an item prints at the label's placeholder. */
    Optional<Integer> printedYear(Label label, Item item) {
        return phrases(label).stream()
                .map(p -> p.printedYear(item.key()))
                .filter(java.util.OptionalInt::isPresent)
                .map(java.util.OptionalInt::getAsInt)
                .findFirst();
    }
}
