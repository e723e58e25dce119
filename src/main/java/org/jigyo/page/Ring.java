package org.jigyo.page;

import java.util.List;

/**
 * A circle, an oval or a rounded frame that is drawn around letters of a cell.
 *
 * @param cell the cell whose letters stand in it
 * @param letters their places in the cell's text, counted from 0, line breaks included
 */
public record Ring(Cell cell, List<Integer> letters) {

    /** Places are kept as given. */
    public Ring {
        letters = List.copyOf(letters);
    }
}
