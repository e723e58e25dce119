package org.jigyo.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell of a ruled page or of a table given as text. A merged cell is one cell that spans rows or columns.
 *
 * @param row 0-based first row of the page's grid
 * @param column 0-based first column
 * @param rows how many rows it spans, at least 1
 * @param columns how many columns it spans, at least 1
 * @param box where it is ruled, null in a table given as text
 * @param lines its printed lines from top to bottom, none when it is blank
 */
public record Cell(int row, int column, int rows, int columns, Box box, List<Line> lines) {

    /** Lines are kept as given. */
    public Cell {
        lines = List.copyOf(lines);
    }

    /** The lines, with a line break between two. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
