package org.jigyo.extract.grid;

import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.layout.MarkSet;
import org.jigyo.sheet.Printed;

/** A set of marks, and marks in cells of their own. */
record Marks(List<String> chosen, List<String> open, boolean circled) {

    /** What people type for a mark, and what may say more than one. */
    private static final String DOUBTFUL_MARKS = "◎OoОоΟο0レ○◯〇●☑✓✔■";

    private static final Marks USUAL = new Marks(List.of("○", "◯", "〇", "●", "☑", "✓", "✔"), List.of("□", "☐"), false);

    /** The set of a name in a layout; without a name the usual marks. */
    static Marks of(String name, Map<String, MarkSet> sets) {
        MarkSet set = name == null ? null : sets.get(name);
        return set == null
                ? USUAL
                : new Marks(
                        set.chosen().stream().map(Printed::key).toList(),
                        set.open().stream().map(Printed::key).toList(),
                        set.circled());
    }

    /** True for what is, or could be, a mark. */
    boolean likeMark(String key) {
        return chosen.contains(key) || (key.length() == 1 && DOUBTFUL_MARKS.contains(key));
    }

    /** True for what may stand where a mark belongs. */
    boolean possible(String key) {
        return key.length() == 1 || chosen.contains(key) || open.contains(key);
    }

    /** States a mark; a cell that holds anything else is doubted, and left out when it is not even like a mark. */
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
