package org.jigyo.page;

import java.util.Collection;
import java.util.List;

/**
 * One page: its text in drawing order, and its cells if it is ruled or a table. A sheet of a workbook is a page, too; a
 * long one arrives in several parts with the same number, each of whole rows, from top to bottom.
 *
 * @param number 1-based
 * @param name name of the sheet or table if its cells have names (F12), else null
 * @param size the page as shown; null for text
 * @param blocks all text in drawing order
 * @param cells cells of the grid in reading order; empty if the page has no grid
 * @param outside lines outside all cells, in reading order; empty if there is no grid
 * @param doubts places where the page may show something other than what was read
 * @param rings what is drawn around letters of cells
 * @param recognised of a page that is a picture, the lines that text recognition read; empty if the page has text
 */
public record Page(
        int number,
        String name,
        Box size,
        List<TextBlock> blocks,
        List<Cell> cells,
        List<Line> outside,
        List<PageDoubt> doubts,
        List<Ring> rings,
        List<Recognised> recognised) {

    /**
     * A line that was recognised in a picture.
     *
     * @param box where it stands
     * @param confidence of its least certain word, 0 to 1, as the recognising program says
     */
    public record Recognised(Box box, double confidence) {}

    /** Copies the lists. */
    public Page {
        blocks = List.copyOf(blocks);
        cells = List.copyOf(cells);
        outside = List.copyOf(outside);
        doubts = List.copyOf(doubts);
        rings = List.copyOf(rings);
        recognised = List.copyOf(recognised);
    }

    /** A copy with these doubts. */
    Page with(List<PageDoubt> newDoubts) {
        return new Page(number, name, size, blocks, cells, outside, newDoubts, rings, recognised);
    }

    /** A copy that was recognised in a picture, with these lines and doubts. */
    public Page recognised(List<Recognised> lines, List<PageDoubt> newDoubts) {
        return new Page(number, name, size, blocks, cells, outside, newDoubts, rings, lines);
    }

    /** A copy with other cells. */
    public Page with(Collection<Cell> newCells) {
        return new Page(number, name, size, blocks, List.copyOf(newCells), outside, doubts, rings, recognised);
    }

    /** A page without doubts whose cells have no names. */
    public Page(int number, Box size, List<TextBlock> blocks, List<Cell> cells, List<Line> outside) {
        this(number, null, size, blocks, cells, outside, List.of(), List.of(), List.of());
    }

    /** The name of a cell, e.g. 「事業一覧!F12」; null if cells have no names. */
    public String nameOf(Cell cell) {
        return name == null ? null : name + "!" + letters(cell.column()) + (cell.row() + 1);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
