package org.jigyo.page.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.jigyo.page.ocr.Grey.Area;
import org.jigyo.page.ocr.TextRecogniser.TextLine;
import org.jigyo.page.ocr.TextRecogniser.Word;

/**
 * A piece of a page that has ink.
 *
 * @param area where it stands on the page
 * @param picture the piece with a white margin, on white
 * @param inCell false if it stands outside of all cells
 */
record Ink(Area area, Grey picture, boolean inCell) {

    /** Recognition needs some white around letters. */
    private static final int MARGIN = 12;
    /** This shade and lighter ones are the background of a cell. */
    private static final int LIGHT = 200;
    /** This shade and darker ones are ink. */
    private static final int DARK = 125;
    /** Fewer pixels are specks; a full stop of a 6 point font has 15. */
    private static final int SPECKS = 12;
    /** What is smaller than this, and outside of cells, is left of a rule, or a speck. */
    private static final int SMALLEST = 10;
    /** What is left of the rules of a cell after they are removed. */
    private static final int EDGE = 2;
    /** Outside of cells, more white than this between lines, or than this part of the height of a line beside it, parts pieces. */
    private static final int BETWEEN_LINES = 4;

    private static final double BESIDE = 1.5;

    /** The pieces of a page: its cells, then the lines outside of them. The picture is white afterwards. */
    static List<Ink> of(Grey page, List<Area> cells) {
        List<Ink> pieces = new ArrayList<>();
        for (Area cell : cells) {
            Area ink = frame(page, cell.wider(-EDGE));
            if (ink != null && inked(page, ink)) {
                pieces.add(new Ink(ink, page.cut(ink, MARGIN, LIGHT), true));
            }
            page.clear(cell.wider(EDGE));
        }
        Area whole = new Area(0, 0, page.width(), page.height());
        for (int[] rows :
                stretches(whole.height(), BETWEEN_LINES, y -> inked(page, new Area(0, y, page.width(), y + 1), 1))) {
            int apart = (int) (BESIDE * (rows[1] - rows[0]));
            for (int[] columns :
                    stretches(whole.width(), apart, x -> inked(page, new Area(x, rows[0], x + 1, rows[1]), 1))) {
                Area line = new Area(columns[0], rows[0], columns[1], rows[1]);
                if (inked(page, line) && Math.max(line.width(), line.height()) > SMALLEST) {
                    pieces.add(new Ink(line, page.cut(line, MARGIN, LIGHT), false));
                }
            }
        }
        return pieces;
    }

    /** The smallest rectangle around the ink of an area; null if there is none. */
    private static Area frame(Grey page, Area area) {
        List<int[]> rows = stretches(
                area.height(),
                area.height(),
                y -> inked(page, new Area(area.left(), area.top() + y, area.right(), area.top() + y + 1), 1));
        List<int[]> columns = stretches(
                area.width(),
                area.width(),
                x -> inked(page, new Area(area.left() + x, area.top(), area.left() + x + 1, area.bottom()), 1));
        return rows.isEmpty()
                ? null
                : new Area(
                        area.left() + columns.get(0)[0],
                        area.top() + rows.get(0)[0],
                        area.left() + columns.get(0)[1],
                        area.top() + rows.get(0)[1]);
    }

    private static boolean inked(Grey page, Area area) {
        return inked(page, area, SPECKS);
    }

    private static boolean inked(Grey page, Area area, int least) {
        int dark = 0;
        for (int y = area.top(); y < area.bottom() && dark < least; y++) {
            for (int x = area.left(); x < area.right() && dark < least; x++) {
                dark += page.at(x, y) <= DARK ? 1 : 0;
            }
        }
        return dark >= least;
    }

    /** From and to of the stretches with ink; a gap that is not longer than this parts none. */
    private static List<int[]> stretches(int length, int gap, IntPredicate inked) {
        List<int[]> stretches = new ArrayList<>();
        int[] open = null;
        for (int i = 0; i < length; i++) {
            if (!inked.test(i)) {
                continue;
            }
            if (open == null || i - open[1] > gap) {
                open = new int[] {i, i};
                stretches.add(open);
            }
            open[1] = i + 1;
        }
        return stretches;
    }

    /**
     * Where a line of this piece stands on the page. Its height is the usual one of its words, since the boxes of some are too
     * large.
     *
     * @param above the place of the line before it in this piece, or null
     */
    Area place(TextLine line, Area above) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (Word word : line.words()) {
            left = Math.min(left, word.area().left());
            right = Math.max(right, word.area().right());
        }
        int height = Math.max(1, median(line, Area::height));
        int bottom = area.top() - MARGIN + median(line, Area::bottom);
        int lowest = above == null ? bottom : Math.max(bottom, above.bottom() + (height + above.height()) / 3);
        int from = Math.min(Math.max(area.left(), area.left() + left - MARGIN), area.right() - 1);
        int to = Math.min(area.right(), area.left() + right - MARGIN);
        return new Area(from, lowest - height, Math.max(from + 1, to), lowest);
    }

    /** Its connected areas. */
    Blots blots() {
        return Blots.of(picture);
    }

    private static int median(TextLine line, ToIntFunction<Area> length) {
        int[] sorted = line.words().stream()
                .mapToInt(w -> length.applyAsInt(w.area()))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
