package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.sheet.Issue;

/**
 * The columns of a list whose cells may have moved down by a row. Of texts that moved, each looks right in its row; what shows is that one
 * of the cells is blank, and that a text stands below the last project.
 */
final class MovedDown {

    /** Heights that differ by less are the same edge. */
    private static final double EDGE = 0.5;

    private final Map<String, BitSet> blank = new HashMap<>();
    private ListHeader header;
    private List<ListColumn> columns = List.of();
    private List<String> facts = List.of();
    private int projects;
    private double bottom;
    private List<Item> below = List.of();

    /** The header of the next rows. */
    void header(ListHeader newHeader) {
        header = newHeader;
        columns = header.columns().stream()
                .sorted(Comparator.comparingDouble(c -> c.headers().get(0).box().x()))
                .toList();
        facts = columns.stream().map(c -> c.path(0).text()).toList();
    }

    /** The next row with a project. */
    void project(List<Item> row, Extraction read) {
        for (int i = 0; i < columns.size(); i++) {
            if (!read.facts().containsKey(facts.get(i))) {
                blank.computeIfAbsent(facts.get(i), k -> new BitSet()).set(projects);
            }
        }
        projects++;
        bottom = row.stream().mapToDouble(c -> c.box().bottom()).min().orElse(0);
        below = List.of();
    }

    /** The next row without a project. A text that moved stands directly below the last project, a note may stand further down. */
    void other(List<Item> row) {
        if (header != null && below.isEmpty() && Math.abs(row.get(0).box().y() - bottom) < EDGE) {
            below = row.stream().filter(c -> !c.blank()).toList();
        }
    }

    /** The end of a part: the next one begins at the top, directly below the last project if that ends this part. */
    void end(Board part) {
        double end = part.cells(Area.EVERYWHERE)
                .mapToDouble(c -> c.box().bottom())
                .max()
                .orElse(bottom);
        bottom = Math.abs(end - bottom) < EDGE ? 0 : Double.NEGATIVE_INFINITY;
    }

    /** A doubt for each column that may have moved, about every row of the list. To be asked after the last row. */
    List<Issue> doubts() {
        Set<Integer> moved = new TreeSet<>();
        for (Item cell : below) {
            List<Item> over = header.over(cell);
            for (int i = 0; i < columns.size() && over.size() == 1; i++) {
                if (columns.get(i).headers().contains(over.get(0))) {
                    moved.addAll(beside(i));
                }
            }
        }
        List<Issue> doubts = new ArrayList<>();
        for (int i : moved) {
            Item cell = below.get(0);
            String message =
                    "a text stands directly below the last project, and a cell of this column is blank: its cells may have "
                            + "moved down, so that each row has the text of the row above it; if the text is a note, list its phrase under «ignore»";
            doubts.add(Issue.warning(Code.SLOT_AMBIGUOUS, columns.get(i).path().text(), message)
                    .printed(cell.page(), cell.text()));
        }
        return doubts;
    }

    /**
     * A column in which a text stands below the last project, and those beside it that may have moved with it, because a cell of theirs is
     * blank in the same row; none if no cell of the column is blank.
     */
    private List<Integer> beside(int column) {
        List<Integer> moved = new ArrayList<>();
        for (int step : new int[] {-1, 1}) {
            BitSet rows = (BitSet) blank(column).clone();
            for (int i = column; i >= 0 && i < columns.size(); i += step) {
                rows.and(blank(i));
                if (rows.isEmpty()) {
                    break;
                }
                moved.add(i);
            }
        }
        return moved;
    }

    private BitSet blank(int column) {
        return blank.getOrDefault(facts.get(column), new BitSet());
    }
}
