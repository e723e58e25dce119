package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.layout.MarkSet;

/** A mark set, and marks in cells of their own. */
record Marks(List<String> chosen, List<String> open, boolean circled) {

    /** Characters that people type as a mark, and that may mean more than one thing. */
    private static final String DOUBTFUL_MARKS = "◎OoОоΟο0レ○◯〇●☑✓✔■";

    private static final Marks USUAL = new Marks(List.of("○", "◯", "〇", "●", "☑", "✓", "✔"), List.of("□", "☐"), false);

    /** The mark set with this name in a layout; the usual marks if the name is null. */
    static Marks of(String name, Map<String, MarkSet> sets) {
        MarkSet set = name == null ? null : sets.get(name);
        return set == null ? USUAL : new Marks(set.chosen(), set.open(), set.circled());
    }

    /** True for a text that is a mark, or could be one. */
    boolean likeMark(String key) {
        return chosen.contains(key) || (key.length() == 1 && DOUBTFUL_MARKS.contains(key));
    }

    /** True for a text that may be a mark. */
    boolean possible(String key) {
        return key.length() == 1 || chosen.contains(key) || open.contains(key);
    }

    /**
     * Records the value of the one cell of several that holds a mark; nothing if none does. Several marks are doubted, and none is read.
     *
     * @param cells the cells with the values that a mark in them chooses
     */
    void one(Notes notes, Map<Item, String> cells, String field, String locator) {
        List<Item> set = new ArrayList<>();
        cells.keySet().forEach(cell -> {
            notes.blank(field, cell);
            if (!cell.blank()) {
                cell.use(Item.Use.VALUE);
                set.add(cell);
            }
        });
        set.removeIf(cell -> open.contains(cell.key()));
        if (set.size() == 1 && likeMark(set.get(0).key())) {
            notes.state(field, cells.get(set.get(0)), set.get(0), locator);
        }
        if (set.size() > 1) {
            notes.doubt(Code.SLOT_AMBIGUOUS, field, "more than one option is marked", set.get(1));
        }
        set.stream()
                .filter(cell -> !chosen.contains(cell.key()))
                .forEach(cell -> notes.doubt(Code.VALUE_UNREADABLE, field, "neither a mark nor blank", cell));
    }

    /** Records a mark. A cell with any other content is doubted, and left out if it does not even resemble a mark. */
    void state(Notes notes, Item cell, String field, String locator) {
        if (cell.blank()) {
            notes.blank(field, cell);
            return;
        }
        cell.use(Item.Use.VALUE);
        if (open.contains(cell.key())) {
            return;
        }
        if (likeMark(cell.key())) {
            notes.state(field, true, cell, locator);
        }
        if (!chosen.contains(cell.key())) {
            notes.doubt(Code.VALUE_UNREADABLE, field, "neither a mark nor blank", cell);
        }
    }
}
