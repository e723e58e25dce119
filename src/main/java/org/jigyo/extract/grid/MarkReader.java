package org.jigyo.extract.grid;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.GridLocator;
import org.jigyo.sheet.Printed;

/** Reads options that are chosen by a mark in the cell left of them. */
final class MarkReader {

    private final Board board;
    private final Map<String, CodeList> codes;
    private final Notes notes;

    MarkReader(Board board, Map<String, CodeList> codes, Notes notes) {
        this.board = board;
        this.codes = codes;
        this.notes = notes;
    }

    void read(Item label, GridLocator.Marked at, PathTemplate path, Area area) {
        label.use(Item.Use.LABEL);
        List<Item> cells = board.cells(area)
                .filter(c -> c != label && board.inRowOf(c, label))
                .filter(c -> c.middleX() > label.box().right())
                .toList();
        Set<String> keys = new HashSet<>();
        codes.get(at.options()).values().keySet().forEach(k -> keys.add(Printed.key(k)));
        cells.stream().filter(c -> keys.contains(c.key())).forEach(c -> c.use(Item.Use.LABEL));
        codes.get(at.options()).values().forEach((printed, value) -> {
            String field = path.with("value", value).text();
            String key = Printed.key(printed);
            List<Item> options = cells.stream().filter(c -> c.key().equals(key)).toList();
            if (options.size() == 1) {
                option(options.get(0), cells, field, "mark beside " + printed);
            } else {
                Code code = options.isEmpty() ? Code.LABEL_MISSING : Code.SLOT_AMBIGUOUS;
                String message = "the option «" + printed + "» is printed " + options.size() + " times";
                notes.doubt(code, field, message, options.isEmpty() ? null : options.get(0));
            }
        });
    }

    private void option(Item option, List<Item> cells, String field, String how) {
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
        boolean more = left.stream().anyMatch(c -> !next.contains(c) && Marks.likeMark(c.key()));
        if (more || next.size() != 1 || !board.sameRow(next.get(0), option)) {
            notes.doubt(Code.VALUE_MISSING, field, "no single cell for a mark stands left of the option", option);
            return;
        }
        Marks.state(notes, next.get(0), field, how);
    }

    private static boolean crosses(Item a, Item b) {
        return middleIn(a, b) || middleIn(b, a);
    }

    private static boolean middleIn(Item a, Item b) {
        return a.box().y() < b.middleY() && a.box().bottom() > b.middleY();
    }
}
