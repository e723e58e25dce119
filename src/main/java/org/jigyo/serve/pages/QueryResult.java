package org.jigyo.serve.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.jena.system.Txn;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.query.WrongParameter;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.table.Display;
import org.jigyo.serve.table.Picture;
import org.jigyo.serve.table.Rows;
import org.jigyo.serve.table.Table;

/**
 * The answer of a stored query for a page.
 *
 * @param pictures none if the columns have no roles for one
 */
record QueryResult(Table table, List<Picture> pictures) {

    static final QueryResult NONE = new QueryResult(Table.NONE, List.of());

    /**
     * Asks a stored query.
     *
     * @param given its parameters by name
     * @param limit how many rows to show
     * @throws Problem if a parameter is wrong, or the query fails
     */
    static QueryResult of(StoredQuery stored, Map<String, String> given, int limit, Asker asker) throws IOException {
        return of(
                stored,
                given,
                asker,
                (rows, display) -> Table.of(rows, stored.about().columns(), display, limit),
                limit);
    }

    private static QueryResult of(
            StoredQuery stored,
            Map<String, String> given,
            Asker asker,
            BiFunction<Rows, Display, Table> table,
            int limit)
            throws IOException {
        ParsedQuery query = bound(stored, given);
        if (!query.query().isSelectType()) {
            return NONE;
        }
        try (Answer answer = asker.answers().table(query, asker.loan(), asker.client())) {
            Rows rows = Rows.of(answer.bytes());
            Display display = Displays.of(asker.loan(), asker.language(), asker.scale());
            String title = QueryEntry.of(stored, asker.language()).summary();
            return Txn.calculateRead(
                    asker.loan().dataset(),
                    () -> new QueryResult(
                            table.apply(rows, display),
                            Picture.of(title, rows, drawn(stored, asker.show()), display, limit)));
        }
    }

    /** The columns as a picture takes them: with the length that the reader asked for. */
    private static Map<String, Column> drawn(StoredQuery stored, String show) {
        Map<String, Column> columns = new LinkedHashMap<>(stored.about().columns());
        if (show != null && columns.containsKey(show) && columns.get(show).role() == Column.Role.ALTERNATIVE) {
            columns.replaceAll((variable, column) -> variable.equals(show)
                    ? column.as(Column.Role.VALUE)
                    : column.role() == Column.Role.VALUE ? column.as(Column.Role.ALTERNATIVE) : column);
        }
        return columns;
    }

    /**
     * What else the bars of a query can show.
     *
     * @param address the address of the page that shows a column
     * @return name → address, of the current one null; none if there is nothing to choose
     */
    static Map<String, String> switches(StoredQuery stored, Asker asker, UnaryOperator<String> address) {
        Map<String, String> switches = new LinkedHashMap<>();
        Map<String, Column> columns = drawn(stored, asker.show());
        if (columns.values().stream().anyMatch(column -> column.role() == Column.Role.ALTERNATIVE)) {
            columns.forEach((variable, column) -> {
                if (column.role() == Column.Role.VALUE || column.role() == Column.Role.ALTERNATIVE) {
                    switches.put(
                            column.label(asker.language()),
                            column.role() == Column.Role.VALUE ? null : address.apply(variable));
                }
            });
        }
        return switches;
    }

    /** The query with its parameters, as a problem of the client if they are wrong. */
    static ParsedQuery bound(StoredQuery stored, Map<String, String> given) {
        try {
            return ParsedQuery.of(stored.bind(given));
        } catch (WrongParameter e) {
            Problem problem = new Problem(400, "Wrong parameter", e.getMessage()).with("parameter", e.parameter());
            if (!e.allowed().isEmpty()) {
                problem.with("allowed", e.allowed());
            }
            throw problem;
        }
    }

    /** The sections of a page. */
    static List<Section> sections(PagePlan.Match page, SortedMap<String, StoredQuery> queries, Asker asker)
            throws IOException {
        List<Section> sections = new ArrayList<>();
        PagePlan.Match whole = page.over(asker.loan().release().base());
        Set<String> ids = new HashSet<>();
        for (PagePlan.Section section : page.plan().sections()) {
            StoredQuery stored = queries.get(section.query());
            Map<String, String> given = new LinkedHashMap<>(section.given(whole.path()));
            if (page.plan().years() && asker.year() != null && stored.takes(Asker.YEAR)) {
                given.put(Asker.YEAR, asker.year());
            }
            if (stored.takes(QueriesApi.LANGUAGE)) {
                given.put(QueriesApi.LANGUAGE, asker.language());
            }
            String id = ids.add(stored.name()) ? stored.name() : stored.name() + "-" + sections.size();
            sections.add(section(section, stored, id, given, asker));
        }
        return sections;
    }

    private static Section section(
            PagePlan.Section section, StoredQuery stored, String id, Map<String, String> given, Asker asker)
            throws IOException {
        Map<String, Column> columns = chosen(stored.about().columns(), section.columns());
        QueryResult result = of(
                stored,
                given,
                asker,
                (rows, display) -> section.as() == Presentation.CARDS || section.as() == Presentation.LIST
                        ? Table.of(rows, columns, display, section.rows())
                        : Table.compact(rows, columns, display, section.rows()),
                section.rows());
        boolean drawn = section.as() == Presentation.PICTURES;
        List<Picture> pictures = drawn ? result.pictures() : List.of();
        QueryEntry entry = QueryEntry.of(stored, asker.language());
        String address = QueriesApi.shown(stored, given, asker.language());
        return new Section(
                stored.name(),
                id,
                section.title() == null ? entry.summary() : section.title().get(asker.language()),
                section.lead() == null ? "" : section.lead().get(asker.language()),
                entry.description(),
                section.as(),
                result.table(),
                pictures.subList(0, Math.min(Section.MOST_PICTURES, pictures.size())),
                Math.max(0, pictures.size() - Section.MOST_PICTURES),
                new Embedding(asker.site(), stored, given, section.rows(), asker.language(), asker.show()),
                drawn ? switches(stored, asker, column -> asker.address(Asker.SHOW, column) + "#" + id) : Map.of(),
                address,
                address + "&format=csv&header=labels");
    }

    /** The columns that a page shows, first and in its order; all if it names none. */
    private static Map<String, Column> chosen(Map<String, Column> columns, List<String> names) {
        if (names.isEmpty()) {
            return columns;
        }
        Map<String, Column> chosen = new LinkedHashMap<>();
        names.forEach(name -> chosen.put(name, columns.get(name)));
        columns.forEach((name, column) -> chosen.putIfAbsent(name, column.unseen()));
        return chosen;
    }
}
