package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.draft.FormCell.Relation;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PartBlock;
import org.jigyo.draft.sample.PrintedPiece;

/** Finds, on one sheet, the values that stand beside a single label. */
final class SheetCells {

    /** What stands in a cell for a mark: a mark or nothing. */
    static final Pattern MARK = Pattern.compile("[○◯〇●◎☑✓✔■□レ]?");

    private static final double NEAR = 25;

    private final int index;
    private final LabelledSheet sheet;
    private final PartBlock block;
    private final Set<PrintedPiece> taken;
    private final Map<String, FormCell> cells;

    /**
     * @param index of the sheet
     * @param block what the form repeats
     * @param taken values of tables and options
     * @param cells receives what is found, by {@link FormCell#key}
     */
    SheetCells(int index, LabelledSheet sheet, PartBlock block, Set<PrintedPiece> taken, Map<String, FormCell> cells) {
        this.index = index;
        this.sheet = sheet;
        this.block = block;
        this.taken = taken;
        this.cells = cells;
    }

    void find() {
        List<PrintedPiece> labels = new ArrayList<>(sheet.labels());
        labels.sort(Comparator.<PrintedPiece>comparingDouble(p -> p.box().y())
                .thenComparingDouble(p -> p.box().x()));
        labels.stream().filter(PrintedPiece::cell).forEach(this::leftOf);
        labels.stream().filter(PrintedPiece::cell).forEach(this::head);
        labels.stream().filter(PrintedPiece::cell).forEach(this::rightOf);
        labels.stream().filter(l -> !l.cell()).forEach(this::rightOfLine);
        labels.forEach(this::below);
    }

    private void add(Relation relation, int row, PrintedPiece label, PrintedPiece value) {
        taken.add(value);
        PrintedPiece context = sheet.context(label, block);
        FormCell cell = FormCell.empty(relation, row, label, context, block.holds(sheet, label));
        cells.computeIfAbsent(cell.key(), k -> cell).found().add(new FormCell.Found(index, label, value));
    }

    /** Values left of their labels (02 款 05 項): a row of them, which ends with a label and begins behind another value. */
    private void leftOf(PrintedPiece last) {
        List<PrintedPiece> right = sheet.sheet().rightOf(last);
        if (!right.isEmpty() && !sheet.label(right.get(0))) {
            return;
        }
        List<PrintedPiece> left = sheet.sheet().leftOf(last);
        List<PrintedPiece[]> pairs = new ArrayList<>();
        PrintedPiece label = last;
        for (int i = 0; i < left.size(); i += 2) {
            PrintedPiece value = left.get(i);
            if (sheet.label(value)
                    || taken.contains(value)
                    || !PrintedPiece.touch(value.box().right(), label.box().x())) {
                return;
            }
            pairs.add(new PrintedPiece[] {label, value});
            if (i + 1 == left.size()) {
                return;
            }
            if (!sheet.label(left.get(i + 1))) {
                pairs.stream().filter(p -> pairs.size() > 1).forEach(p -> add(Relation.LEFT, 0, p[0], p[1]));
                return;
            }
            label = left.get(i + 1);
        }
    }

    private void rightOf(PrintedPiece label) {
        Map<Long, List<PrintedPiece>> rows = new LinkedHashMap<>();
        double edge = label.box().right();
        for (PrintedPiece right : sheet.sheet().rightOf(label)) {
            if (sheet.label(right)) {
                if (right.box().height() >= 0.8 * label.box().height()) {
                    break;
                }
                continue;
            }
            List<PrintedPiece> left = sheet.left(right);
            boolean reached = right.box().x() > edge + 3 && rows.isEmpty();
            if (!taken.contains(right) && !left.isEmpty() && left.get(0) == label && !reached) {
                rows.computeIfAbsent(Math.round(right.box().y() / 3), k -> new ArrayList<>())
                        .add(right);
            }
        }
        boolean several = rows.size() > 1 && rows.values().stream().allMatch(r -> label.reachesOver(r.get(0)));
        int n = 0;
        for (List<PrintedPiece> row : rows.values()) {
            n++;
            for (int i = 0; i < row.size(); i++) {
                Relation relation = i == 0 ? Relation.RIGHT : i == 1 ? Relation.SECOND : Relation.FURTHER;
                add(relation, several ? n : 0, label, row.get(i));
            }
        }
    }

    /** The cell under a label that has nothing to its right, where no label touches that cell from the left. */
    private void head(PrintedPiece label) {
        boolean beside = sheet.sheet().rightOf(label).stream()
                .limit(1)
                .anyMatch(c ->
                        !sheet.label(c) && Math.abs(c.box().x() - label.box().right()) < 3);
        if (!beside) {
            sheet.sheet()
                    .cells()
                    .filter(c -> !sheet.label(c) && !taken.contains(c) && label.above(c) && label.sameColumn(c))
                    .filter(c ->
                            sheet.sheet().leftOf(c).stream().limit(1).noneMatch(l -> sheet.label(l) && l.leftOf(c)))
                    .findFirst()
                    .ifPresent(value -> add(Relation.BELOW, 0, label, value));
        }
    }

    /** The cell that a line outside the cells stands before. */
    private void rightOfLine(PrintedPiece label) {
        sheet.sheet().rightOf(label).stream()
                .limit(1)
                .filter(c -> !sheet.label(c)
                        && !taken.contains(c)
                        && c.box().x() - label.box().right() < NEAR)
                .filter(c -> sheet.left(c).isEmpty())
                .forEach(c -> add(Relation.RIGHT, 0, label, c));
    }

    private void below(PrintedPiece label) {
        sheet.sheet()
                .cells()
                .filter(c -> !sheet.label(c) && !taken.contains(c) && c.page() == label.page())
                .filter(c -> sheet.left(c).isEmpty() && under(c, label))
                .findFirst()
                .ifPresent(value -> add(Relation.BELOW, 0, label, value));
    }

    private boolean under(PrintedPiece cell, PrintedPiece label) {
        return label.cell()
                ? label.above(cell) && label.sameColumn(cell)
                : cell.box().y() >= label.box().bottom() - 4
                        && cell.box().y() - label.box().bottom() < NEAR
                        && sheet.sheet().above(cell) == label;
    }
}
