package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.LimitReached;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.PageDoubt;
import org.jigyo.page.TextBlock;

/**
 * Turns the rows of a table into pages with cells, as if each cell were ruled, with equal column widths and row
 * heights. Rows are passed on in parts, so that a long table does not fill the memory; a merged cell is never cut.
 */
final class TableRows {

    /**
     * A merged cell, counted in visible rows and columns.
     *
     * @param row 0-based first row
     * @param column 0-based first column
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1
     */
    record Merge(int row, int column, int rows, int columns) {}

    private static final double WIDTH = 60;
    private static final double HEIGHT = 16;
    private static final int ROWS_OF_A_PART = 256;
    private static final int CHARACTERS_OF_A_PART = 50_000;

    private final int number;
    private final String name;
    private final Limits limits;
    private final Map<Integer, List<Merge>> merges = new HashMap<>();
    private final Consumer<Page> pages;
    private List<Merge> open = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();
    private List<Line> outside = new ArrayList<>();
    private List<PageDoubt> doubts = new ArrayList<>();
    private int index;
    private int first;
    private int width;
    private int glyphs;

    /**
     * A table.
     *
     * @param number page number
     * @param name name used in the names of its cells
     * @param merges its merged cells
     */
    TableRows(int number, String name, Limits limits, Collection<Merge> merges, Consumer<Page> pages) {
        this.number = number;
        this.name = name;
        this.limits = limits;
        this.pages = pages;
        merges.forEach(m ->
                this.merges.computeIfAbsent(m.row(), k -> new ArrayList<>()).add(m));
    }

    /** Adds a line above the table's next row, outside all cells. */
    void outside(String text) throws LimitReached {
        Line line = new Line(0, box(0, 1, 1, 0, 1), text);
        lines.add(line);
        outside.add(line);
        next(text.length());
    }

    /**
     * Adds the next row.
     *
     * @param row 0-based, as used in cell names
     * @param columns 0-based, as used in cell names; one for each text
     * @param texts cell texts from left to right; null or blank for a blank cell
     */
    void row(int row, int[] columns, String[] texts) throws LimitReached {
        row(row, columns, texts, Map.of());
    }

    /**
     * Adds the next row.
     *
     * @param unread index of a text → what was left out of its cell
     */
    void row(int row, int[] columns, String[] texts, Map<Integer, Unread> unread) throws LimitReached {
        int count = 0;
        open.addAll(merges.getOrDefault(index, List.of()));
        for (int c = 0; c < texts.length; c++) {
            Merge merge = at(c);
            if (merge == null || (merge.row() == index && merge.column() == c)) {
                int across = merge == null ? 1 : merge.columns();
                int down = merge == null ? 1 : merge.rows();
                List<Line> content = lines(row, c, across, down, texts[c]);
                count += texts[c] == null ? 0 : texts[c].length();
                lines.addAll(content);
                Box box = box(c, across, down, 0, 1);
                cells.add(new Cell(row, columns[c], down, across, box, content));
                Unread out = unread.get(c);
                if (out != null) {
                    doubts.add(new PageDoubt(box, out.message(), out.text(), out.blankOnly()));
                }
            }
        }
        width = Math.max(width, texts.length);
        if (cells.size() > limits.squares()) {
            throw new LimitReached("more than " + limits.squares() + " cells in " + ROWS_OF_A_PART
                    + " rows (raise the limit with --max-cells); the rest was not read");
        }
        next(count);
    }

    private void next(int characters) throws LimitReached {
        glyphs += characters;
        index++;
        open.removeIf(m -> m.row() + m.rows() <= index);
        if (glyphs > limits.glyphs()) {
            throw new LimitReached(
                    "more than " + limits.glyphs()
                            + " characters in rows joined by merged cells (raise the limit with --max-glyphs); the rest was not read");
        }
        if (open.isEmpty() && (index - first >= ROWS_OF_A_PART || glyphs > CHARACTERS_OF_A_PART)) {
            end();
        }
    }

    private Merge at(int column) {
        for (Merge merge : open) {
            if (column >= merge.column() && column < merge.column() + merge.columns()) {
                return merge;
            }
        }
        return null;
    }

    private List<Line> lines(int row, int column, int across, int down, String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return List.of(new Line(row + 1, box(column, across, down, 0, 1), text.strip()));
        }
        List<String> texts = new ArrayList<>();
        for (String t : text.strip().lines().map(String::strip).toList()) {
            // A blank line parts paragraphs, however many there are.
            if (!t.isEmpty() || !texts.get(texts.size() - 1).isEmpty()) {
                texts.add(t);
            }
        }
        List<Line> content = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            content.add(new Line(row + 1, box(column, across, down, i, texts.size()), texts.get(i)));
        }
        return content;
    }

    private Box box(int column, int across, int down, int part, int parts) {
        double height = down * HEIGHT / parts;
        return new Box(column * WIDTH, (index - first) * HEIGHT + part * height, across * WIDTH, height);
    }

    /** Passes on the remaining rows. */
    void end() {
        if (!lines.isEmpty()) {
            Box size = new Box(0, 0, width * WIDTH, (index - first) * HEIGHT);
            pages.accept(new Page(
                    number, name, size, List.of(new TextBlock(lines)), cells, outside, doubts, List.of(), List.of()));
        }
        cells = new ArrayList<>();
        lines = new ArrayList<>();
        outside = new ArrayList<>();
        doubts = new ArrayList<>();
        first = index;
        glyphs = 0;
    }
}
