package org.jigyo.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.sums.SumSearch;
import org.jigyo.draft.sums.SumSearch.Sum;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Printed;

/**
 * The sums over the columns of a list: items that add up in the columns of each phase and year, and columns that are the difference of
 * two others.
 *
 * @param sums sums, with globs of paths as words
 * @param labels item → its label
 */
record ColumnSums(List<Sum> sums, Map<String, String> labels) {

    private static final Pattern COST = Pattern.compile("costs/([^/]+)/([^/]+)/\\{year\\}");
    private static final int MOST_ROWS = 300;
    private static final int MOST_COLUMNS = 48;

    /** A column of amounts: its item, phase and year, and what each row prints. */
    private record Amounts(String item, String phase, int year, List<BigDecimal> rows) {

        String path() {
            return "costs/" + item + "/" + phase + "/" + YearTemplate.place(year);
        }
    }

    /** The sums among the proposed columns. */
    static ColumnSums of(ListForm form, DraftParts parts) {
        Map<List<String>, ListedColumn> byWords = new LinkedHashMap<>();
        form.columns().forEach(c -> byWords.put(c.words(), c));
        List<Amounts> amounts = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Proposal proposal : parts.proposals()) {
            Matcher m = COST.matcher(proposal.to());
            if (m.matches()) {
                labels.putIfAbsent(item(proposal.to()), proposal.label().replaceAll("\\{[^}]*\\}.*|\\(.*", ""));
            }
            if (m.matches() && amounts.size() < MOST_COLUMNS) {
                columns(proposal, form)
                        .forEach(c -> amounts.add(new Amounts(
                                m.group(1), m.group(2), c.year() == null ? 0 : c.year(), figures(c, form.rows()))));
            }
        }
        List<Sum> all = new ArrayList<>(items(amounts));
        all.addAll(differences(amounts));
        return new ColumnSums(all, labels);
    }

    private static List<ListedColumn> columns(Proposal proposal, ListForm form) {
        Object under = proposal.field().get("under");
        boolean years = proposal.field().containsKey("years");
        return form.columns().stream()
                .filter(c -> (years ? c.eachYear() : c.words()).equals(under))
                .toList();
    }

    private static List<BigDecimal> figures(ListedColumn column, int rows) {
        BigDecimal[] figures = new BigDecimal[Math.min(rows, MOST_ROWS)];
        for (int i = 0; i < column.texts().size(); i++) {
            int row = column.numbers().get(i);
            if (row < figures.length) {
                figures[row] = Printed.number(column.texts().get(i)).orElse(null);
            }
        }
        return Arrays.asList(figures);
    }

    /** Items that add up, in whatever phase and year. */
    private static List<Sum> items(List<Amounts> amounts) {
        Set<String> items = new LinkedHashSet<>();
        amounts.forEach(a -> items.add(a.item));
        List<String> words = items.stream().map(i -> "costs/" + i + "/*/*").toList();
        List<String> order = List.copyOf(items);
        Map<String, BigDecimal[]> columns = new LinkedHashMap<>();
        for (Amounts a : amounts) {
            for (int row = 0; row < a.rows.size(); row++) {
                columns.computeIfAbsent(a.phase + a.year + "|" + row, k -> new BigDecimal[order.size()])[
                                order.indexOf(a.item)] =
                        a.rows.get(row);
            }
        }
        return SumSearch.of(words, List.copyOf(columns.values()));
    }

    /** Columns that are the difference of two columns of one item: this year's minus last year's. */
    private static List<Sum> differences(List<Amounts> amounts) {
        List<Sum> found = new ArrayList<>();
        for (Amounts a : amounts) {
            for (Amounts b : amounts) {
                boolean pair = !a.path().equals(b.path()) && a.item.equals(b.item) && a.year >= b.year;
                for (Amounts d : pair ? amounts : List.<Amounts>of()) {
                    if (!d.item.equals(a.item)) {
                        found.addAll(difference(a, b, d));
                    }
                }
            }
        }
        return found;
    }

    private static List<Sum> difference(Amounts a, Amounts b, Amounts d) {
        List<String> words = List.of(a.path(), b.path(), d.path());
        List<BigDecimal[]> rows = new ArrayList<>();
        for (int r = 0; r < a.rows.size(); r++) {
            rows.add(new BigDecimal[] {a.rows.get(r), b.rows.get(r), d.rows.get(r)});
        }
        return SumSearch.of(words, rows).stream()
                .filter(s -> s.total().equals(a.path()) && s.parts().size() == 2)
                .toList();
    }

    /** Those whose columns are all still proposed. */
    ColumnSums among(List<Proposal> proposals) {
        Set<String> items = new LinkedHashSet<>();
        proposals.forEach(p -> items.add(item(p.to())));
        return new ColumnSums(
                sums.stream()
                        .filter(s -> items.contains(item(s.total()))
                                && s.parts().stream().allMatch(p -> items.contains(item(p))))
                        .toList(),
                labels);
    }

    /** The label of an item, and how far its year lies from the evaluated one. */
    private String name(String path) {
        Matcher year = YearTemplate.PLACE.matcher(path);
        int offset = year.find() ? YearTemplate.offset(year.group(1)) : 0;
        String label = labels.getOrDefault(item(path), item(path));
        return offset == 0 ? label : label + String.format("(%+d)", offset);
    }

    private static String item(String path) {
        return path.replaceFirst("(costs/[^/]*)/.*", "$1");
    }

    /** Writes them as identities. */
    void write(LayoutText text) {
        if (!sums.isEmpty()) {
            text.line(0, "identities:");
        }
        for (Sum sum : sums) {
            text.line(1, "# holds in " + sum.holds() + " of " + sum.printed() + " rows");
            Map<String, Object> identity = TableColumn.map(
                    "name",
                    name(sum.total()) + " = "
                            + sum.parts().stream().map(this::name).collect(Collectors.joining(" + ")),
                    "total",
                    sum.total(),
                    "parts",
                    sum.parts());
            if (sum.tolerance() > 0) {
                identity.put("tolerance", sum.tolerance());
            }
            text.line(1, "- " + LayoutText.flow(identity));
        }
    }
}
