package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.layout.Grid;
import org.jigyo.sheet.Printed;

/** Text that a form prints on every page and that belongs to no project: page heads and page numbers. */
final class Furniture {

    private static final String PAGE = "page";

    private final List<CellPattern> patterns = new ArrayList<>();
    private final Set<CellPattern> numbers = new HashSet<>();
    private final Set<CellPattern> ofSheet = new HashSet<>();

    Furniture(Grid grid) {
        for (String wording : grid.furniture()) {
            CellPattern pattern =
                    CellPattern.of(wording, name -> name.startsWith(PAGE) ? CellPattern.DIGITS : PrintedYears.SHAPE);
            patterns.add(pattern);
            if (wording.contains("{page}")) {
                numbers.add(pattern);
            }
            if (wording.contains("{page}") && wording.contains("{pages}")) {
                ofSheet.add(pattern);
            }
        }
    }

    /** Removes it from a board. */
    Board off(Board board) {
        if (patterns.isEmpty()) {
            return board;
        }
        List<Item> left = new ArrayList<>();
        for (Item item : board.items()) {
            if (patterns.stream().anyMatch(p -> is(p, item))) {
                item.use(Item.Use.LABEL);
            } else {
                left.add(item);
            }
        }
        return left.size() == board.items().size() ? board : Board.of(left, board);
    }

    /** A figure in a cell may look like a page number. */
    private boolean is(CellPattern pattern, Item item) {
        return !(item.isCell() && numbers.contains(pattern))
                && !item.blank()
                && !readings(pattern, item).isEmpty();
    }

    private static List<Map<String, String>> readings(CellPattern pattern, Item item) {
        return pattern.readings(item.text());
    }

    /** The pages that say they are not the first of their sheet: 2/3. */
    Set<Integer> laterPages(Board board) {
        Set<Integer> later = new HashSet<>();
        for (Item item : board.items()) {
            for (CellPattern pattern : ofSheet) {
                if (is(pattern, item)
                        && readings(pattern, item).stream()
                                .noneMatch(r -> Printed.key(r.get(PAGE)).equals("1"))) {
                    later.add(item.page());
                }
            }
        }
        return later;
    }
}
