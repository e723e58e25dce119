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
 * @param doubts places at which something other than what is read may be seen
 */
public record Page(
        int number, Box size, List<TextBlock> blocks, List<Cell> cells, List<Line> outside, List<PageDoubt> doubts) {

    /** Lists are kept as given. */
    public Page {
        blocks = List.copyOf(blocks);
        cells = List.copyOf(cells);
        outside = List.copyOf(outside);
        doubts = List.copyOf(doubts);
    }

    /** A page without doubts. */
    public Page(int number, Box size, List<TextBlock> blocks, List<Cell> cells, List<Line> outside) {
        this(number, size, blocks, cells, outside, List.of());
    }

    /** The same page with these doubts. */
    Page with(List<PageDoubt> newDoubts) {
        return new Page(number, size, blocks, cells, outside, newDoubts);
    }
}
