package org.jigyo.extract.grid;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether the rows of a header still stand over each other. In a header whose rows were shifted against each other, a label
 * reaches out of the one above it, or a place stays blank while a label is missing elsewhere.
 */
final class MovedHeader {

    private final List<Item> cells;
    private final List<Item> labels;
    private final double bottom;

    /**
     * A header.
     *
     * @param cells all cells of its rows, blank ones too
     * @param labels its labels, each as wide and as high as the blank cells around it let it be
     * @param top of its first row
     * @param bottom of its last row
     */
    MovedHeader(List<Item> cells, List<Item> labels, double top, double bottom) {
        this.cells = cells.stream().filter(c -> c.box().y() > top - 0.5).toList();
        this.labels = labels.stream().filter(l -> l.box().y() > top - 0.5).toList();
        this.bottom = bottom;
    }

    /**
     * Why the labels may not stand over their own columns, or null.
     *
     * @param incomplete true when a column of the layout has no label, or more than one
     * @param known whether a label names a column somewhere
     */
    String doubt(boolean incomplete, Predicate<Item> known) {
        if (labels.stream().anyMatch(this::reachesOut)) {
            return "a label of the header reaches out of the one above it; its cells may have moved";
        }
        boolean hole = cells.stream().anyMatch(this::hole);
        boolean spare = labels.stream().anyMatch(l -> low(l) && l.use() != Item.Use.LABEL && known.test(l));
        return incomplete && (hole || spare)
                ? "labels of the header are missing, and others stand where none is expected; its cells may have moved"
                : null;
    }

    private boolean low(Item item) {
        return item.box().bottom() > bottom - 0.5;
    }

    private boolean reachesOut(Item label) {
        return labels.stream()
                .filter(above -> above.box().bottom() < label.box().y() + 0.5)
                .filter(above -> above.box().x() < label.box().right() - 0.5
                        && above.box().right() > label.box().x() + 0.5)
                .anyMatch(above -> label.box().x() < above.box().x() - 0.5
                        || label.box().right() > above.box().right() + 0.5);
    }

    /** A blank cell that no label covers, in the last row or above a label. */
    private boolean hole(Item cell) {
        return cell.key().isEmpty()
                && labels.stream().noneMatch(l -> over(l, cell) && within(l, cell))
                && (low(cell)
                        || labels.stream()
                                .anyMatch(l -> over(l, cell) && l.box().y() > cell.middleY()));
    }

    private static boolean over(Item label, Item cell) {
        return label.box().x() < cell.middleX() && label.box().right() > cell.middleX();
    }

    private static boolean within(Item label, Item cell) {
        return label.box().y() < cell.middleY() && label.box().bottom() > cell.middleY();
    }
}
