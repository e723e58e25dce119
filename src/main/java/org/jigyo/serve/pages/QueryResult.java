package org.jigyo.serve.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.query.WrongParameter;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Display;
import org.jigyo.serve.table.Picture;
import org.jigyo.serve.table.Rows;
import org.jigyo.serve.table.Scale;
import org.jigyo.serve.table.Table;

/**
 * The answer of a stored query for a page.
 *
 * @param pictures none if the columns have no roles for one
 */
record QueryResult(Table table, List<Picture> pictures) {

    static final QueryResult NONE = new QueryResult(Table.NONE, List.of());

    /** Who asks, over which release, at which address of this server, and how the answer is shown. */
    record Asker(Answers answers, CurrentRelease.Loan loan, Client client, String site, String language, Scale scale) {}

    /**
     * Asks a stored query.
     *
     * @param given its parameters by name
     * @param limit how many rows to show
     * @throws Problem if a parameter is wrong, or the query fails
     */
    static QueryResult of(StoredQuery stored, Map<String, String> given, int limit, Asker asker) throws IOException {
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
                            Table.of(rows, stored.about().columns(), display, limit),
                            Picture.of(title, rows, stored.about().columns(), display, limit)));
        }
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
        for (PagePlan.Section section : page.plan().sections()) {
            StoredQuery stored = queries.get(section.query());
            Map<String, String> given = new LinkedHashMap<>(section.given(whole.path()));
            if (stored.takes(QueriesApi.LANGUAGE)) {
                given.put(QueriesApi.LANGUAGE, asker.language());
            }
            QueryResult result = of(stored, given, section.rows(), asker);
            QueryEntry entry = QueryEntry.of(stored, asker.language());
            String address = QueriesApi.shown(stored, given, asker.language());
            sections.add(new Section(
                    stored.name(),
                    section.title() == null ? entry.summary() : section.title().get(asker.language()),
                    entry.description(),
                    section.list(),
                    result.table(),
                    result.pictures(),
                    new Embedding(asker.site(), stored, given, section.rows(), asker.language()),
                    address,
                    address + "&format=csv&header=labels"));
        }
        return sections;
    }
}
