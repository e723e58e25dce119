package org.jigyo.extract.grid;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Printed;

/** Reads options that are chosen by a mark in the cell to their left; one of them where the path has no place for its value. */
final class MarkReader {

    private final Board board;
    private final Layout layout;
    private final Notes notes;

    MarkReader(Board board, Layout layout, Notes notes) {
        this.board = board;
        this.layout = layout;
        this.notes = notes;
    }

    void read(Item label, GridLocator.Marked at, PathTemplate path, Area area) {
        label.use(Item.Use.LABEL);
        Map<String, String> options = layout.codes().get(at.options()).values();
        Marks marks = Marks.of(at.marks(), layout.marks());
        List<Item> cells = board.cells(area)
                .filter(c -> c != label && board.inRowOf(c, label))
                .filter(c -> c.middleX() > label.box().right())
                .toList();
        Set<String> keys = new HashSet<>();
        options.keySet().forEach(k -> keys.add(Printed.key(k)));
        cells.stream().filter(c -> keys.contains(c.key())).forEach(c -> c.use(Item.Use.LABEL));
        Map<Item, String> one = new LinkedHashMap<>();
        options.forEach((printed, value) -> {
            String field = path.with("value", value).text();
            String key = Printed.key(printed);
            List<Item> named = cells.stream().filter(c -> c.key().equals(key)).toList();
            if (named.size() == 1) {
                mark(named.get(0), cells, marks, field).ifPresent(cell -> {
                    if (path.has("value")) {
                        marks.state(notes, cell, field, "mark beside " + printed);
                    } else {
                        one.put(cell, value);
                    }
                });
            } else {
                Code code = named.isEmpty() ? Code.LABEL_MISSING : Code.SLOT_AMBIGUOUS;
                String message = "the option «" + printed + "» is printed " + named.size() + " times";
                notes.doubt(code, field, message, named.isEmpty() ? null : named.get(0));
            }
        });
        if (!path.has("value")) {
            marks.one(notes, one, path.text(), "mark beside an option right of " + at.rightOf());
        }
    }

    /** The cell for the mark of an option. */
    private Optional<Item> mark(Item option, List<Item> cells, Marks marks, String field) {
        double edge = cells.stream()
                .filter(c -> c.use() == Item.Use.LABEL && c.box().right() < option.middleX() && crosses(c, option))
                .mapToDouble(c -> c.box().right())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        List<Item> left = cells.stream()
                .filter(c -> c.use() != Item.Use.LABEL && crosses(c, option))
                .filter(c -> c.middleX() > edge && c.middleX() < option.box().x())
                .toList();
        List<Item> next = left.stream()
                .filter(c -> board.touch(c.box().right(), option.box().x()))
                .toList();
        boolean more = left.stream().anyMatch(c -> !next.contains(c) && marks.likeMark(c.key()));
        if (more || next.size() != 1 || !board.sameRow(next.get(0), option)) {
            notes.doubt(
                    Code.VALUE_MISSING,
                    field,
                    "there is not exactly one cell for a mark to the left of the option",
                    option);
            return Optional.empty();
        }
        return Optional.of(next.get(0));
    }

    private static boolean crosses(Item a, Item b) {
        return middleIn(a, b) || middleIn(b, a);
    }

    private static boolean middleIn(Item a, Item b) {
        return a.box().y() < b.middleY() && a.box().bottom() > b.middleY();
    }
}
