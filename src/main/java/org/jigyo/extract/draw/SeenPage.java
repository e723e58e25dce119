package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;

/**
 * What was seen on a page, at the places where it is drawn: a PDF as on paper, a text or table laid out as cells.
 *
 * @param number 1-based
 * @param width in points
 * @param height in points
 * @param ruled the cells with rules around them
 * @param pieces cells and lines with text
 */
record SeenPage(int number, double width, double height, List<Frame> ruled, List<Piece> pieces) {

    /**
     * A page.
     *
     * @param parts the page, or the parts of a long table
     * @param shown false for the lines that must not be drawn
     * @param rows which lines of a text, or rows of a table, are drawn; 1-based
     */
    static SeenPage of(List<Page> parts, Predicate<Line> shown, IntPredicate rows) {
        Page first = parts.get(0);
        if (first.size() == null) {
            return text(first, shown, rows);
        }
        return first.name() == null ? paper(first, shown) : table(parts, shown, rows);
    }

    private static List<Line> kept(List<Line> lines, Predicate<Line> shown) {
        return lines.stream().filter(shown).toList();
    }

    private static SeenPage paper(Page page, Predicate<Line> shown) {
        List<Frame> ruled = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (Cell cell : page.cells()) {
            ruled.add(frame(cell.box()));
            add(cell.box(), kept(cell.lines(), shown), pieces);
        }
        List<Line> outside = page.cells().isEmpty()
                ? page.blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .toList()
                : page.outside();
        kept(outside, shown).forEach(line -> add(line.box(), List.of(line), pieces));
        return new SeenPage(page.number(), page.size().width(), page.size().height(), ruled, pieces);
    }

    private static void add(Box box, List<Line> lines, List<Piece> pieces) {
        if (!lines.isEmpty()) {
            List<DrawnPage.Words> runs = lines.stream()
                    .map(line -> new DrawnPage.Words(frame(line.box()), line.text()))
                    .toList();
            pieces.add(new Piece(frame(box), lines, null, runs));
        }
    }

    private static Frame frame(Box box) {
        return new Frame(box.x(), box.y(), box.width(), box.height());
    }

    /** Lines one below the other; lines with tabs that follow each other are a table. */
    private static SeenPage text(Page page, Predicate<Line> shown, IntPredicate rows) {
        Map<Integer, List<Cell>> cells = page.cells().stream().collect(Collectors.groupingBy(Cell::row));
        List<List<TableLayout.Tile>> tables = new ArrayList<>();
        List<TableLayout.Tile> open = new ArrayList<>();
        int row = 0;
        int last = 0;
        for (Line line : page.blocks().stream()
                .map(TextBlock::lines)
                .flatMap(List::stream)
                .toList()) {
            boolean tabbed = line.text().indexOf('\t') >= 0;
            List<Cell> own = tabbed ? cells.getOrDefault(row++, List.of()) : List.of();
            if (!rows.test(line.number())) {
                continue;
            }
            if (!open.isEmpty() && (tabbed != open.get(open.size() - 1).columns() > 0 || line.number() > last + 1)) {
                tables.add(open);
                open = new ArrayList<>();
            }
            last = line.number();
            int at = open.isEmpty() ? 0 : open.get(open.size() - 1).row() + 1;
            if (!tabbed) {
                open.add(new TableLayout.Tile(at, 0, 1, 0, null, kept(List.of(line), shown)));
            }
            for (Cell cell : own) {
                open.add(new TableLayout.Tile(at, cell.column(), 1, 1, null, kept(cell.lines(), shown)));
            }
        }
        tables.add(open);
        return laidOut(page.number(), tables);
    }

    /** The rows of a sheet of a workbook, a CSV file or an HTML table; merged cells as such. */
    private static SeenPage table(List<Page> parts, Predicate<Line> shown, IntPredicate rows) {
        Set<Integer> columns = new TreeSet<>();
        parts.forEach(part -> part.cells().forEach(cell -> columns.add(cell.column())));
        List<Integer> order = List.copyOf(columns);
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<TableLayout.Tile> tiles = new ArrayList<>();
        for (Page part : parts) {
            for (Line line : part.outside()) {
                if (shown.test(line) && rows.test(line.number())) {
                    int at = places.size();
                    places.put(-at - 1, at);
                    tiles.add(new TableLayout.Tile(at, 0, 1, 0, null, List.of(line)));
                }
            }
            List<Integer> own = part.cells().stream()
                    .flatMap(cell -> Stream.iterate(cell.row(), r -> r < cell.row() + cell.rows(), r -> r + 1))
                    .filter(r -> rows.test(r + 1))
                    .distinct()
                    .sorted()
                    .toList();
            own.forEach(r -> places.putIfAbsent(r, places.size()));
            for (Cell cell : part.cells()) {
                List<Integer> spanned = own.stream()
                        .filter(r -> r >= cell.row() && r < cell.row() + cell.rows())
                        .toList();
                if (!spanned.isEmpty()) {
                    tiles.add(new TableLayout.Tile(
                            places.get(spanned.get(0)),
                            order.indexOf(cell.column()),
                            spanned.size(),
                            Math.min(cell.columns(), order.size() - order.indexOf(cell.column())),
                            part.nameOf(cell),
                            kept(cell.lines(), shown)));
                }
            }
        }
        return laidOut(parts.get(0).number(), List.of(tiles));
    }

    private static SeenPage laidOut(int number, List<List<TableLayout.Tile>> tables) {
        List<Frame> ruled = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        double y = 10;
        double width = TableLayout.WIDTH;
        for (List<TableLayout.Tile> tiles : tables) {
            if (!tiles.isEmpty()) {
                TableLayout table = TableLayout.of(tiles, y);
                ruled.addAll(table.ruled());
                pieces.addAll(table.pieces());
                y = table.bottom() + 8;
                width = Math.max(width, table.right());
            }
        }
        return new SeenPage(number, width, y, ruled, pieces);
    }
}
