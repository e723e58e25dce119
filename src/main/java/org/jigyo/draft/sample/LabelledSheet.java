package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jigyo.layout.YearTemplate;

/**
 * A sheet of which it is known which pieces are labels.
 *
 * @param sheet the sheet
 * @param labels its labels, by identity
 * @param times how often each label's word is printed
 */
public record LabelledSheet(SampleSheet sheet, Set<PrintedPiece> labels, Map<String, Integer> times) {

    public static LabelledSheet of(SampleSheet sheet, FormWords words) {
        Set<PrintedPiece> labels = words.labels(sheet);
        Map<String, Integer> times = new HashMap<>();
        labels.forEach(l -> times.merge(l.word(), 1, Integer::sum));
        return new LabelledSheet(sheet, labels, times);
    }

    public boolean label(PrintedPiece piece) {
        return piece != null && labels.contains(piece);
    }

    /** The labels left of a value in its row, nearest first, as far as they touch; empty if none is there. */
    public List<PrintedPiece> left(PrintedPiece value) {
        List<PrintedPiece> left = new ArrayList<>();
        PrintedPiece at = value;
        for (PrintedPiece piece : sheet.leftOf(value)) {
            boolean touches = PrintedPiece.touch(piece.box().right(), at.box().x());
            if (label(piece) && (left.isEmpty() || touches)) {
                left.add(piece);
            } else if (!left.isEmpty()) {
                break;
            }
            at = piece;
        }
        return left;
    }

    /** How many cells that are no labels stand between a value and the label left of it. */
    public int behind(PrintedPiece value) {
        int behind = 0;
        for (PrintedPiece piece : sheet.leftOf(value)) {
            if (label(piece)) {
                break;
            }
            behind++;
        }
        return behind;
    }

    /**
     * The header over a value, innermost first: up the column through cells of the same width to the first label, and the
     * labels that stand on that one.
     */
    public List<PrintedPiece> header(PrintedPiece value) {
        PrintedPiece at = value;
        PrintedPiece above = sheet.above(at);
        while (above != null && !label(above)) {
            if (!above.cell() || !above.sameColumn(value)) {
                return List.of();
            }
            at = above;
            above = sheet.above(at);
        }
        List<PrintedPiece> header = new ArrayList<>();
        while (above != null && label(above) && above.cell() && above.spans(value)) {
            header.add(above);
            above = sheet.above(above);
        }
        return header;
    }

    /** True for a label whose word is printed once on this sheet. */
    public boolean once(PrintedPiece label) {
        return times.getOrDefault(label.word(), 0) == 1;
    }

    /**
     * The label, printed once, that a label printed several times belongs to: the one that touches it from the left or from above, else
     * the nearest one above it in a column of labels, else the one in its row behind one value (有効性, A, 理由) or what that one belongs to, else the
     * nearest one above; null for a label that needs none.
     */
    public PrintedPiece context(PrintedPiece label, PartBlock block) {
        boolean repeated = block.holds(this, label);
        if (once(label) || (repeated && block.once(label))) {
            return null;
        }
        Predicate<PrintedPiece> known = p -> repeated ? block.once(p) : once(p);
        Comparator<PrintedPiece> lowest = Comparator.<PrintedPiece>comparingDouble(
                        p -> p.box().y())
                .thenComparingDouble(p -> p.box().x());
        return labels.stream()
                .filter(p -> known.test(p) && p.cell() && (p.leftOf(label) || p.above(label)))
                .max(lowest)
                .or(() -> upColumn(label, known))
                .or(() -> behindOne(label).map(l -> known.test(l) ? l : context(l, block)))
                .or(() -> labels.stream()
                        .filter(p -> known.test(p) && p.box().y() < label.box().y() - 1 && p.overOrUnder(label))
                        .max(lowest))
                .orElse(null);
    }

    /** The nearest such label in the column of labels of the same width that a label stands in. */
    private Optional<PrintedPiece> upColumn(PrintedPiece label, Predicate<PrintedPiece> known) {
        PrintedPiece above = sheet.above(label);
        while (label(above) && above.cell() && above.sameColumn(label)) {
            if (known.test(above)) {
                return Optional.of(above);
            }
            above = sheet.above(above);
        }
        return Optional.empty();
    }

    private Optional<PrintedPiece> behindOne(PrintedPiece label) {
        List<PrintedPiece> left = sheet.leftOf(label);
        return Optional.of(left)
                .filter(l -> l.size() > 1
                        && !label(l.get(0))
                        && label(l.get(1))
                        && l.get(1).reachesOver(label))
                .map(l -> l.get(1));
    }

    /** The nearest label above a piece, printed once, that has its row or line for itself; empty if there is none. */
    public Optional<String> heading(PrintedPiece piece) {
        return labels.stream()
                .filter(p -> p.box().bottom() <= piece.box().y() + 3 && once(p) && p.page() == piece.page())
                .filter(p -> !p.cell() || wholeRow(p))
                .max(Comparator.comparingDouble(p -> p.box().y()))
                .map(PrintedPiece::word);
    }

    /**
     * True for a cell that stands alone in its row, or in a row of labels of which each spans several cells below. Of a worksheet, where
     * every place is a cell, only cells that print something count.
     */
    public boolean wholeRow(PrintedPiece label) {
        List<PrintedPiece> row = new ArrayList<>(sheet.rightOf(label));
        row.addAll(sheet.leftOf(label));
        row.removeIf(p -> p.blank() && !sheet.drawn());
        row.add(label);
        return row.size() == 1
                || row.stream()
                        .allMatch(p -> label(p)
                                && !YearTemplate.PLACE.matcher(p.word()).find()
                                && spansSeveral(p));
    }

    private boolean spansSeveral(PrintedPiece label) {
        return sheet.cells().filter(c -> label.above(c) && label.spans(c)).count() > 1;
    }
}
