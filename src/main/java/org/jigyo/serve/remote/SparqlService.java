package org.jigyo.serve.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.jigyo.serve.http.CountedRows;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.TimeLimit;

/**
 * Another server's SPARQL endpoint, asked for rows. Its failures are reported as such: 504 if it takes too long; 502 if it
 * cannot be reached, refuses, returns an unreadable answer, omits a requested variable or a value that the pattern always
 * binds, or ends its answer before the last row. Jena's own client follows redirects to addresses that are not allowed,
 * and cannot be stopped while a body arrives slowly. Thread-safe.
 *
 * @param address of the endpoint
 * @param limits of one query
 */
public record SparqlService(String address, Settings.Query limits) {

    /** Longer queries are posted. */
    private static final int LONGEST_ADDRESS = 2_000;

    /**
     * Servers end long answers at a round number of rows without a word (e-Stat and Virtuoso at 10,000). After such a
     * number the next row is asked for.
     */
    private static final int ROUND = 1_000;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A body as it arrives, up to the size limit of an answer. */
    private static final class Body implements Consumer<Optional<byte[]>> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;

        Body(long most) {
            this.most = most;
        }

        /** What an error says of itself, for a person; empty if it says nothing or sends a page. */
        String beginning() {
            String text = bytes.toString(StandardCharsets.UTF_8).strip();
            return text.isEmpty() || text.startsWith("<") ? "" : ": " + text.substring(0, Math.min(text.length(), 300));
        }

        @Override
        public void accept(Optional<byte[]> more) {
            bytes.writeBytes(more.orElse(new byte[0]));
            if (bytes.size() > most) {
                throw new IllegalStateException("it is larger than " + most + " bytes");
            }
        }
    }

    /**
     * All rows of the answer to a SELECT.
     *
     * @param query has its result variables set
     * @throws Problem 502 or 504
     */
    public List<Binding> rows(Query query, Op pattern, TimeLimit deadline) {
        deadline.waitsFor(address);
        Set<Var> always = AlwaysBound.in(pattern);
        List<Binding> rows = answer(query, always, deadline);
        if (!rows.isEmpty() && rows.size() % ROUND == 0 && rows.size() != query.getLimit()) {
            Query next = query.cloneQuery();
            next.setOffset(rows.size() + (query.hasOffset() ? query.getOffset() : 0));
            next.setLimit(1);
            if (!answer(next, always, deadline).isEmpty()) {
                throw bad("returns only the first " + rows.size()
                        + " rows of its answer; ask it for less, for example for one year or one area");
            }
        }
        deadline.waitsFor(null);
        return rows;
    }

    private List<Binding> answer(Query query, Set<Var> always, TimeLimit deadline) {
        Body body = new Body(limits.bytes());
        HttpResponse<Void> response = response(query, body, deadline);
        List<Binding> rows = new ArrayList<>();
        try {
            RowSet answer = read(response.headers().firstValue("Content-Type").orElse(""), body.bytes.toByteArray());
            Map<Var, Var> spelt = spelling(query, answer);
            CountedRows.of(answer, limits.rows(), deadline)
                    .forEachRemaining(row -> rows.add(whole(renamed(row, spelt), always)));
        } catch (JenaException e) {
            throw unreadable(e.getMessage());
        }
        return rows;
    }

    /** Sends the request, and waits at most until the query's deadline. */
    private HttpResponse<Void> response(Query query, Body body, TimeLimit deadline) {
        CompletableFuture<HttpResponse<Void>> coming =
                CLIENT.sendAsync(request(query), HttpResponse.BodyHandlers.ofByteArrayConsumer(body));
        deadline.whenEnded(() -> coming.cancel(true));
        try {
            HttpResponse<Void> response = coming.get(Math.max(1, deadline.left()), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw bad("answers with status " + response.statusCode() + body.beginning());
            }
            return response;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw unreadable(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        } catch (TimeoutException | CancellationException e) {
            deadline.end(deadline.late());
            throw deadline.reason();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            deadline.end(deadline.late());
            throw deadline.reason();
        }
    }

    private HttpRequest request(Query query) {
        String asked = "query=" + URLEncoder.encode(query.toString(), StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Accept", WebContent.defaultSparqlResultsHeader)
                .header("User-Agent", "Jigyo");
        if (address.length() + asked.length() > LONGEST_ADDRESS) {
            return request.uri(URI.create(address))
                    .header("Content-Type", WebContent.contentTypeHTMLForm)
                    .POST(HttpRequest.BodyPublishers.ofString(asked))
                    .build();
        }
        return request.uri(URI.create(address + (address.contains("?") ? "&" : "?") + asked))
                .build();
    }

    private RowSet read(String type, byte[] body) {
        Lang lang = WebContent.contentTypeToLangResultSet(type.split(";", 2)[0].strip());
        if (lang == null || !ResultSetReaderRegistry.isRegistered(lang)) {
            throw unreadable("its type is " + (type.isEmpty() ? "not given" : type));
        }
        return RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body), lang));
    }

    /**
     * Variable as the other server spells it → as asked for. Some servers return names in capitals; a name in another case stands for the
     * only one that it can.
     */
    private Map<Var, Var> spelling(Query query, RowSet answer) {
        Map<Var, Var> spelling = new HashMap<>();
        List<String> missing = new ArrayList<>();
        List<String> asked = query.getResultVars();
        for (String name : asked) {
            List<Var> alike = answer.getResultVars().stream()
                    .filter(var -> var.getName().equalsIgnoreCase(name))
                    .toList();
            if (answer.getResultVars().contains(Var.alloc(name))) {
                continue;
            }
            boolean only = asked.stream().filter(name::equalsIgnoreCase).count() == 1;
            if (only && alike.size() == 1) {
                spelling.put(alike.get(0), Var.alloc(name));
            } else {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw bad("omits requested variables: " + String.join(", ", missing))
                    .with("missing", missing);
        }
        return spelling;
    }

    private static Binding renamed(Binding row, Map<Var, Var> spelling) {
        if (spelling.isEmpty()) {
            return row;
        }
        BindingBuilder renamed = BindingFactory.builder();
        row.forEach((name, value) -> renamed.add(spelling.getOrDefault(name, name), value));
        return renamed.build();
    }

    /**
     * The row, if it has all that its pattern always binds. Without a value a variable would join with every row here.
     *
     * @throws Problem 502 if it lacks one
     */
    private Binding whole(Binding row, Set<Var> always) {
        for (Var name : always) {
            if (!row.contains(name)) {
                throw bad("returns a row without a value of " + name.getName() + ", which its pattern always binds");
            }
        }
        return row;
    }

    private Problem unreadable(String reason) {
        return bad("returns an unreadable answer: " + reason);
    }

    private Problem bad(String what) {
        return new Problem(502, "Bad answer from upstream", "The server " + address + " " + what + ".")
                .with("service", address);
    }
}
