package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.draft.words.YearWords;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** One sheet of the files from which a layout is drafted: its pieces and which stands beside which. Immutable. */
public final class SampleSheet {

    /** Words that are printed again together where another sheet begins. */
    private static final int TOGETHER = 6;

    private static final Pattern PAGE_OF = Pattern.compile("\\d{1,2}/\\d{1,2}");
    private static final double GAP = 100;
    private static final double WIDTH = 100;
    /** Height of a row of a table without boxes. */
    private static final double HEIGHT = 20;

    private final String file;
    private final List<Page> pages;
    private final int evaluated;
    private final List<PrintedPiece> pieces;
    private final Set<String> heads;
    private final Map<PrintedPiece, List<PrintedPiece>> left = new HashMap<>();
    private final Map<PrintedPiece, List<PrintedPiece>> right = new HashMap<>();
    private final Map<PrintedPiece, PrintedPiece> above = new HashMap<>();

    private SampleSheet(String file, List<Page> pages, int evaluated, List<PrintedPiece> pieces, Set<String> heads) {
        this.file = file;
        this.pages = List.copyOf(pages);
        this.evaluated = evaluated;
        this.pieces = List.copyOf(pieces);
        this.heads = heads;
    }

    /** Name of its file. */
    public String file() {
        return file;
    }

    /** Its pages. */
    public List<Page> pages() {
        return pages;
    }

    /** Its evaluated fiscal year; 0 if not known. */
    public int evaluated() {
        return evaluated;
    }

    /** What it prints, from top to bottom and from left to right; blank cells, too. */
    public List<PrintedPiece> pieces() {
        return pieces;
    }

    /** The same sheet with its evaluated year. */
    public SampleSheet in(int year) {
        return new SampleSheet(
                file,
                pages,
                year,
                pieces.stream()
                        .map(p -> new PrintedPiece(
                                p.page(),
                                p.cell(),
                                p.box(),
                                p.text(),
                                p.key(),
                                YearWords.template(p.key(), year, Era.REIWA),
                                p.ringed()))
                        .toList(),
                heads);
    }

    /** The lines that its later pages print at their top again, as the first one does. */
    public Set<String> heads() {
        return heads;
    }

    /** A part of a sheet: some of its pieces. */
    public static SampleSheet of(String file, List<Page> pages, List<PrintedPiece> pieces) {
        return new SampleSheet(file, pages, 0, pieces, Set.of());
    }

    /** A sheet whose evaluated year is known. */
    public static SampleSheet of(String file, List<Page> pages, int evaluated) {
        List<PrintedPiece> pieces = new ArrayList<>();
        Map<Integer, Double> tops = new HashMap<>();
        double y = 0;
        for (int p = 0; p < pages.size(); p++) {
            Page page = pages.get(p);
            double top = y;
            tops.putIfAbsent(page.number(), top);
            Map<Integer, Integer> lines = lines(page);
            for (Cell cell : page.cells()) {
                Box box = cell.box() == null ? square(cell, lines.get(cell.row())) : cell.box();
                pieces.add(piece(
                        page,
                        true,
                        box,
                        top,
                        cell.text(),
                        page.rings().stream().anyMatch(r -> r.cell().equals(cell)),
                        evaluated));
            }
            for (Line line : outside(page)) {
                Box box = line.box() == null ? new Box(0, line.number() * HEIGHT, WIDTH, HEIGHT) : line.box();
                pieces.add(piece(page, false, box, top, line.text(), false, evaluated));
            }
            boolean goesOn = p + 1 < pages.size() && pages.get(p + 1).number() == page.number();
            y += height(page, pieces, top) + (goesOn ? 0 : GAP);
        }
        pieces.sort(Comparator.<PrintedPiece>comparingDouble(i -> i.box().y())
                .thenComparingDouble(i -> i.box().x()));
        RepeatedHeads heads = RepeatedHeads.of(pieces, tops);
        return new SampleSheet(file, pages, evaluated, heads.kept(), heads.lines());
    }

    /** The printed line of each row of a table given as text; the row itself where its cells have boxes. */
    private static Map<Integer, Integer> lines(Page page) {
        Map<Integer, Integer> lines = new HashMap<>();
        int last = -1;
        for (Cell cell : page.cells()) {
            int line = cell.box() != null || cell.lines().isEmpty()
                    ? 0
                    : cell.lines().get(0).number();
            if (!lines.containsKey(cell.row()) || line > lines.get(cell.row())) {
                last = Math.max(line, lines.containsKey(cell.row()) ? last : last + 1);
                lines.put(cell.row(), last);
            }
        }
        return lines;
    }

    private static Box square(Cell cell, int line) {
        return new Box(cell.column() * WIDTH, line * HEIGHT, cell.columns() * WIDTH, cell.rows() * HEIGHT);
    }

    private static double height(Page page, List<PrintedPiece> pieces, double top) {
        return page.size() != null
                ? page.size().height()
                : pieces.stream().mapToDouble(p -> p.box().bottom()).max().orElse(top) - top;
    }

    private static List<Line> outside(Page page) {
        return page.cells().isEmpty()
                ? page.blocks().stream().flatMap(b -> b.lines().stream()).toList()
                : page.outside();
    }

    private static PrintedPiece piece(
            Page page, boolean cell, Box box, double top, String text, boolean ringed, int evaluated) {
        Box at = new Box(box.x(), box.y() + top, box.width(), box.height());
        String key = Printed.key(text);
        return new PrintedPiece(
                page.number(), cell, at, text, key, YearWords.template(key, evaluated, Era.REIWA), ringed);
    }

    /**
     * The sheets that share its pages: each begins where the words at its top are printed again, together with others. One sheet, itself,
     * if they are not.
     */
    public List<SampleSheet> parted() {
        Map<String, List<PrintedPiece>> printed = new LinkedHashMap<>();
        pieces.stream()
                .filter(p -> p.key().length() > 1)
                .forEach(p ->
                        printed.computeIfAbsent(p.key(), k -> new ArrayList<>()).add(p));
        List<PrintedPiece> tops = printed.values().stream().findFirst().orElse(List.of());
        long together = printed.values().stream()
                .filter(p -> p.size() == tops.size() && apart(p, tops))
                .count();
        if (tops.size() < 2 || together < TOGETHER) {
            return List.of(this);
        }
        List<SampleSheet> parts = new ArrayList<>();
        for (int i = 0; i < tops.size(); i++) {
            double from = i == 0 ? -1 : tops.get(i).box().y() - 1;
            double to = i + 1 < tops.size() ? tops.get(i + 1).box().y() - 1 : Double.MAX_VALUE;
            parts.add(new SampleSheet(
                    file,
                    pages,
                    evaluated,
                    pieces.stream()
                            .filter(p -> p.box().y() >= from && p.box().y() < to)
                            .toList(),
                    heads));
        }
        return parts;
    }

    /** True if each of some pieces stands at the same distance below its top. */
    private static boolean apart(List<PrintedPiece> own, List<PrintedPiece> tops) {
        boolean apart = tops.get(0).page() == tops.get(tops.size() - 1).page();
        double down = own.get(0).box().y() - tops.get(0).box().y();
        for (int i = 0; i < tops.size(); i++) {
            apart &= PrintedPiece.touch(own.get(i).box().y() - tops.get(i).box().y(), down)
                    && PrintedPiece.touch(own.get(i).box().x(), own.get(0).box().x());
        }
        return apart;
    }

    /** True if each of its pages prints on a line of its own which page of how many it is: 1／2. */
    public boolean numbered() {
        return pages.stream()
                .allMatch(page -> pieces.stream()
                        .anyMatch(p -> p.page() == page.number()
                                && !p.cell()
                                && PAGE_OF.matcher(p.key()).matches()));
    }

    /** True if its pages are drawn, so that a cell is what rules enclose; false for a worksheet or a table of text. */
    public boolean drawn() {
        return pages.stream().allMatch(p -> p.name() == null);
    }

    /** The cells. */
    public Stream<PrintedPiece> cells() {
        return pieces.stream().filter(PrintedPiece::cell);
    }

    /** The cells to the right of a piece in its rows, nearest first. */
    public List<PrintedPiece> rightOf(PrintedPiece piece) {
        return right.computeIfAbsent(piece, this::findRight);
    }

    private List<PrintedPiece> findRight(PrintedPiece piece) {
        return cells().filter(c ->
                        c != piece && c.box().x() >= piece.box().right() - 3 && piece.besides(c) && samePage(c, piece))
                .sorted(Comparator.<PrintedPiece>comparingDouble(c -> c.box().x())
                        .thenComparingDouble(c -> c.box().y()))
                .toList();
    }

    /** The cells to the left of a piece in its rows, nearest first. */
    public List<PrintedPiece> leftOf(PrintedPiece piece) {
        return left.computeIfAbsent(piece, this::findLeft);
    }

    private List<PrintedPiece> findLeft(PrintedPiece piece) {
        return cells().filter(c ->
                        c != piece && c.box().right() <= piece.box().x() + 3 && piece.besides(c) && samePage(c, piece))
                .sorted(Comparator.<PrintedPiece>comparingDouble(c -> -c.box().right()))
                .toList();
    }

    /** The cell or line that ends where a piece begins, above it; null for none. */
    public PrintedPiece above(PrintedPiece piece) {
        return above.computeIfAbsent(piece, this::findAbove);
    }

    private PrintedPiece findAbove(PrintedPiece piece) {
        return pieces.stream()
                .filter(c -> c != piece && samePage(c, piece) && c.overOrUnder(piece))
                .filter(c -> c.cell()
                        ? c.above(piece)
                        : c.box().bottom() <= piece.box().y() + 3)
                .max(Comparator.comparingDouble(c -> c.box().bottom()))
                .orElse(null);
    }

    private static boolean samePage(PrintedPiece a, PrintedPiece b) {
        return a.page() == b.page();
    }
}
