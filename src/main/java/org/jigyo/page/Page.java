package org.jigyo.page;

import java.util.List;

/**
 * One page: what is drawn, in drawing order, and the cells where it is ruled or tabulated. A sheet of a book is a page too; a
 * long one comes in parts that have the same number, each of whole rows, from top to bottom.
 *
 * @param number 1-based
 * @param name of the sheet or table whose cells are named (F12), null for others
 * @param size the page as shown, null for text
 * @param blocks all text in drawing order
 * @param cells cells of the grid in reading order; none where nothing is ruled or tabulated
 * @param outside lines that lie in no cell, in reading order; empty when there is no grid
 * @param doubts places at which something other than what is read may be seen
 */
public record Page(
        int number,
        String name,
        Box size,
        List<TextBlock> blocks,
        List<Cell> cells,
        List<Line> outside,
        List<PageDoubt> doubts) {

    /** Lists are kept as given. */
    public Page {
        blocks = List.copyOf(blocks);
        cells = List.copyOf(cells);
        outside = List.copyOf(outside);
        doubts = List.copyOf(doubts);
    }

    /** The same page with these doubts. */
    Page with(List<PageDoubt> newDoubts) {
        return new Page(number, name, size, blocks, cells, outside, newDoubts);
    }

    /** A page without doubts whose cells have no names. */
    public Page(int number, Box size, List<TextBlock> blocks, List<Cell> cells, List<Line> outside) {
        this(number, null, size, blocks, cells, outside, List.of());
    }

    /** The name of a cell, 「事業一覧!F12」, null where cells have none. */
    public String nameOf(Cell cell) {
        return name == null ? null : name + "!" + letters(cell.column()) + (cell.row() + 1);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
