package org.jigyo.page;

import java.util.List;

/**
 * One page: what is drawn, in drawing order, and the cells where it is ruled or tabulated.
 *
 * @param number 1-based
 * @param size the page as shown, null for text
 * @param blocks all text in drawing order
 * @param cells cells of the grid in reading order; none where nothing is ruled or tabulated
 * @param outside lines that lie in no cell, in reading order; empty when there is no grid
 */
public record Page(int number, Box size, List<TextBlock> blocks, List<Cell> cells, List<Line> outside) {

    /** Lists are kept as given. */
    public Page {
        blocks = List.copyOf(blocks);
        cells = List.copyOf(cells);
        outside = List.copyOf(outside);
    }
}
