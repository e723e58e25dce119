package org.jigyo.serve.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Settings;

/** {@code /sparql}: SPARQL 1.1 queries by GET and POST; without a query, the service description. */
public final class SparqlEndpoint extends Resource {

    private static final long serialVersionUID = 1;

    /** Maximum total length of the query texts whose parsed form is cached, in characters. */
    private static final long KEPT = 500_000;

    private final transient Answers answers;
    private final transient Semaphore arriving;

    /** Cache of parsed queries by text, because parsing takes longer than sending a cached answer. */
    private final transient Cache<String, ParsedQuery> parsed = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, ParsedQuery query) ->
                    text.length() + query.normal().length())
            .build();

    /** The endpoint over the release being served. */
    public SparqlEndpoint(Answers answers) {
        super("GET", "HEAD", "POST");
        this.answers = answers;
        this.arriving = new Semaphore(answers.settings().listen().threads() / 2);
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Settings.Query limits = answers.settings().query();
        if (SparqlRequest.asksNothing(request)) {
            ServiceDescription.answer(answers, request, response);
            return;
        }
        SparqlRequest asked = read(request, limits.characters());
        ParsedQuery query = parsed(asked.query());
        Format format = Format.choose(Asked.accept(request), asked.format(), query.formats());
        answers.send(query, dataset(asked), format, request, response);
    }

    /**
     * Parses a query.
     *
     * @throws Problem 400 if it is empty or not valid, 413 if it is too long
     */
    public ParsedQuery parsed(String query) {
        Settings.Query limits = answers.settings().query();
        SparqlRequest.check(List.of(query), limits.characters());
        return parsed.get(query, text -> ParsedQuery.of(text, limits.nesting()));
    }

    /**
     * A body that does not arrive blocks a thread, so some threads are kept free for clients that send theirs at once.
     */
    private SparqlRequest read(HttpServletRequest request, int longest) {
        if (!request.getMethod().equals("POST")) {
            return SparqlRequest.of(request, longest);
        }
        if (!arriving.tryAcquire()) {
            throw new Problem(
                            503,
                            "Too many unfinished requests",
                            "Too many posted queries are still being received; use GET, or try again in a moment.")
                    .retryAfter(5);
        }
        try {
            return SparqlRequest.of(request, longest);
        } finally {
            arriving.release();
        }
    }

    private static DatasetDescription dataset(SparqlRequest asked) {
        checkNames(asked.defaultGraphs());
        checkNames(asked.namedGraphs());
        return asked.defaultGraphs().isEmpty() && asked.namedGraphs().isEmpty()
                ? null
                : new DatasetDescription(asked.defaultGraphs(), asked.namedGraphs());
    }

    private static void checkNames(List<String> graphs) {
        for (String graph : graphs) {
            if (!NodeFactory.createURI(graph).getURI().matches("[A-Za-z][A-Za-z0-9+.-]*:\\S*")) {
                throw new Problem(
                        400, "Invalid graph name", "The name of a graph must be an absolute IRI, not «" + graph + "».");
            }
        }
    }
}
