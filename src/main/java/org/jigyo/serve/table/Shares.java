package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.query.Column;

/**
 * How many of a whole have what: a line of cells for each row, each filled as far as its part goes, with the count in it. Widths are
 * hundredths of the picture's width, so that the picture is as wide as a phone; heights are pixels.
 *
 * @param title what the picture shows
 * @param facets always empty, because the picture shows all rows of an answer
 * @param description what it says, in a sentence
 * @param headings of the columns, where each column's middle is
 * @param rows from top to bottom
 * @param height height of the picture
 */
public record Shares(
        String title,
        Map<String, String> facets,
        String description,
        List<Heading> headings,
        List<Row> rows,
        int height)
        implements Picture {

    /** How tall a cell is, in pixels. */
    public static final int CELL = 20;

    /** The base line of the headings. */
    public static final int HEAD = 13;

    private static final int LINE = 20;
    private static final int GAP = 8;

    /** How much of a column its cell fills. */
    private static final double FILLED = 0.94;

    /** A column's heading and its middle. */
    public record Heading(String text, double x) {}

    /**
     * A row.
     *
     * @param label what it is about: the values of its facets or, without facets, its category; cut to what fits
     * @param name its category, if the label says something else; else null
     * @param href where its label leads to; null for nowhere
     * @param whole the count of the whole, with its name
     * @param cells one for each column
     * @param y top of the cells
     */
    public record Row(String label, String name, String href, String whole, List<Cell> cells, int y) {

        /** The base line of its label. */
        public int labelY() {
            return y - 6;
        }
    }

    /**
     * A cell.
     *
     * @param count as text
     * @param none whether nothing of the whole has it
     * @param x left side
     * @param width of the cell
     * @param filled how much of the width its part fills
     */
    public record Cell(String count, boolean none, double x, double width, double filled) {

        /** Where its middle is. */
        public double middle() {
            return x + width / 2;
        }
    }

    static Shares of(
            String title, List<Map<String, Rows.Term>> rows, Map<String, Column> columns, Display display, int limit) {
        Map<String, Column> parts = Picture.with(columns, Column.Role.PART);
        Map.Entry<String, Column> whole =
                Picture.with(columns, Column.Role.WHOLE).entrySet().iterator().next();
        double step = 100.0 / parts.size();
        List<Row> drawn = new ArrayList<>();
        int y = HEAD + GAP;
        for (Map<String, Rows.Term> row : rows.stream().limit(limit).toList()) {
            BigDecimal all = new BigDecimal(row.get(whole.getKey()).text());
            String count =
                    whole.getValue().brief(display.language()) + " " + Picture.figure(all, whole.getValue(), display);
            String name = Picture.shown(row, columns, Column.Role.CATEGORY, display);
            String facets = Picture.shown(row, columns, display);
            String label = LineLabel.cut(facets.isEmpty() ? name : facets, count, 0);
            List<Cell> cells = new ArrayList<>();
            for (Map.Entry<String, Column> part : parts.entrySet()) {
                BigDecimal number = row.containsKey(part.getKey())
                        ? new BigDecimal(row.get(part.getKey()).text())
                        : BigDecimal.ZERO;
                cells.add(new Cell(
                        display.number(number, part.getValue()),
                        number.signum() == 0,
                        cells.size() * step,
                        step * FILLED,
                        Picture.hundredths(number, all) * step * FILLED / 100));
            }
            y += LINE;
            drawn.add(new Row(
                    label, label.equals(name) ? null : name, LineLabel.href(row, columns, display), count, cells, y));
            y += CELL + GAP;
        }
        List<Heading> headings = new ArrayList<>();
        parts.values()
                .forEach(part -> headings.add(
                        new Heading(part.brief(display.language()), (headings.size() + FILLED / 2) * step)));
        return new Shares(
                title,
                Map.of(),
                display.say(
                        "欄の塗りは、" + whole.getValue().label("ja") + "のうちその内容があるものの割合です。数字はその数です",
                        "A cell is filled as far as the "
                                + whole.getValue().label("en").toLowerCase(java.util.Locale.ROOT)
                                + " have what its heading says; its number counts them"),
                headings,
                drawn,
                y);
    }

    @Override
    public int tall() {
        return height;
    }
}
