package org.jigyo.page.table;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;

/** A page of a text file under construction. */
final class TextPage {

    private final int number;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Line> outside = new ArrayList<>();
    private int row;
    private int glyphs;

    TextPage(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    int glyphs() {
        return glyphs;
    }

    boolean isEmpty() {
        return blocks.isEmpty() && open.isEmpty();
    }

    void breakBlock() {
        if (!open.isEmpty()) {
            blocks.add(new TextBlock(open));
            open.clear();
        }
    }

    void add(Line line) {
        open.add(line);
        glyphs += line.text().length() + 1;
        if (line.text().indexOf('\t') < 0) {
            outside.add(line);
            return;
        }
        int column = 0;
        int begin = 1;
        for (String text : line.text().split("\t", -1)) {
            List<Line> content =
                    text.isBlank() ? List.of() : List.of(new Line(line.number(), null, text.strip(), begin));
            cells.add(new Cell(row, column, 1, 1, null, content));
            column++;
            begin += text.length() + 1;
        }
        row++;
    }

    Page page() {
        breakBlock();
        // A page without a tab has no table; all its text is in the blocks.
        return new Page(number, null, blocks, cells, cells.isEmpty() ? List.of() : outside);
    }
}
