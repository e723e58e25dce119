package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Scale;

/** The pages with an address of their own that consist of answers of stored queries. */
public final class PlannedPage extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /** The pages over the release being served. */
    public PlannedPage(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    /** The servlet paths of the pages, except the start page. */
    public static List<String> addresses() {
        return PagePlan.all().stream()
                .filter(plan -> plan.address() != null && !plan.address().isEmpty())
                .map(plan -> "/" + plan.address().replaceFirst("\\{.*", "*"))
                .distinct()
                .toList();
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        PagePlan.Match page = PagePlan.at(path.substring(1)).orElseThrow(() -> Nowhere.at(path));
        String language = Asked.language(request);
        Scale scale = QueriesApi.scale(request);
        try (CurrentRelease.Loan loan = answers.borrow(response)) {
            Delivery delivery = Delivery.of(
                    request,
                    String.join("\n", loan.release().id(), "page", path, language, scale.yen()),
                    answers.settings());
            if (delivery.known(request, response)) {
                return;
            }
            QueryResult.Asker asker = new QueryResult.Asker(answers, loan, Client.of(request), language, scale);
            delivery.send(page(page, asker), request, response);
        }
    }

    private Answer page(PagePlan.Match asked, QueryResult.Asker asker) throws IOException {
        CurrentRelease.Loan loan = asker.loan();
        String language = asker.language();
        String base = loan.release().base();
        PagePlan.Match page = asked.iri(base)
                .map(NodeFactory::createURI)
                .map(about -> asked.named(Txn.calculateRead(
                        loan.dataset(), () -> new DisplayNames(loan.dataset().getDefaultGraph(), language).of(about))))
                .orElse(asked);
        return Template.render(
                "page",
                Map.of(
                        "title", page.title(language),
                        "lead", page.lead(language),
                        "links", page.links(language),
                        "language", language,
                        "sections", QueryResult.sections(page, queries, asker),
                        "release", loan.release().id()));
    }
}
