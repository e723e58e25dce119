package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.query.Column;

/** What an answer looks like. The roles of its columns decide which kind of picture is drawn. */
public sealed interface Picture permits Bars, Shares, Bullets, Flow, Heat, Ratings {

    /** What the picture shows. */
    String title();

    /** The values that the rows of the picture share, by variable; empty if the answer has one picture. */
    Map<String, String> facets();

    /** What it says, in a sentence. */
    String description();

    /** Height in pixels in a wide window. */
    int tall();

    /** What distinguishes it from the other pictures of the answer, in whatever language they are shown. */
    default String key() {
        return Stream.concat(Stream.of(getClass().getSimpleName().toLowerCase(Locale.ROOT)), facets().values().stream())
                .collect(Collectors.joining("-"));
    }

    /**
     * The pictures of an answer: some for each city and year, or whatever its facets are.
     *
     * @param title of the answer; the title of pictures of answers without facets
     * @param limit how many categories to show in each
     * @return none if the columns have no roles, or no row has a value
     */
    static List<Picture> of(String title, Rows answer, Map<String, Column> columns, Display display, int limit) {
        if (!with(columns, Column.Role.PART).isEmpty()) {
            List<Map<String, Rows.Term>> whole = having(answer, with(columns, Column.Role.WHOLE));
            return whole.isEmpty() ? List.of() : List.of(Shares.of(title, whole, columns, display, limit));
        }
        Map<String, Column> lengths = with(columns, Column.Role.VALUE);
        Map<String, Column> targets = with(columns, Column.Role.TARGET);
        lengths.putAll(targets);
        Map<String, Column> facets = with(columns, Column.Role.FACET);
        boolean ratings = !with(columns, Column.Role.RANK).isEmpty();
        Map<Map<String, String>, List<Map<String, Rows.Term>>> groups = (ratings
                        ? rated(answer, with(columns, Column.Role.CATEGORY))
                        : having(answer, lengths))
                .stream()
                        .collect(Collectors.groupingBy(
                                row -> facets(row, facets), LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Rows.Term>> all =
                groups.values().stream().flatMap(List::stream).toList();
        List<Picture> pictures = new ArrayList<>();
        groups.forEach((facet, rows) -> {
            String named = shown(rows.get(0), columns, display);
            Subject subject = new Subject(named.isBlank() ? title : named, facet, rows, all);
            if (ratings) {
                pictures.add(Ratings.of(subject, columns, display));
            } else if (!with(columns, Column.Role.VIA).isEmpty()) {
                pictures.add(Flow.of(subject, columns, display));
                pictures.add(Heat.of(subject, columns, display));
            } else if (!targets.isEmpty()) {
                pictures.add(Bullets.of(subject, columns, display, limit));
            } else if (!with(columns, Column.Role.CATEGORY).isEmpty()) {
                pictures.add(Bars.of(subject, columns, display, limit));
            }
        });
        return pictures;
    }

    /** The rows that have a number in some of the columns. */
    private static List<Map<String, Rows.Term>> having(Rows answer, Map<String, Column> columns) {
        return answer.rows().stream()
                .filter(row -> columns.keySet().stream().map(row::get).anyMatch(term -> term != null && term.number()))
                .toList();
    }

    /** The rows that say what was rated. */
    private static List<Map<String, Rows.Term>> rated(Rows answer, Map<String, Column> categories) {
        return answer.rows().stream()
                .filter(row -> row.keySet().containsAll(categories.keySet()))
                .toList();
    }

    /** What a picture is about: its title, the values that its rows share, the rows, and those of all pictures of the answer. */
    record Subject(
            String title,
            Map<String, String> facets,
            List<Map<String, Rows.Term>> rows,
            List<Map<String, Rows.Term>> all) {}

    private static Map<String, String> facets(Map<String, Rows.Term> row, Map<String, Column> columns) {
        Map<String, String> facets = new LinkedHashMap<>();
        columns.keySet().stream()
                .filter(row::containsKey)
                .forEach(name -> facets.put(name, row.get(name).text()));
        return facets;
    }

    /** The columns with a role, by variable. */
    static Map<String, Column> with(Map<String, Column> columns, Column.Role role) {
        Map<String, Column> some = new LinkedHashMap<>();
        columns.forEach((variable, column) -> {
            if (column.role() == role) {
                some.put(variable, column);
            }
        });
        return some;
    }

    /** A value as text. */
    static String shown(Map<String, Rows.Term> row, String variable, Column column, Display display) {
        Rows.Term term = row.get(variable);
        return term == null ? "" : display.named(column, term, row).orElse(term.text());
    }

    /** The values of a row's facets as text. */
    static String shown(Map<String, Rows.Term> row, Map<String, Column> columns, Display display) {
        return with(columns, Column.Role.FACET).entrySet().stream()
                .map(e -> shown(row, e.getKey(), e.getValue(), display))
                .collect(Collectors.joining(" "));
    }

    /** The text of the column with a role, which a picture has at most once; null if there is no such column. */
    static String shown(Map<String, Rows.Term> row, Map<String, Column> columns, Column.Role role, Display display) {
        return with(columns, role).entrySet().stream()
                .map(e -> shown(row, e.getKey(), e.getValue(), display))
                .findFirst()
                .orElse(null);
    }

    /** The number of a row in the first column of values; zero if it has none. */
    static BigDecimal number(Map<String, Rows.Term> row, Map<String, Column> columns) {
        return with(columns, Column.Role.VALUE).keySet().stream()
                .limit(1)
                .flatMap(variable -> Stream.ofNullable(row.get(variable)))
                .filter(Rows.Term::number)
                .map(term -> new BigDecimal(term.text()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** The first column of values. */
    static Column value(Map<String, Column> columns) {
        return with(columns, Column.Role.VALUE).values().iterator().next();
    }

    /** A sum of amounts that may have been split, as exactly as that can be said: to thousands of yen. Other sums stay as they are. */
    static BigDecimal rounded(BigDecimal sum, Column value) {
        return value.unit() != Column.Unit.YEN || sum.abs().compareTo(BigDecimal.valueOf(1000)) < 0
                ? sum
                : sum.setScale(-3, RoundingMode.HALF_UP).setScale(0);
    }

    /** What a picture says of {@link #rounded} sums, to follow a sentence. */
    static String rounding(Column value, Display display) {
        return value.unit() == Column.Unit.YEN
                ? display.say("。額は千円未満を四捨五入しています", ". Amounts are rounded to thousands of yen")
                : "";
    }

    /** A number with its unit. */
    static String figure(BigDecimal number, Column column, Display display) {
        String unit = display.unit(column);
        return display.number(number, column) + (unit == null ? "" : " " + unit);
    }

    /** A part as hundredths of a whole. */
    static double hundredths(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 2, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
