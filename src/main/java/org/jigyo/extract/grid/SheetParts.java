package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Divides a board among the sheets on it. */
final class SheetParts {

    private SheetParts() {}

    /**
     * The part of each sheet. A sheet begins at the top of the page that opens it; if another sheet is above it on that
     * page, it begins at its own line. Two sheets that open on one line share the page side by side if no cell crosses
     * from one side to the other.
     *
     * @param openings the items that open the sheets, from top to bottom
     */
    static List<Board> of(Board board, List<Item> openings) {
        List<Board> parts = new ArrayList<>();
        for (Item opens : openings) {
            List<Item> line = openings.stream()
                    .filter(o -> sameLine(o, opens))
                    .sorted(Comparator.comparingDouble(o -> o.box().x()))
                    .toList();
            double top = top(board, openings, line.get(0));
            double bottom = openings.stream()
                    .filter(o -> !line.contains(o) && o.box().y() > opens.box().y())
                    .findFirst()
                    .map(next -> top(board, openings, next))
                    .orElse(Double.POSITIVE_INFINITY);
            int at = line.indexOf(opens);
            double left = at == 0 ? Double.NEGATIVE_INFINITY : between(board, line.get(at - 1), opens);
            double right = at + 1 == line.size() ? Double.POSITIVE_INFINITY : between(board, opens, line.get(at + 1));
            parts.add(board.part(new Area(left, top, right, bottom)));
        }
        return parts;
    }

    private static boolean sameLine(Item a, Item b) {
        return a.page() == b.page()
                && a.box().y() < b.box().bottom()
                && b.box().y() < a.box().bottom();
    }

    private static double top(Board board, List<Item> openings, Item opens) {
        boolean first = openings.stream()
                .noneMatch(o -> o.page() == opens.page()
                        && !sameLine(o, opens)
                        && o.box().y() < opens.box().y());
        if (!first || board.tabbed()) {
            return openings.indexOf(opens) == 0
                    ? Double.NEGATIVE_INFINITY
                    : opens.box().y();
        }
        boolean all = openings.indexOf(opens) == 0 || sameLine(openings.get(0), opens);
        return all
                ? Double.NEGATIVE_INFINITY
                : board.items().stream()
                        .filter(item -> item.page() == opens.page())
                        .mapToDouble(item -> item.box().y())
                        .min()
                        .orElse(opens.box().y());
    }

    /**
     * The middle of the widest gap between the cells of the two sheets; if there is none, the left edge of what opens
     * the right sheet.
     */
    private static double between(Board board, Item one, Item other) {
        List<Item> cells = board.items().stream()
                .filter(i -> i.isCell() && i.page() == one.page())
                .sorted(Comparator.comparingDouble(i -> i.box().x()))
                .toList();
        double reached = Double.NEGATIVE_INFINITY;
        double widest = 0;
        Optional<Double> middle = Optional.empty();
        for (Item cell : cells) {
            double gap = cell.box().x() - reached;
            double at = (cell.box().x() + reached) / 2;
            if (gap > widest && at > one.box().x() && at < other.box().right()) {
                widest = gap;
                middle = Optional.of(at);
            }
            reached = Math.max(reached, cell.box().right());
        }
        return middle.orElse(other.box().x());
    }
}
