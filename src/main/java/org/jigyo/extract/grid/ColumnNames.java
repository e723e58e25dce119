package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items of a list's header that name its columns, used or not. Most rows ask for the same edges again. Not thread-safe. */
final class ColumnNames {

    private record Edges(double left, double right) {}

    private final TreeMap<Double, Item> byLeft = new TreeMap<>();
    private final Map<Edges, List<Item>> asked = new HashMap<>();

    /** @param names one at most for each left edge */
    ColumnNames(Collection<Item> names) {
        names.forEach(n -> byLeft.put(n.box().x(), n));
    }

    /** All of them, from left to right. */
    Collection<Item> all() {
        return byLeft.values();
    }

    /** Those that name the columns of a cell: one; none beyond the header; several if the cell is too wide. */
    List<Item> over(Item cell) {
        return asked.computeIfAbsent(new Edges(cell.box().x(), cell.box().right()), this::over);
    }

    private List<Item> over(Edges cell) {
        List<Item> over = new ArrayList<>();
        Double first = byLeft.floorKey(cell.left() + 0.5);
        for (Item name : byLeft.tailMap(first == null ? Double.NEGATIVE_INFINITY : first, true)
                .values()) {
            if (name.box().x() > cell.right() - 0.5) {
                break;
            }
            if (name.box().right() > cell.left() + 0.5) {
                over.add(name);
            }
        }
        return over;
    }
}
