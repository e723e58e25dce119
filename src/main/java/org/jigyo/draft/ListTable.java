package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.sample.Sample;
import org.jigyo.draft.sample.SampleSheet;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Page;
import org.jigyo.source.SourceFile;

/**
 * A table of one page with a project a row.
 *
 * @param file its file
 * @param pages the page, in the parts in which it arrived
 * @param band its header
 * @param above what stands above the header
 * @param rows its rows: the cell under each label of the header; null where a row has none
 * @param totals words of rows of totals
 * @param filled how many cells of its rows are filled
 * @param all how many cells of the page are filled
 */
record ListTable(
        SourceFile file,
        List<Page> pages,
        ListBand band,
        List<PrintedPiece> above,
        List<PrintedPiece[]> rows,
        Set<String> totals,
        int filled,
        int all) {

    private static final Pattern TOTAL = Pattern.compile(".{0,8}(?:合計|小計|総計|累計)|計|.{1,6}[課部局係費款項目]計");
    private static final double SLACK = 0.5;

    /** The list on a page; empty if it has no header, and no rows under the header of the page before. */
    static Optional<ListTable> of(SourceFile file, List<Page> pages, FormLexicon lexicon, ListTable before) {
        SampleSheet sheet = SampleSheet.of(file.name(), pages, 0);
        List<List<PrintedPiece>> rows = rows(sheet);
        ListBand own = ListBand.of(rows, lexicon).orElse(null);
        boolean goesOn = before != null && (own == null || !alike(own, before.band));
        if (own == null && !goesOn) {
            return Optional.empty();
        }
        ListBand band = goesOn ? before.band : own;
        int last = goesOn ? -1 : band.last();
        double top = goesOn || rows.isEmpty()
                ? 0
                : rows.get(band.first()).get(0).box().y();
        List<PrintedPiece> above = sheet.pieces().stream()
                .filter(p -> !p.blank() && p.box().y() < top - SLACK)
                .toList();
        Rows data = new Rows(band);
        rows.subList(last + 1, rows.size()).forEach(data::add);
        int all = (int) sheet.cells().filter(p -> !p.blank()).count();
        return Optional.of(new ListTable(file, pages, band, above, data.rows, data.totals, data.filled, all));
    }

    private static List<List<PrintedPiece>> rows(SampleSheet sheet) {
        List<List<PrintedPiece>> rows = new ArrayList<>();
        sheet.cells().forEach(cell -> {
            boolean same = !rows.isEmpty()
                    && cell.box().y() - rows.get(rows.size() - 1).get(0).box().y() < SLACK;
            if (!same) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(cell);
        });
        return rows;
    }

    /** True if most labels of two headers are the same. */
    static boolean alike(ListBand a, ListBand b) {
        Set<String> words = words(b);
        return words(a).stream().filter(words::contains).count() * 5 >= 4L * words.size();
    }

    private static Set<String> words(ListBand band) {
        return band.columns().stream()
                .map(c -> c.labels().stream().map(PrintedPiece::key).collect(Collectors.joining("|")))
                .collect(Collectors.toSet());
    }

    /** The page with its header and so many of its rows, spread over it. A cell that lay over rows that are left out is lower. */
    List<Page> some(int most) {
        if (most >= rows.size()) {
            return pages;
        }
        double bottom = band.columns().stream()
                .flatMap(c -> c.labels().stream())
                .mapToDouble(p -> p.box().bottom())
                .max()
                .orElse(0);
        Set<Integer> head = new HashSet<>();
        Map<Integer, Double> tops = new TreeMap<>();
        for (int p = 0; p < pages.size(); p++) {
            for (Cell cell : pages.get(p).cells()) {
                if (p == 0 && cell.box() != null && cell.box().y() < bottom - SLACK) {
                    head.add(cell.row());
                }
                tops.putIfAbsent(cell.row(), cell.box() == null ? 0 : cell.box().y());
            }
        }
        List<Integer> data =
                tops.keySet().stream().filter(r -> !head.contains(r)).toList();
        TreeSet<Integer> kept = new TreeSet<>(Sample.evenly(data, most));
        kept.addAll(head);
        return pages.stream().map(p -> p.with(cropped(p.cells(), kept, tops))).toList();
    }

    private static List<Cell> cropped(List<Cell> cells, TreeSet<Integer> kept, Map<Integer, Double> tops) {
        List<Cell> some = new ArrayList<>();
        for (Cell cell : cells) {
            Integer row = kept.ceiling(cell.row());
            if (row != null && row < cell.row() + cell.rows()) {
                Box box = cell.box();
                double down = box == null ? 0 : tops.get(row) - tops.get(cell.row());
                Box lower = box == null ? null : new Box(box.x(), box.y() + down, box.width(), box.height() - down);
                some.add(new Cell(
                        row, cell.column(), cell.rows() - row + cell.row(), cell.columns(), lower, cell.lines()));
            }
        }
        return some;
    }

    /** The words above the header and of its helper rows, which belong to no project. */
    Set<String> around() {
        Set<String> around = new LinkedHashSet<>();
        above.forEach(p -> around.add(p.key()));
        around.addAll(band.helpers());
        return around;
    }

    /** Collects the rows below a header. */
    private static final class Rows {

        private final ListBand band;
        private final TreeMap<Double, Integer> columns = new TreeMap<>();
        private final Set<String> labels = new HashSet<>();
        private final List<PrintedPiece> spanning = new ArrayList<>();
        private final List<PrintedPiece[]> rows = new ArrayList<>();
        private final Set<String> totals = new LinkedHashSet<>();
        private int filled;

        Rows(ListBand band) {
            this.band = band;
            for (int c = 0; c < band.columns().size(); c++) {
                columns.putIfAbsent(band.columns().get(c).left(), c);
                band.columns().get(c).labels().forEach(l -> labels.add(l.key()));
            }
        }

        void add(List<PrintedPiece> row) {
            double top = row.get(0).box().y();
            spanning.removeIf(p -> p.box().bottom() <= top + SLACK);
            List<PrintedPiece> own = row.stream().filter(p -> !p.blank()).toList();
            List<String> sums = own.stream()
                    .map(PrintedPiece::key)
                    .filter(k -> TOTAL.matcher(k).matches())
                    .toList();
            if (own.size() > 1 && !header(own) && !counting(own)) {
                if (!sums.isEmpty() && sums(own)) {
                    totals.addAll(sums);
                } else {
                    PrintedPiece[] cells = new PrintedPiece[band.columns().size()];
                    put(spanning, cells);
                    put(own, cells);
                    rows.add(cells);
                    filled += own.size();
                }
            }
            double height =
                    row.stream().mapToDouble(i -> i.box().height()).min().orElse(0);
            row.stream()
                    .filter(p -> !p.blank() && p.box().height() > 1.5 * height)
                    .forEach(spanning::add);
        }

        private void put(Collection<PrintedPiece> pieces, PrintedPiece[] cells) {
            for (PrintedPiece piece : pieces) {
                Map.Entry<Double, Integer> column =
                        columns.floorEntry(piece.box().x() + SLACK);
                if (column != null) {
                    cells[column.getValue()] = piece;
                }
            }
        }

        private boolean header(List<PrintedPiece> row) {
            return 2 * row.stream().filter(p -> labels.contains(p.key())).count() > row.size();
        }

        /** True for a row that numbers the columns. */
        private static boolean counting(List<PrintedPiece> row) {
            boolean counting = true;
            for (int i = 0; i < row.size(); i++) {
                counting &= row.get(i).key().equals(String.valueOf(i + 1));
            }
            return counting;
        }

        /** True for a row with nothing but words for a sum, and figures. */
        private static boolean sums(List<PrintedPiece> row) {
            return row.stream()
                            .filter(p -> p.key().codePoints().anyMatch(Character::isLetter))
                            .filter(p -> !TOTAL.matcher(p.key()).matches())
                            .count()
                    <= 1;
        }
    }
}
