package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jigyo.query.Column;

/**
 * Ratings over the years, each on its own scale, whose steps stand side by side from the best to the worst.
 *
 * @param title what the picture shows
 * @param facets values that its rows share, by variable
 * @param description what it says, in a sentence
 * @param years headings of the columns
 * @param rows one for each criterion
 */
public record Ratings(String title, Map<String, String> facets, String description, List<String> years, List<Row> rows)
        implements Picture {

    /** A criterion, and its ratings of each year. */
    public record Row(String criterion, List<List<Rating>> cells) {}

    /**
     * A rating.
     *
     * @param text in the words of the form
     * @param rank from 1 for the best; 0 if the form does not rank its steps
     * @param steps how many steps the scale has; 0 if the form does not rank them
     */
    public record Rating(String text, int rank, int steps) {}

    static Ratings of(Subject subject, Map<String, Column> columns, Display display) {
        List<String> years =
                texts(subject, columns, Column.Role.TO, display).sorted().toList();
        List<Row> rows = texts(subject, columns, Column.Role.CATEGORY, display)
                .map(criterion -> new Row(
                        criterion,
                        years.stream()
                                .map(year -> subject.rows().stream()
                                        .filter(row -> criterion.equals(
                                                        Picture.shown(row, columns, Column.Role.CATEGORY, display))
                                                && year.equals(Picture.shown(row, columns, Column.Role.TO, display)))
                                        .map(row -> new Rating(
                                                Picture.shown(row, columns, Column.Role.SERIES, display),
                                                number(row, columns, Column.Role.RANK),
                                                number(row, columns, Column.Role.STEPS)))
                                        .distinct()
                                        .toList())
                                .toList()))
                .toList();
        return new Ratings(
                subject.title(),
                subject.facets(),
                display.say(
                        "尺度は様式ごとに異なります。目盛りは左端が最も良い段階です。目盛りのない評価は、様式が良し悪しの順を示していません",
                        "Each form has its own scale. The steps begin with the best at the left; where there are none, the form does not say which value is better"),
                years,
                rows);
    }

    private static Stream<String> texts(
            Subject subject, Map<String, Column> columns, Column.Role role, Display display) {
        return subject.rows().stream()
                .map(row -> Picture.shown(row, columns, role, display))
                .distinct();
    }

    private static int number(Map<String, Rows.Term> row, Map<String, Column> columns, Column.Role role) {
        return Picture.with(columns, role).keySet().stream()
                .map(row::get)
                .filter(term -> term != null && term.number())
                .mapToInt(term -> new BigDecimal(term.text()).intValue())
                .findFirst()
                .orElse(0);
    }

    @Override
    public int tall() {
        return 80 + 60 * rows.size();
    }
}
