package org.jigyo.extract.grid;

import java.util.List;
import java.util.Map;
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

    /** The paths of all options. */
    List<String> paths(GridLocator.Marked at, Path path) {
        return codes.get(at.options()).values().values().stream()
                .map(v -> path.with("value", v).text())
                .toList();
    }

    void read(Item label, GridLocator.Marked at, Path path, Area area) {
        label.use(Item.Use.LABEL);
        List<Item> cells = board.cells(area)
                .filter(c -> c != label && board.inRowOf(c, label))
                .filter(c -> c.middleX() > label.box().right())
                .toList();
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
        option.use(Item.Use.LABEL);
        List<Item> left = cells.stream()
                .filter(c -> board.touch(c.box().right(), option.box().x()))
                .filter(c -> board.sameRow(option, c))
                .toList();
        if (left.size() != 1) {
            notes.doubt(Code.VALUE_MISSING, field, "no cell for a mark stands left of the option", option);
            return;
        }
        Values.mark(notes, left.get(0), field, how);
    }
}
