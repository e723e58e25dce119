package org.jigyo.serve.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.CountedRows;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.serve.http.XmlText;
import org.jigyo.serve.remote.RemoteDataset;
import org.jigyo.workaround.Description;

/**
 * Runs one query over one release within its limits, and returns a complete answer. It runs in a thread of its own,
 * which may be abandoned, so it shares no state.
 */
final class Execution {

    private static final int PRETTY = 20_000;

    /** Ends queries that exceed their time limit. */
    private static final ScheduledThreadPoolExecutor ALARM = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "query-alarm");
        thread.setDaemon(true);
        return thread;
    });

    static {
        ALARM.setRemoveOnCancelPolicy(true);
    }

    private final DatasetGraph dataset;
    private final TextIndex text;
    private final Settings settings;
    private final TimeLimit deadline;

    Execution(DatasetGraph dataset, TextIndex text, Settings settings, TimeLimit deadline) {
        this.dataset = dataset;
        this.text = text;
        this.settings = settings;
        this.deadline = deadline;
    }

    /**
     * Runs a query.
     *
     * @param graphs the dataset named by the request; null for the one in the query
     */
    Answer answer(Query query, DatasetDescription graphs, Format format) {
        try {
            return Txn.calculateRead(dataset, () -> held(format, out -> run(query, graphs, format, out)));
        } catch (QueryCancelledException e) {
            throw deadline.reason() != null ? deadline.reason() : deadline.late();
        } catch (StackOverflowError e) {
            throw new Problem(400, "Query too deep", "The query is nested too deeply to be run; simplify it.");
        } catch (OutOfMemoryError e) {
            throw Memory.exhausted();
        } catch (ArithmeticException e) {
            throw new Problem(413, "Number limit", "A number in the query is too large to be computed.");
        } catch (ARQException e) {
            throw new Problem(400, "Query cannot be run", String.valueOf(e.getMessage()));
        }
    }

    /** Collects the output of a writer as an answer, which is only valid if the writer finishes. */
    private Answer held(Format format, Consumer<OutputStream> writer) {
        Settings.Query limits = settings.query();
        Spool spool = new Spool(limits.memoryBytes(), limits.bytes(), deadline);
        boolean complete = false;
        try {
            writer.accept(spool);
            Answer answer = spool.complete(format.contentType());
            deadline.check();
            complete = true;
            return answer;
        } catch (IOException | UncheckedIOException | RuntimeIOException e) {
            throw new Problem(503, "No room for the answer", "The server cannot store the answer: " + e.getMessage())
                    .retryAfter(60);
        } finally {
            if (!complete) {
                discard(spool);
            }
        }
    }

    private static void discard(Spool spool) {
        try {
            spool.close();
        } catch (IOException e) {
            // The temporary file stays behind; the answer was abandoned for another reason.
        }
    }

    private void run(Query query, DatasetDescription graphs, Format format, OutputStream out) {
        DatasetDescription description = graphs != null ? graphs : DatasetDescription.create(query);
        DatasetGraph view = description == null || description.isEmpty() ? dataset : of(description);
        Query asked = query.cloneQuery();
        asked.getGraphURIs().clear();
        asked.getNamedGraphURIs().clear();
        Future<?> alarm = ALARM.schedule(() -> deadline.end(deadline.late()), deadline.left(), TimeUnit.NANOSECONDS);
        try (QueryExec execution = execution(asked, view)) {
            if (asked.isAskType()) {
                format.rows().write(out, execution.ask(), ARQ.getContext());
            } else if (asked.isSelectType()) {
                writeRows(execution.select(), format, out);
            } else {
                writeGraph(statements(asked, view, execution), view, format, out);
            }
        } finally {
            alarm.cancel(false);
        }
    }

    private DatasetGraph of(DatasetDescription description) {
        return dataset instanceof RemoteDataset remote
                ? remote.from(description)
                : DynamicDatasets.dynamicDataset(description, dataset, false);
    }

    private QueryExec execution(Query query, DatasetGraph view) {
        BoundedFunction.Bounds bounds =
                new BoundedFunction.Bounds(deadline, settings.query().textCharacters());
        List<String> services = settings.service().allow();
        QueryGuard guard = new QueryGuard(bounds, settings.query().bytes(), services);
        Context context = Engine.context(view, text, guard::guard);
        context.set(RemoteDataset.DEADLINE, deadline);
        context.set(ARQ.httpServiceAllowed, !services.isEmpty());
        context.set(ARQ.spillToDiskThreshold, settings.query().sortRows());
        ServiceExecutorRegistry.set(context, Upstream.registry(deadline, settings.query()));
        // Only a signal that the query's own thread checks, because Jena's abort would close a sort while that thread
        // is using it.
        AtomicBoolean cancelled = Context.getOrSetCancelSignal(context);
        deadline.whenEnded(() -> cancelled.set(true));
        return QueryExec.dataset(view).query(query).context(context).build();
    }

    private void writeRows(RowSet rows, Format format, OutputStream out) {
        RowSet counted = CountedRows.of(rows, settings.query().rows(), deadline);
        format.rows().write(out, XmlText.checked(counted, format), ARQ.getContext());
    }

    private Graph statements(Query query, DatasetGraph view, QueryExec execution) {
        Graph graph = GraphFactory.createDefaultGraph();
        if (query.isDescribeType()) {
            new Description(view, this::count, deadline::check).into(graph, query, execution);
            return graph;
        }
        Iterator<Triple> triples = execution.constructTriples();
        while (triples.hasNext()) {
            deadline.check();
            graph.add(triples.next());
            count(graph.size());
        }
        return graph;
    }

    private void count(long statements) {
        CountedRows.check(statements, settings.query().rows());
    }

    private static void writeGraph(Graph graph, DatasetGraph view, Format format, OutputStream out) {
        XmlText.check(graph, format);
        PrefixMap prefixes = view.prefixes();
        prefixes.forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
        RDFWriter.source(graph).format(layout(format, graph)).output(out);
    }

    private static RDFFormat layout(Format format, Graph graph) {
        boolean small = graph.size() <= PRETTY;
        return switch (format) {
            case TURTLE -> small ? RDFFormat.TURTLE_PRETTY : RDFFormat.TURTLE_BLOCKS;
            case JSONLD -> RDFFormat.JSONLD11;
            case RDFXML -> RDFFormat.RDFXML_PLAIN;
            default -> RDFFormat.NTRIPLES_UTF8;
        };
    }
}
