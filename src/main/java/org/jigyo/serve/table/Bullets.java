package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jigyo.query.Column;

/**
 * Values as bars, each with a mark for what it is compared with (a bullet graph). A bar that misses its mark has a pattern of its
 * own, and says so. Widths are hundredths of the picture's width; heights are pixels.
 *
 * @param title what the picture shows
 * @param facets values that its rows share, by variable
 * @param description what it says, in a sentence
 * @param value name of what the bars show
 * @param target names of what the marks show; empty if there is none
 * @param missed the word for bars that miss their mark; null if there is none
 * @param bullets from top to bottom
 * @param zero where zero is, in hundredths of the width
 * @param height height of the picture
 */
public record Bullets(
        String title,
        Map<String, String> facets,
        String description,
        String value,
        String target,
        String missed,
        List<Bullet> bullets,
        double zero,
        int height)
        implements Picture {

    private static final int LINE = 19;
    private static final int GAP = 9;
    private static final String MISSED = "missed";

    /**
     * One value and what it is compared with.
     *
     * @param label of its category
     * @param figure both as text, with what became of it
     * @param missed whether it misses its mark
     * @param x left end of the bar
     * @param width length of the bar; 0 if there is no value
     * @param mark where the mark stands; null if there is none
     * @param y top of the bar
     * @param labelY base line of the text
     */
    public record Bullet(
            String label, String figure, boolean missed, double x, double width, Double mark, int y, int labelY) {}

    /** The number of a row in a column. */
    private record Figure(String name, BigDecimal number, String text) {

        static Optional<Figure> of(
                Map<String, Rows.Term> row, Map<String, Column> columns, Column.Role role, Display display) {
            return Picture.with(columns, role).entrySet().stream()
                    .filter(e ->
                            row.containsKey(e.getKey()) && row.get(e.getKey()).number())
                    .map(e -> {
                        BigDecimal number = new BigDecimal(row.get(e.getKey()).text());
                        String name = e.getValue().label(display.language());
                        return new Figure(name, number, name + " " + Picture.figure(number, e.getValue(), display));
                    })
                    .findFirst();
        }
    }

    static Bullets of(Subject subject, Map<String, Column> columns, Display display, int limit) {
        List<Map<String, Rows.Term>> rows = subject.rows().stream().limit(limit).toList();
        List<BigDecimal> numbers = rows.stream()
                .flatMap(row -> Stream.of(Column.Role.VALUE, Column.Role.TARGET)
                        .flatMap(role -> Figure.of(row, columns, role, display).stream()))
                .map(Figure::number)
                .toList();
        BigDecimal least = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal span =
                numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::max).subtract(least);
        double zero = Picture.hundredths(least.negate(), span);
        List<Bullet> bullets = new ArrayList<>();
        int y = 0;
        for (Map<String, Rows.Term> row : rows) {
            Optional<Figure> value = Figure.of(row, columns, Column.Role.VALUE, display);
            Optional<Figure> target = Figure.of(row, columns, Column.Role.TARGET, display);
            double width =
                    value.map(v -> Picture.hundredths(v.number().abs(), span)).orElse(0.0);
            boolean negative = value.isPresent() && value.get().number().signum() < 0;
            bullets.add(new Bullet(
                    Picture.shown(row, columns, Column.Role.CATEGORY, display),
                    figure(row, columns, value, target, display),
                    missed(row, columns),
                    negative ? zero - width : zero,
                    width,
                    target.map(t -> Picture.hundredths(t.number().subtract(least), span))
                            .orElse(null),
                    y + LINE,
                    y + LINE - 5));
            y += LINE + Bars.THICKNESS + GAP;
        }
        return new Bullets(
                subject.title(),
                subject.facets(),
                display.say("棒が実際の値、縦の線が比べる値です", "Bars are actual values, and lines what they are compared with"),
                Picture.value(columns).label(display.language()),
                String.join(display.say("・", ", "), targets(rows, columns, display)),
                rows.stream()
                        .filter(row -> missed(row, columns))
                        .map(row -> Picture.shown(row, columns, Column.Role.OUTCOME, display))
                        .findFirst()
                        .orElse(null),
                bullets,
                zero,
                y + 1);
    }

    private static List<String> targets(
            List<Map<String, Rows.Term>> rows, Map<String, Column> columns, Display display) {
        return rows.stream()
                .flatMap(row -> Figure.of(row, columns, Column.Role.TARGET, display).stream())
                .map(Figure::name)
                .distinct()
                .toList();
    }

    private static boolean missed(Map<String, Rows.Term> row, Map<String, Column> columns) {
        return Picture.with(columns, Column.Role.OUTCOME).keySet().stream()
                .anyMatch(variable ->
                        row.containsKey(variable) && row.get(variable).text().equals(MISSED));
    }

    private static String figure(
            Map<String, Rows.Term> row,
            Map<String, Column> columns,
            Optional<Figure> value,
            Optional<Figure> target,
            Display display) {
        String outcome = missed(row, columns) ? Picture.shown(row, columns, Column.Role.OUTCOME, display) : "";
        return Stream.of(
                        value.map(Figure::text).orElse(""),
                        target.map(Figure::text).orElse(""),
                        outcome)
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + display.say("・", " · ") + other)
                .orElse("");
    }

    @Override
    public int tall() {
        return height;
    }
}
