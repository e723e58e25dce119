package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.export.Snippets;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.ContentPolicy;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.query.SparqlEndpoint;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Sorting;

/**
 * {@code /sparql}: for browsers the page with the editor and the answer, for every other client the endpoint. The page's own
 * address asks its query again; {@code example=} puts a stored query into the editor.
 */
public final class SparqlPage extends Resource {

    private static final long serialVersionUID = 1;

    private static final String QUERY = "query";
    private static final String EXAMPLE = "example";
    private static final String SORT = "sort";
    private static final String PAGE = "page";

    /** The parameters of the page; a request with any other one is one of the protocol. */
    private static final Set<String> PARAMETERS = Set.of(QUERY, EXAMPLE, SORT, PAGE, QueriesApi.LANGUAGE);

    private static final String FIRST = """
            PREFIX jg: <https://w3id.org/jigyo/ns#>

            SELECT ?class (COUNT(*) AS ?things) {
              ?thing a ?class
            }
            GROUP BY ?class
            ORDER BY DESC(?things)
            """;

    private final transient SparqlEndpoint endpoint;
    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * The page and the endpoint over the release being served.
     *
     * @param queries by name
     */
    public SparqlPage(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD", "POST");
        this.endpoint = new SparqlEndpoint(answers);
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")
                && Format.wantsPage(Asked.accept(request), List.of(Format.values()))
                && PARAMETERS.containsAll(request.getParameterMap().keySet())) {
            page(request, response);
        } else {
            endpoint.answer(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = Asked.language(request);
        String query = Asked.parameter(request, QUERY);
        String example = Asked.parameter(request, EXAMPLE);
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Asker asker = Asker.of(answers, loan, request);
            SparqlView view = query != null
                    ? asked(query.replace("\r\n", "\n"), asker, request, response)
                    : example != null
                            ? view(
                                    language,
                                    Asked.parameters(Map.of(EXAMPLE, example)),
                                    text(named(example), language),
                                    named(example))
                            : view(language, "", FIRST, null);
            String nonce = ContentPolicy.withScript(response);
            Delivery.of(request, null, answers.settings())
                    .send(
                            Template.render(
                                    "sparql",
                                    Map.of(
                                            "view",
                                            view,
                                            "nonce",
                                            nonce,
                                            "release",
                                            loan.release(),
                                            "limits",
                                            answers.settings().query())),
                            request,
                            response);
        }
    }

    private StoredQuery named(String name) {
        StoredQuery query = queries.get(name);
        if (query == null || !query.standsAlone()) {
            throw new Problem(404, "No such example", "There is no example " + name + ".");
        }
        return query;
    }

    private static String text(StoredQuery query, String language) {
        return query.editable(query.takes(QueriesApi.LANGUAGE) ? Map.of(QueriesApi.LANGUAGE, language) : Map.of());
    }

    private SparqlView view(String language, String asked, String text, StoredQuery example) {
        return new SparqlView(
                language,
                asked,
                text,
                example == null ? null : QueryEntry.of(example, language),
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                examples(language));
    }

    private List<QueryTopic> examples(String language) {
        return QueryTopic.of(
                queries.values().stream().filter(StoredQuery::standsAlone).toList(), language);
    }

    private SparqlView asked(String text, Asker asker, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String language = asker.language();
        String asked = Asked.parameters(Map.of(QUERY, text));
        String address = "/sparql?" + asked + QueriesApi.LANGUAGE + "=" + language;
        String sort = Asked.parameter(request, SORT);
        String site = Asked.site(request);
        try {
            ParsedQuery query = endpoint.parsed(text);
            UnaryOperator<String> sorted = by -> address + "&" + SORT + "=" + Asked.encoded(by) + "#result";
            String here = sort == null ? address : address + "&" + SORT + "=" + Asked.encoded(sort);
            SparqlAnswer answer = SparqlAnswer.of(
                    query,
                    text,
                    Sorting.of(sort, sorted),
                    number(Asked.parameter(request, PAGE)),
                    page -> here + "&" + PAGE + "=" + page + "#result",
                    asker);
            return new SparqlView(
                    language,
                    asked,
                    text,
                    null,
                    null,
                    answer,
                    site + address,
                    downloads(query, asked),
                    Snippets.of(
                            site,
                            text,
                            query.query().isSelectType() || query.query().isAskType(),
                            answer.texts()),
                    examples(language));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            problem.headers().forEach(response::setHeader);
            return new SparqlView(
                    language,
                    asked,
                    text,
                    null,
                    SparqlView.Fault.of(problem, text, language),
                    null,
                    null,
                    problem.status() == 413 ? downloads(endpoint.parsed(text), asked) : Map.of(),
                    Map.of(),
                    examples(language));
        }
    }

    private static Map<String, String> downloads(ParsedQuery query, String asked) {
        Map<String, String> downloads = new LinkedHashMap<>();
        Format.of(query.query())
                .forEach(format -> downloads.put(format.suffix(), "/sparql?" + asked + "format=" + format.suffix()));
        return downloads;
    }

    private static int number(String page) {
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }
}
