package org.jigyo.serve.table;

import java.math.BigDecimal;
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

    /** The sums of some rows by what they pass through and where they go; the longer of the two lists stands at the side. */
    static Heat of(Subject subject, Map<String, Column> columns, Display display) {
        List<Map<String, Rows.Term>> rows = subject.rows();
        boolean turned = names(rows, columns, Column.Role.TO, display).size()
                > names(rows, columns, Column.Role.VIA, display).size();
        Column.Role side = turned ? Column.Role.TO : Column.Role.VIA;
        Column.Role top = turned ? Column.Role.VIA : Column.Role.TO;
        Map<List<String>, BigDecimal> sums = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(
                                Picture.shown(row, columns, side, display), Picture.shown(row, columns, top, display)),
                        LinkedHashMap::new,
                        Collectors.reducing(BigDecimal.ZERO, row -> Picture.number(row, columns), BigDecimal::add)));
        BigDecimal most = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        Column value = Picture.value(columns);
        String unit = display.unit(value);
        List<String> headings = names(rows, columns, top, display);
        return new Heat(
                subject.title() + (unit == null ? "" : display.say("（" + unit + "）", " (" + unit + ")")),
                subject.facets(),
                display.say("濃い欄ほど大きい値です", "The darker a cell, the larger its value")
                        + Picture.rounding(value, display),
                headings,
                names(rows, columns, side, display).stream()
                        .map(name -> new Row(
                                name,
                                headings.stream()
                                        .map(heading -> cell(sums.get(List.of(name, heading)), most, value, display))
                                        .toList()))
                        .toList());
    }

    private static List<String> names(
            List<Map<String, Rows.Term>> rows, Map<String, Column> columns, Column.Role role, Display display) {
        return rows.stream()
                .map(row -> Picture.shown(row, columns, role, display))
                .distinct()
                .toList();
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
        return new Cell(
                display.number(Picture.rounded(sum, value), value), (int) Math.ceil(Math.max(0, share) * SHADES));
    }
}
