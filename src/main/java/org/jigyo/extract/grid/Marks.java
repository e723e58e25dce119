package org.jigyo.extract.grid;

import org.jigyo.Finding.Code;

/** Marks before options and in cells of their own. */
final class Marks {

    private static final String MARKS = "○◯〇●☑✓✔";
    private static final String EMPTY_BOXES = "□☐";
    /** What people type for a mark, and what may say more than one. */
    private static final String DOUBTFUL_MARKS = "◎OoОоΟο0レ";

    private Marks() {}

    /** True for what is, or could be, a mark. */
    static boolean likeMark(String key) {
        return marked(key) || (key.length() == 1 && DOUBTFUL_MARKS.contains(key));
    }

    private static boolean marked(String key) {
        return key.length() == 1 && MARKS.contains(key);
    }

    /** States a mark; a cell that holds anything else is doubted, and left out when it is not even like a mark. */
    static void state(Notes notes, Item cell, String field, String locator) {
        if (cell.blank()) {
            notes.blank(field, cell);
            return;
        }
        cell.use(Item.Use.VALUE);
        if (EMPTY_BOXES.contains(cell.key())) {
            return;
        }
        if (likeMark(cell.key())) {
            notes.state(field, true, cell, locator);
        }
        if (!marked(cell.key())) {
            notes.doubt(Code.VALUE_UNREADABLE, field, "neither a mark nor blank", cell);
        }
    }
}
