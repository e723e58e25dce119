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

/** {@code /sparql}: SPARQL 1.1 queries, by GET and POST; without a query it says what it offers. */
public final class SparqlEndpoint extends Resource {

    private static final long serialVersionUID = 1;

    /** Characters of the texts whose parsed form is kept. */
    private static final long KEPT = 500_000;

    private final transient Answers answers;
    private final transient Semaphore arriving;

    /** What was asked in the same words before is not parsed again: that takes longer than to send a known answer. */
    private final transient Cache<String, ParsedQuery> parsed = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, ParsedQuery query) ->
                    text.length() + query.normal().length())
            .build();

    public SparqlEndpoint(Answers answers) {
        super("GET", "HEAD", "POST");
        this.answers = answers;
        this.arriving = new Semaphore(answers.settings().listen().threads() / 2);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Settings.Query limits = answers.settings().query();
        if (SparqlRequest.asksNothing(request)) {
            ServiceDescription.answer(answers, request, response);
            return;
        }
        SparqlRequest asked = read(request, limits.characters());
        ParsedQuery query = parsed.get(asked.query(), text -> ParsedQuery.of(text, limits.nesting()));
        Format format = Format.choose(Asked.accept(request), asked.format(), query.formats());
        answers.send(query, dataset(asked), format, request, response);
    }

    /** A body that does not arrive holds a thread; some threads must stay free for clients that send theirs at once. */
    private SparqlRequest read(HttpServletRequest request, int longest) {
        if (!request.getMethod().equals("POST")) {
            return SparqlRequest.of(request, longest);
        }
        if (!arriving.tryAcquire()) {
            throw new Problem(
                            503,
                            "Too many unfinished requests",
                            "Too many posted queries are still on their way; ask by GET, or again in a moment.")
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
                throw new Problem(400, "No graph name", "A graph is named by an absolute IRI, not by «" + graph + "».");
            }
        }
    }
}
