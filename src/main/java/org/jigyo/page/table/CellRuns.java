package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a cell whose letters do not all look the same: struck through, raised, or white. Raised and lowered digits
 * become ³ and ₃, because they mark notes and are never part of a number.
 */
final class CellRuns {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    /** Where a run stands against the line. */
    enum Height {
        LINE,
        RAISED,
        LOWERED
    }

    private record Run(String text, boolean struck, boolean white) {}

    /**
     * What a cell shows.
     *
     * @param unread what was left out of it, or null
     */
    record Seen(String text, Unread unread) {}

    private final List<Run> runs = new ArrayList<>();
    private boolean plain = true;

    /** Adds the next run. */
    void add(String text, Height height, boolean struck, boolean white) {
        runs.add(new Run(placed(text, height), struck, white));
        plain &= height == Height.LINE && !struck && !white;
    }

    /** True if all of it looks the same. */
    boolean plain() {
        return plain;
    }

    /** Digits at a height, as characters of that height; everything else as it is. */
    static String placed(String text, Height height) {
        if (height == Height.LINE) {
            return text;
        }
        String digits = height == Height.RAISED ? RAISED : LOWERED;
        StringBuilder placed = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        placed.appendCodePoint(Character.digit(c, 10) < 0 ? c : digits.charAt(Character.digit(c, 10))));
        return placed.toString();
    }

    /**
     * What shows of a cell: nothing that is struck through, and nothing that is white on white.
     *
     * @param white true if the ground of the cell is white
     */
    Seen seen(boolean white) {
        StringBuilder shown = new StringBuilder();
        StringBuilder struck = new StringBuilder();
        StringBuilder unseen = new StringBuilder();
        for (Run run : runs) {
            boolean hidden = run.white && white;
            (hidden ? unseen : run.struck ? struck : shown).append(run.text);
        }
        return new Seen(shown.toString(), Unread.both(struck(struck.toString()), unseen(unseen.toString())));
    }

    /** Text that is struck through; null if it is blank. */
    static Unread struck(String text) {
        return text.isBlank() ? null : Unread.text("struck-through text was left out", text);
    }

    /** Text in the colour of its ground; null if it is blank. */
    static Unread unseen(String text) {
        return text.isBlank() ? null : Unread.text("text in the colour of its ground was left out", text);
    }
}
