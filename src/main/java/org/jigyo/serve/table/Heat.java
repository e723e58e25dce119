package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.query.Column;

/**
 * A table of sums, each cell the darker the larger it is within the table. Figures stand in the cells, so that the shade is
 * never the only sign.
 *
 * @param title what the picture shows
 * @param facets values that its rows share, by variable
 * @param description what it says, in a sentence
 * @param columns headings of the columns
 * @param rows its rows
 */
public record Heat(String title, Map<String, String> facets, String description, List<String> columns, List<Row> rows)
        implements Picture {

    /** How many shades there are besides none. */
    static final int SHADES = 5;

    /** A row: its heading, and a cell for each column. */
    public record Row(String heading, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param figure the sum; empty if there is none
     * @param shade from 0 for none to {@link #SHADES} for the largest
     */
    public record Cell(String figure, int shade) {}

    /** The sums of some rows by what they pass through and where they go. */
    static Heat of(Subject subject, Map<String, Column> columns, Display display) {
        List<Map<String, Rows.Term>> rows = subject.rows();
        Map<String, Map<String, BigDecimal>> sums = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Picture.shown(row, columns, Column.Role.VIA, display),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                row -> Picture.shown(row, columns, Column.Role.TO, display),
                                LinkedHashMap::new,
                                Collectors.reducing(
                                        BigDecimal.ZERO, row -> Picture.number(row, columns), BigDecimal::add))));
        List<String> headings = rows.stream()
                .map(row -> Picture.shown(row, columns, Column.Role.TO, display))
                .distinct()
                .toList();
        BigDecimal most =
                sums.values().stream().flatMap(row -> row.values().stream()).reduce(BigDecimal.ZERO, BigDecimal::max);
        Column value = Picture.value(columns);
        String unit = display.unit(value);
        return new Heat(
                subject.title() + (unit == null ? "" : display.say("（" + unit + "）", " (" + unit + ")")),
                subject.facets(),
                display.say("濃い欄ほど大きい値です", "The darker a cell, the larger its value"),
                headings,
                sums.entrySet().stream()
                        .sorted(Comparator.<Map.Entry<String, Map<String, BigDecimal>>, BigDecimal>comparing(row ->
                                        row.getValue().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                                .reversed())
                        .map(row -> new Row(
                                row.getKey(),
                                headings.stream()
                                        .map(heading -> cell(row.getValue().get(heading), most, value, display))
                                        .toList()))
                        .toList());
    }

    @Override
    public int tall() {
        return 120 + 40 * rows.size();
    }

    private static Cell cell(BigDecimal sum, BigDecimal most, Column value, Display display) {
        if (sum == null) {
            return new Cell("", 0);
        }
        double share = Picture.hundredths(sum, most) / 100;
        return new Cell(display.number(sum, value), (int) Math.ceil(Math.max(0, share) * SHADES));
    }
}
