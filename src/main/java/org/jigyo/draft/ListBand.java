package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.YearWords;
import org.jigyo.page.Box;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/**
 * The header of a list.
 *
 * @param first index of its first row
 * @param last index of its last row
 * @param columns its columns from left to right
 * @param helpers words of rows among or above it that say nothing of a column: 入力, 自動計算
 */
record ListBand(int first, int last, List<Column> columns, Set<String> helpers) {

    /**
     * A column.
     *
     * @param labels the labels over it, outermost first
     * @param left its left edge
     */
    record Column(List<PrintedPiece> labels, double left) {}

    private static final int MOST_ROWS = 4;
    private static final int LATEST = 25;
    private static final int FEWEST_COLUMNS = 3;
    private static final int LONGEST_LABEL = 40;
    private static final int KNOWN = 4;
    private static final double SLACK = 0.5;
    private static final Pattern NOTE = Pattern.compile(".*(?:単位|現在|※).*");

    /** The header of these rows: of the first ones those that name the most columns; empty if none names three. */
    static Optional<ListBand> of(List<List<PrintedPiece>> rows, FormLexicon lexicon) {
        ListBand best = null;
        int most = 0;
        Map<String, Integer> worth = new HashMap<>();
        for (int last = 0; last < Math.min(rows.size(), LATEST); last++) {
            ListBand band = endingAt(rows, last, lexicon);
            int score = band.columns.stream()
                    .map(c -> c.labels.get(c.labels.size() - 1).key())
                    .mapToInt(l -> worth.computeIfAbsent(l, k -> worth(k, lexicon)))
                    .sum();
            if (band.columns.size() >= FEWEST_COLUMNS && score > most) {
                best = band;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a label tells of a header: more if its word is known. */
    private static int worth(String label, FormLexicon lexicon) {
        boolean worded = Printed.number(label).isEmpty() && label.length() <= LONGEST_LABEL;
        return worded ? lexicon.names(label) ? KNOWN : 1 : 0;
    }

    private static ListBand endingAt(List<List<PrintedPiece>> rows, int last, FormLexicon lexicon) {
        int first = Math.max(0, last - MOST_ROWS + 1);
        double bottom =
                rows.get(last).stream().mapToDouble(p -> p.box().bottom()).min().orElse(0);
        Set<String> helpers = new HashSet<>();
        List<PrintedPiece> items = new ArrayList<>();
        int top = last;
        for (int r = last; r >= first; r--) {
            List<PrintedPiece> row = rows.get(r);
            if (helper(row, lexicon)) {
                filled(row).forEach(p -> helpers.add(p.word()));
            } else if (r == last || !title(row)) {
                row.stream().filter(p -> p.box().bottom() <= bottom + SLACK).forEach(items::add);
                top = r;
            }
        }
        List<Grown> grown = items.stream()
                .filter(p -> !p.blank())
                .map(p -> Grown.of(p, items, bottom))
                .toList();
        List<Column> columns = grown.stream()
                .filter(g -> g.box.bottom() > bottom - SLACK)
                .sorted(Comparator.comparingDouble(g -> g.box.x()))
                .map(leaf -> new Column(path(leaf, grown), leaf.box.x()))
                .toList();
        return new ListBand(top, last, columns, helpers);
    }

    private static List<PrintedPiece> path(Grown leaf, List<Grown> all) {
        List<PrintedPiece> path = new ArrayList<>(all.stream()
                .filter(g -> g.box.y() < leaf.box.y() - SLACK
                        && g.box.x() < leaf.piece.middleX()
                        && g.box.right() > leaf.piece.middleX())
                .sorted(Comparator.comparingDouble(g -> g.box.y()))
                .map(g -> g.piece)
                .toList());
        path.add(leaf.piece);
        return path;
    }

    private static List<PrintedPiece> filled(List<PrintedPiece> row) {
        return row.stream().filter(p -> !p.blank()).toList();
    }

    /** True for a row that prints a few words over and over, none of them a label. */
    private static boolean helper(List<PrintedPiece> row, FormLexicon lexicon) {
        List<PrintedPiece> filled = filled(row);
        long words = filled.stream().map(PrintedPiece::key).distinct().count();
        return filled.size() > FEWEST_COLUMNS
                && words * 4 <= filled.size()
                && filled.stream()
                        .noneMatch(p -> lexicon.knows(p.key())
                                || lexicon.phase(p.key()).isPresent()
                                || lexicon.meaning(Group.COSTS, p.key()).isPresent()
                                || !YearWords.in(p.key(), Era.REIWA).isEmpty());
    }

    /** True for a row with one text that stands over the whole list: a title, the unit of its amounts. */
    private static boolean title(List<PrintedPiece> row) {
        List<PrintedPiece> filled = filled(row);
        return filled.size() < 3
                && filled.stream()
                        .allMatch(p ->
                                p.equals(row.get(0)) || NOTE.matcher(p.key()).matches());
    }

    /**
     * A label with the blank cells that belong to it: those below it, and those beside it over other labels.
     *
     * @param box with these cells
     */
    private record Grown(PrintedPiece piece, Box box) {

        static Grown of(PrintedPiece piece, List<PrintedPiece> items, double bottom) {
            Box box = piece.box();
            boolean blank = items.stream()
                    .filter(i -> i.box().y() >= box.bottom() - SLACK)
                    .filter(i -> i.middleX() > box.x() && i.middleX() < box.right())
                    .allMatch(PrintedPiece::blank);
            if (blank) {
                return new Grown(piece, new Box(box.x(), box.y(), box.width(), bottom - box.y()));
            }
            double right = box.right();
            List<PrintedPiece> beside = items.stream()
                    .filter(i ->
                            Math.abs(i.box().y() - box.y()) < SLACK && i.box().x() >= box.right() - SLACK)
                    .sorted(Comparator.comparingDouble(i -> i.box().x()))
                    .toList();
            for (PrintedPiece next : beside) {
                boolean over = items.stream()
                        .anyMatch(i -> !i.blank()
                                && i.box().y() > box.y() + SLACK
                                && i.middleX() > next.box().x()
                                && i.middleX() < next.box().right());
                if (!next.blank() || !over) {
                    break;
                }
                right = next.box().right();
            }
            return new Grown(piece, new Box(box.x(), box.y(), right - box.x(), box.height()));
        }
    }
}
