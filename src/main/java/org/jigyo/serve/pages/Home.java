package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Scale;

/** {@code /}: what the site is, what can be queried, and what it contains. */
public final class Home extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * The start page.
     *
     * @param queries the stored queries by name
     */
    public Home(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = Asked.language(request);
        String site = Asked.site(request);
        Scale scale = QueriesApi.scale(request);
        try (CurrentRelease.Loan loan = answers.borrow(response)) {
            List<QueryEntry> entries = queries.values().stream()
                    .map(q -> QueryEntry.of(q, language))
                    .toList();
            Delivery delivery = Delivery.of(
                    request, loan.release().id() + "\nhome\n" + language + scale + entries + site, answers.settings());
            if (!delivery.known(request, response)) {
                QueryResult.Asker asker = new QueryResult.Asker(answers, loan, Client.of(request), language, scale);
                delivery.send(page(asker, entries, site), request, response);
            }
        }
    }

    private Answer page(QueryResult.Asker asker, List<QueryEntry> entries, String site) throws IOException {
        PagePlan.Match page = PagePlan.at("").orElseThrow();
        CurrentRelease.Loan loan = asker.loan();
        Node dataset = NodeFactory.createURI(loan.release().base() + "id/dataset");
        String language = asker.language();
        String markup = Txn.calculateRead(loan.dataset(), () -> DatasetMarkup.of(dataset, "/", language, site, loan));
        return Template.render(
                "home",
                Map.of(
                        "release", loan.release(),
                        "entries", entries,
                        "language", language,
                        "markup", markup,
                        "title", page.title(language),
                        "lead", page.lead(language),
                        "sections", QueryResult.sections(page, queries, asker)));
    }
}
