package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.sheet.Printed;

/**
 * One line of a file in drawing order.
 *
 * @param page 1-based
 * @param block running number in the file
 * @param line the line as drawn
 * @param startsBlock true for the first line of a block
 * @param startsPage true for the first line of a page
 * @param key comparison key
 */
record Drawn(int page, int block, Line line, boolean startsBlock, boolean startsPage, String key) {

    /** All lines of the pages, except lines without a printed character. */
    static List<Drawn> of(List<Page> pages) {
        List<Drawn> drawn = new ArrayList<>();
        int block = 0;
        for (Page page : pages) {
            boolean startsPage = true;
            for (TextBlock b : page.blocks()) {
                boolean startsBlock = true;
                for (Line line : b.lines()) {
                    if (line.text().isBlank()) {
                        continue;
                    }
                    drawn.add(new Drawn(page.number(), block, line, startsBlock, startsPage, Printed.key(line.text())));
                    startsBlock = false;
                    startsPage = false;
                }
                block++;
            }
        }
        return drawn;
    }
}
