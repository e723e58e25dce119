package org.jigyo.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell of a ruled page, or of a table given as text. A merged cell is one cell that spans several rows or columns.
 *
 * @param row 0-based first row in the page's grid
 * @param column 0-based first column
 * @param rows number of rows it spans, at least 1
 * @param columns number of columns it spans, at least 1
 * @param box its ruled box; null in a table given as text
 * @param lines its printed lines from top to bottom; empty if it is blank
 */
public record Cell(int row, int column, int rows, int columns, Box box, List<Line> lines) {

    /** Copies the lines. */
    public Cell {
        lines = List.copyOf(lines);
    }

    /** The lines, separated by line breaks. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
