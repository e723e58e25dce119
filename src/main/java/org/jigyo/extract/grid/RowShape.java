package org.jigyo.extract.grid;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells whether the cells of a list's row are below their own headers. */
final class RowShape {

    /**
     * With this number of cells that do not have their column's type, the whole row is doubtful, because its cells may
     * have moved. One is enough if it has the type of an adjacent column.
     */
    private static final int MOVED = 2;

    private final ListHeader header;
    private final Values values;
    private final Set<ListColumn> unsure = Collections.newSetFromMap(new IdentityHashMap<>());

    RowShape(ListHeader header, Values values) {
        this.header = header;
        this.values = values;
    }

    /** Names a column whose cells may not have its type. What was read from one line without a doubt has it. */
    void unsure(ListColumn column) {
        unsure.add(column);
    }

    /**
     * The reason why the cells of the row may not be below their own headers, or null.
     *
     * @param row the cells that begin in the row
     * @param cells the cells of the row, including those that extend into it from above
     * @param under the cells below each label
     * @param counted the number of cells that each row must have; 0 if their edges are known
     */
    String moved(List<Item> row, List<Item> cells, Map<Item, List<Item>> under, int counted) {
        if (header.moved() != null) {
            return header.moved();
        }
        double right = cells.stream().mapToDouble(c -> c.box().right()).max().orElse(0);
        boolean other = counted > 0 && (row.size() != header.cells() || header.cells() != counted);
        if (other || Math.abs(right - header.right()) > 3) {
            return "the row has " + row.size() + " cells and its header " + header.cells();
        }
        if (row.stream().anyMatch(c -> !c.blank() && header.over(c).isEmpty())) {
            return "a cell of the row is below no header";
        }
        return strange(under) < MOVED
                ? null
                : "cells of the row do not have the types of their columns; they may have moved";
    }

    private int strange(Map<Item, List<Item>> under) {
        int strange = 0;
        List<ListColumn> places = header.single();
        for (int i = 0; i < places.size(); i++) {
            if (!unsure.contains(places.get(i))) {
                continue;
            }
            for (Item cell : under.getOrDefault(places.get(i).headers().get(0), List.of())) {
                if (!values.fits(cell, places.get(i).kind())) {
                    boolean beside = (i > 0
                                    && values.fits(cell, places.get(i - 1).kind()))
                            || (i + 1 < places.size()
                                    && values.fits(cell, places.get(i + 1).kind()));
                    strange += beside ? MOVED : 1;
                }
            }
        }
        return strange;
    }
}
