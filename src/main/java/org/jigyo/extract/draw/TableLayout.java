package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.page.Line;

/** Lays out the rows of a text or a table, which have no places of their own: columns as wide as their texts, lines broken. */
final class TableLayout {

    /** Width of a page, in points. */
    static final double WIDTH = 640;

    private static final double FONT = 10;
    private static final double LEADING = 14;
    private static final double PADDING = 3;
    private static final double WIDEST = 300;
    private static final double NARROWEST = 14;

    /**
     * A cell of the table.
     *
     * @param row 0-based
     * @param column 0-based
     * @param rows number of rows it spans
     * @param columns number of columns it spans; 0 for a line outside all cells, which takes the whole width
     * @param name its name in a workbook, else null
     */
    record Tile(int row, int column, int rows, int columns, String name, List<Line> lines) {}

    private final List<Tile> tiles;
    private final double[] xs;
    private final double[] ys;

    private TableLayout(List<Tile> tiles, double top) {
        this.tiles = tiles;
        xs = edges(widths(tiles), 0);
        ys = edges(heights(tiles), top);
    }

    /** Places the cells of one table below a height. */
    static TableLayout of(List<Tile> tiles, double top) {
        return new TableLayout(tiles, top);
    }

    double bottom() {
        return ys[ys.length - 1];
    }

    double right() {
        return xs[xs.length - 1];
    }

    /** The cells that are ruled. */
    List<Frame> ruled() {
        return tiles.stream()
                .filter(tile -> tile.columns() > 0)
                .map(this::frame)
                .toList();
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Tile tile : tiles) {
            if (!tile.lines().isEmpty()) {
                Frame frame = frame(tile);
                List<DrawnPage.Words> runs = new ArrayList<>();
                for (String text : broken(tile)) {
                    double y = frame.y() + PADDING + runs.size() * LEADING;
                    runs.add(new DrawnPage.Words(
                            new Frame(frame.x() + PADDING, y, FONT * LetterWidths.of(text), FONT), text));
                }
                pieces.add(new Piece(frame, tile.lines(), tile.name(), runs));
            }
        }
        return pieces;
    }

    private List<String> broken(Tile tile) {
        double width = (tile.columns() == 0 ? WIDTH : frame(tile).width()) - 2 * PADDING;
        return tile.lines().stream()
                .flatMap(line -> LetterWidths.wrapped(line.text(), width / FONT).stream())
                .toList();
    }

    private Frame frame(Tile tile) {
        double right = tile.columns() == 0 ? Math.max(WIDTH, right()) : xs[tile.column() + tile.columns()];
        double x = xs[tile.column()];
        double y = ys == null ? 0 : ys[tile.row()];
        return new Frame(x, y, right - x, ys == null ? 0 : ys[tile.row() + tile.rows()] - y);
    }

    private static double[] widths(List<Tile> tiles) {
        int columns =
                tiles.stream().mapToInt(t -> t.column() + t.columns()).max().orElse(0);
        double[] widths = new double[columns];
        Arrays.fill(widths, NARROWEST);
        for (Tile tile : tiles) {
            if (tile.columns() == 1) {
                double widest = tile.lines().stream()
                        .mapToDouble(line -> FONT * LetterWidths.of(line.text()))
                        .max()
                        .orElse(0);
                widths[tile.column()] = Math.max(widths[tile.column()], widest + 2 * PADDING + 1);
            }
        }
        double most = WIDEST;
        while (most > 4 * FONT && sum(widths, most) > WIDTH) {
            most -= FONT;
        }
        for (int i = 0; i < columns; i++) {
            widths[i] = Math.min(widths[i], most);
        }
        return widths;
    }

    private static double sum(double[] widths, double most) {
        return Arrays.stream(widths).map(width -> Math.min(width, most)).sum();
    }

    private double[] heights(List<Tile> all) {
        int rows = all.stream().mapToInt(t -> t.row() + t.rows()).max().orElse(0);
        double[] heights = new double[rows];
        Arrays.fill(heights, LEADING + PADDING);
        for (int span = 1; span <= 2; span++) {
            for (Tile tile : all) {
                int last = tile.row() + tile.rows() - 1;
                if ((tile.rows() == 1) == (span == 1)) {
                    double needed = broken(tile).size() * LEADING + PADDING;
                    for (int row = tile.row(); row < last; row++) {
                        needed -= heights[row];
                    }
                    heights[last] = Math.max(heights[last], needed);
                }
            }
        }
        return heights;
    }

    private static double[] edges(double[] sizes, double from) {
        double[] edges = new double[sizes.length + 1];
        edges[0] = from;
        for (int i = 0; i < sizes.length; i++) {
            edges[i + 1] = edges[i] + sizes[i];
        }
        return edges;
    }
}
