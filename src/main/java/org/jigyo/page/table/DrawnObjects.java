package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is drawn over the cells of a sheet of a workbook: text boxes, shapes, pictures. None of it is read. */
final class DrawnObjects {

    private static final int MOST_TOLD = 5;

    /** What an object does to the cells under it. */
    enum Effect {
        /** Nothing: a line or a bracket. */
        NONE,
        /** A cell without text may show what the object shows. */
        FILLS,
        /** It may cover the text of a cell, or choose a part of it. */
        COVERS
    }

    private record Drawn(int row, int column, int lastRow, int lastColumn, Unread over) {
        boolean inRow(int at) {
            return row <= at && at <= lastRow;
        }
    }

    private final List<Drawn> all = new ArrayList<>();

    /**
     * Adds an object.
     *
     * @param row 0-based first row that it lies on, and so on
     * @param text what it says; blank for nothing
     */
    void add(int row, int column, int lastRow, int lastColumn, String text, Effect effect) {
        String said = text.isBlank() ? null : text.strip();
        if (said != null || effect != Effect.NONE) {
            String message = said == null ? "a drawing lies over the cell" : "a drawn text lies over the cell";
            Unread over = new Unread(message, said, said == null && effect == Effect.FILLS);
            all.add(new Drawn(row, column, lastRow, lastColumn, over));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** What lies over a cell; null for nothing. */
    Unread over(int row, int column) {
        Unread over = null;
        for (Drawn drawn : all) {
            if (drawn.inRow(row) && drawn.column <= column && column <= drawn.lastColumn) {
                over = Unread.both(over, drawn.over);
            }
        }
        return over;
    }

    /** What the objects say, in words; empty if they say nothing. */
    String said() {
        List<String> texts =
                all.stream().map(d -> d.over.text()).filter(t -> t != null).toList();
        if (texts.isEmpty()) {
            return "";
        }
        String more = texts.size() > MOST_TOLD ? ", …" : "";
        return texts.size() + (texts.size() == 1 ? " drawn text (" : " drawn texts (")
                + texts.stream().limit(MOST_TOLD).map(t -> "«" + t + "»").collect(Collectors.joining(", "))
                + more + ")";
    }
}
