package org.jigyo.extract.grid;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jigyo.page.Box;

/**
 * Rows that may be the header of a list.
 *
 * @param board their labels, each enlarged over the blank cells next to and below it
 * @param cells the cells as drawn, including blank ones
 * @param bottom where the last of the rows ends
 * @param right the edge of the last cell
 */
record HeaderBand(Board board, List<Item> cells, double bottom, double right) {

    /** Maximum number of rows of a header. */
    static final int MOST_ROWS = 4;

    static HeaderBand of(List<List<Item>> rows, int last, Board like) {
        double bottom =
                rows.get(last).stream().mapToDouble(i -> i.box().bottom()).min().orElse(0);
        int first = Math.max(0, last - MOST_ROWS + 1);
        List<Item> items = rows.subList(first, last + 1).stream()
                .flatMap(List::stream)
                .filter(i -> i.box().bottom() <= bottom + 0.5)
                .toList();
        List<Item> grown = items.stream()
                .filter(i -> !i.key().isEmpty())
                .map(i -> across(down(i, items, bottom), items, bottom))
                .toList();
        double right = items.stream().mapToDouble(i -> i.box().right()).max().orElse(0);
        return new HeaderBand(Board.of(grown, like), items, bottom, right);
    }

    private static Item down(Item item, List<Item> items, double bottom) {
        boolean blank = items.stream()
                .filter(i -> i.box().y() >= item.box().bottom() - 0.5)
                .filter(i ->
                        i.middleX() > item.box().x() && i.middleX() < item.box().right())
                .allMatch(i -> i.key().isEmpty());
        return blank ? item.in(grown(item, item.box().right(), bottom)) : item;
    }

    private static Item across(Item item, List<Item> items, double bottom) {
        if (item.box().bottom() > bottom - 0.5) {
            return item;
        }
        double right = item.box().right();
        List<Item> beside = items.stream()
                .filter(i -> Math.abs(i.box().y() - item.box().y()) < 0.5
                        && i.box().x() >= item.box().right() - 0.5)
                .sorted(Comparator.comparingDouble(i -> i.box().x()))
                .toList();
        for (Item next : beside) {
            // A label may span other labels; where there is none below it, another column begins.
            boolean over = items.stream()
                    .anyMatch(i -> !i.key().isEmpty()
                            && i.box().y() > item.box().y() + 0.5
                            && i.middleX() > next.box().x()
                            && i.middleX() < next.box().right());
            if (!over || !next.key().isEmpty()) {
                break;
            }
            right = next.box().right();
        }
        return item.in(grown(item, right, item.box().bottom()));
    }

    private static Box grown(Item item, double right, double bottom) {
        return new Box(
                item.box().x(),
                item.box().y(),
                right - item.box().x(),
                bottom - item.box().y());
    }

    /** Only its rows from a height downwards. */
    HeaderBand from(double top) {
        return new HeaderBand(
                Board.of(
                        board.items().stream()
                                .filter(l -> l.box().y() > top - 0.5)
                                .toList(),
                        board),
                cells.stream().filter(c -> c.box().y() > top - 0.5).toList(),
                bottom,
                right);
    }

    /**
     * The items that name columns. A text above the labels of the header says how a column is filled (入力); it names one only if its
     * cell is merged down to the last row, and not because the cells below it are blank.
     *
     * @param top where the first of the labels begins
     */
    List<Item> naming(double top) {
        return board.items().stream()
                .filter(this::low)
                .filter(i -> i.box().y() > top - 0.5
                        || cells.stream().anyMatch(c -> low(c) && c.cell().equals(i.cell())))
                .toList();
    }

    /**
     * The reason why labels may not be above their own columns, or null. If rows of the header were shifted against
     * each other, a label extends beyond the one above it, or a place is blank while a label is missing elsewhere.
     *
     * @param incomplete true if a column of the layout has no label, or more than one
     * @param known whether a label names a column somewhere
     */
    String moved(boolean incomplete, Predicate<Item> known) {
        if (board.items().stream().anyMatch(this::reachesOut)) {
            return "a label of the header extends beyond the one above it; its cells may have moved";
        }
        boolean hole = cells.stream().anyMatch(this::hole);
        boolean spare = board.items().stream().anyMatch(l -> low(l) && l.use() != Item.Use.LABEL && known.test(l));
        return incomplete && (hole || spare)
                ? "labels of the header are missing while others are where none is expected; its cells may have moved"
                : null;
    }

    /** True for an item that extends down to the last row. */
    boolean low(Item item) {
        return item.box().bottom() > bottom - 0.5;
    }

    private boolean reachesOut(Item label) {
        return board.items().stream()
                .filter(above -> above.box().bottom() < label.box().y() + 0.5)
                .filter(above -> above.box().x() < label.box().right() - 0.5
                        && above.box().right() > label.box().x() + 0.5)
                .anyMatch(above -> label.box().x() < above.box().x() - 0.5
                        || label.box().right() > above.box().right() + 0.5);
    }

    /** True for a blank cell that no label covers, in the last row or above a label. */
    private boolean hole(Item cell) {
        return cell.key().isEmpty()
                && board.items().stream().noneMatch(l -> over(l, cell) && within(l, cell))
                && (low(cell)
                        || board.items().stream()
                                .anyMatch(l -> over(l, cell) && l.box().y() > cell.middleY()));
    }

    private static boolean over(Item label, Item cell) {
        return label.box().x() < cell.middleX() && label.box().right() > cell.middleX();
    }

    private static boolean within(Item label, Item cell) {
        return label.box().y() < cell.middleY() && label.box().bottom() > cell.middleY();
    }
}
