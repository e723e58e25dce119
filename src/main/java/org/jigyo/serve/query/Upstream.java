package org.jigyo.serve.query;

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
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;

/**
 * Calls the endpoint of a SERVICE clause. Failures there are reported as such: 504 if it takes too long; 502 if it
 * cannot be reached, refuses, returns an unreadable answer, omits a requested variable, whose column would be empty here, or
 * a value that its pattern always binds, which would join with every row here, or if it ends its answer before the last row. Jena's own client follows redirects to addresses that are not allowed, and cannot be stopped while a body
 * arrives slowly.
 */
final class Upstream implements ServiceExecutor {

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

    private final TimeLimit deadline;
    private final Settings.Query limits;

    private Upstream(TimeLimit deadline, Settings.Query limits) {
        this.deadline = deadline;
        this.limits = limits;
    }

    /** The registry of the SERVICE implementation for one query. */
    static ServiceExecutorRegistry registry(TimeLimit deadline, Settings.Query limits) {
        return new ServiceExecutorRegistry().add(new Upstream(deadline, limits));
    }

    /** A body as it arrives, up to the size limit of an answer. */
    private static final class Body implements Consumer<Optional<byte[]>> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;

        Body(long most) {
            this.most = most;
        }

        @Override
        public void accept(Optional<byte[]> more) {
            bytes.writeBytes(more.orElse(new byte[0]));
            if (bytes.size() > most) {
                throw new IllegalStateException("it is larger than " + most + " bytes");
            }
        }
    }

    @Override
    public QueryIterator createExecution(OpService service, OpService asked, Binding row, ExecutionContext context) {
        try {
            return new QueryIterCommonParent(QueryIter.makeTracked(ask(service), context), row, context);
        } catch (Problem problem) {
            if (service.getSilent() && problem.status() == 502) {
                return QueryIterSingleton.create(row, context);
            }
            throw problem;
        } finally {
            deadline.waitsFor(null);
        }
    }

    private QueryIterator ask(OpService service) {
        String address = service.getService().getURI();
        // The other server uses its own variable names, because Jena renames variables that a subquery hides.
        Op there = Rename.reverseVarRename(service.getSubOp(), true);
        Query query = OpAsQuery.asQuery(there);
        query.ensureResultVars();
        deadline.waitsFor(address);
        Set<Var> always = OpVars.fixedVars(there);
        List<Binding> rows = rows(address, query, always);
        if (!rows.isEmpty() && rows.size() % ROUND == 0 && rows.size() != query.getLimit()) {
            query.setOffset(rows.size() + (query.hasOffset() ? query.getOffset() : 0));
            query.setLimit(1);
            if (!rows(address, query, always).isEmpty()) {
                throw bad(
                        address,
                        "returns only the first " + rows.size()
                                + " rows of its answer; ask it for less, for example for one year or one area");
            }
        }
        return QueryIter.map(QueryIterPlainWrapper.create(rows.iterator()), names(service, there));
    }

    private List<Binding> rows(String address, Query query, Set<Var> always) {
        Body body = new Body(limits.bytes());
        HttpResponse<Void> response = response(address, query, body);
        List<Binding> rows = new ArrayList<>();
        try {
            RowSet answer =
                    read(address, response.headers().firstValue("Content-Type").orElse(""), body.bytes.toByteArray());
            Map<Var, Var> spelt = spelling(address, query, answer);
            CountedRows.of(answer, limits.rows(), deadline)
                    .forEachRemaining(row -> rows.add(whole(renamed(row, spelt), always, address)));
        } catch (JenaException e) {
            throw unreadable(address, e.getMessage());
        }
        return rows;
    }

    /** Sends the request, and waits at most until the query's deadline. */
    private HttpResponse<Void> response(String address, Query query, Body body) {
        CompletableFuture<HttpResponse<Void>> coming =
                CLIENT.sendAsync(request(address, query), HttpResponse.BodyHandlers.ofByteArrayConsumer(body));
        deadline.whenEnded(() -> coming.cancel(true));
        try {
            HttpResponse<Void> response = coming.get(Math.max(1, deadline.left()), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw bad(address, "answers with status " + response.statusCode());
            }
            return response;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw unreadable(
                    address, cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        } catch (TimeoutException | CancellationException e) {
            deadline.end(deadline.late());
            throw deadline.reason();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            deadline.end(deadline.late());
            throw deadline.reason();
        }
    }

    private static HttpRequest request(String address, Query query) {
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

    private static RowSet read(String address, String type, byte[] body) {
        Lang lang = WebContent.contentTypeToLangResultSet(type.split(";", 2)[0].strip());
        if (lang == null || !ResultSetReaderRegistry.isRegistered(lang)) {
            throw unreadable(address, "its type is " + (type.isEmpty() ? "not given" : type));
        }
        return RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body), lang));
    }

    /**
     * Variable as the other server spells it → as asked for. Some servers return names in capitals; a name in another case stands for the
     * only one that it can.
     */
    private static Map<Var, Var> spelling(String address, Query query, RowSet answer) {
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
            throw bad(address, "omits requested variables: " + String.join(", ", missing))
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
    private static Binding whole(Binding row, Set<Var> always, String address) {
        for (Var name : always) {
            if (!row.contains(name)) {
                throw bad(
                        address,
                        "returns a row without a value of " + name.getName() + ", which its pattern always binds");
            }
        }
        return row;
    }

    /** Variable there → variable here. */
    private static Map<Var, Var> names(OpService service, Op there) {
        Map<Var, Var> names = new HashMap<>();
        OpVars.visibleVars(there).forEach(name -> names.put(name, name));
        for (Var here : OpVars.visibleVars(service)) {
            names.put(Var.alloc(here.getName().substring(here.getName().lastIndexOf('/') + 1)), here);
        }
        return names;
    }

    private static Problem unreadable(String address, String reason) {
        return bad(address, "returns an unreadable answer: " + reason);
    }

    private static Problem bad(String address, String what) {
        return new Problem(502, "Bad answer from upstream", "The server " + address + " " + what + ".")
                .with("service", address);
    }
}
