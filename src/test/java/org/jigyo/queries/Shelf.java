package org.jigyo.queries;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.registry.Registry;
import org.jigyo.serve.StoredQuery;
import org.jigyo.sheet.Sheet;

/** Sheets as a graph in memory, seen as the endpoint shows it: without GRAPH, everything but the Extracts. */
final class Shelf {

    private static final Map<String, StoredQuery> QUERIES = StoredQuery.bundled();

    private final DatasetGraph graph = DatasetGraphFactory.create();

    private Shelf() {}

    static Shelf of(List<Sheet> sheets, GraphBase base, Path folder) {
        Shelf shelf = new Shelf();
        EditionWriter.write(sheets, Registry.empty(), base, folder)
                .files()
                .forEach(file -> shelf.add(file.graph(), file.path()));
        return shelf;
    }

    private void add(String name, Path file) {
        Node graphName = NodeFactory.createURI(name);
        Graph read = GraphFactory.createDefaultGraph();
        try (InputStream in = Files.newInputStream(file)) {
            RDFDataMgr.read(read, in, Lang.TURTLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.find().forEachRemaining(t -> {
            graph.add(graphName, t.getSubject(), t.getPredicate(), t.getObject());
            if (!name.endsWith("/evidence")) {
                graph.getDefaultGraph().add(t);
            }
        });
    }

    /** The rows of a stored query's answer, each column → text; a column without value is absent. */
    List<Map<String, String>> ask(String name, Map<String, String> parameters) {
        return run(QUERIES.get(name), parameters, result -> {
            List<Map<String, String>> rows = new ArrayList<>();
            result.forEachRemaining(solution -> {
                Map<String, String> row = new LinkedHashMap<>();
                result.getResultVars().forEach(column -> {
                    if (solution.get(column) != null) {
                        row.put(
                                column,
                                solution.get(column).isLiteral()
                                        ? solution.getLiteral(column).getLexicalForm()
                                        : solution.get(column).toString());
                    }
                });
                rows.add(row);
            });
            return rows;
        });
    }

    /** The answer as CSV. */
    String csv(String name, Map<String, String> parameters) {
        return csv(QUERIES.get(name), parameters);
    }

    String csv(StoredQuery query, Map<String, String> parameters) {
        return run(query, parameters, result -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsCSV(out, result);
            return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        });
    }

    private <T> T run(
            StoredQuery asked, Map<String, String> parameters, java.util.function.Function<ResultSet, T> use) {
        Query query = asked.bind(parameters);
        try (QueryExec execution = QueryExec.dataset(graph).query(query).build()) {
            return use.apply(ResultSet.adapt(execution.select()));
        }
    }
}
