package org.jigyo.queries;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.GraphFile;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Releases;
import org.jigyo.sheet.Sheet;

/**
 * Sheets as a published release, as the endpoint shows it: with statistics, and without GRAPH everything except the
 * Extracts.
 */
final class Shelf implements AutoCloseable {

    private static final Map<String, StoredQuery> QUERIES = StoredQuery.bundled();

    /** The queries in the form without the statistics graph. */
    private static final Path PLAIN = Path.of("src/bench/queries");

    private final OpenRelease release;

    private Shelf(OpenRelease release) {
        this.release = release;
    }

    static Shelf of(List<Sheet> sheets, GraphBase base, Path folder) {
        List<GraphFile> graphs =
                new ArrayList<>(EditionWriter.write(sheets, Registries.empty(), base, folder.resolve("turtle"))
                        .files());
        graphs.addAll(EditionWriter.references(
                base, sheets.stream().map(Sheet::city).collect(Collectors.toSet()), folder.resolve("reference")));
        return new Shelf(OpenRelease.of(Releases.in(folder.resolve("data")).publish(graphs, 1)));
    }

    @Override
    public void close() {
        release.close();
    }

    /** The Turtle files of all graphs but those that only say where values were read, and the catalogue. */
    List<Path> turtle() {
        Path folder = release.release().folder();
        return release.release().graphs().stream()
                .map(part -> folder.resolve(part.turtle()))
                .filter(file -> !file.toString().matches(".*(evidence|catalogue)\\.ttl"))
                .toList();
    }

    /** The rows of a stored query's answer, each column → text; without the cells of its figures. */
    List<Map<String, String>> ask(String name, Map<String, String> parameters) {
        List<Map<String, String>> rows = askWithCells(name, parameters);
        rows.forEach(row -> row.keySet().removeAll(cells(name)));
        return rows;
    }

    /** The rows of a stored query's answer, each column → text; a column without value is absent. */
    List<Map<String, String>> askWithCells(String name, Map<String, String> parameters) {
        return ask(QUERIES.get(name), parameters);
    }

    /** The columns that hold the cells of figures. */
    private static List<String> cells(String name) {
        return QUERIES.get(name).about().columns().values().stream()
                .map(Column::cell)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The names of the queries that have a form without the statistics graph. */
    static Set<String> plain() throws IOException {
        try (Stream<Path> files = Files.list(PLAIN)) {
            return files.map(f -> f.getFileName().toString().replace(".rq", "")).collect(Collectors.toSet());
        }
    }

    /** The rows of a query in its form without the statistics graph. */
    List<Map<String, String>> askPlain(String name, Map<String, String> parameters) throws IOException {
        StoredQuery own = QUERIES.get(name);
        return ask(new StoredQuery(name, own.about(), Files.readString(PLAIN.resolve(name + ".rq"))), parameters);
    }

    private List<Map<String, String>> ask(StoredQuery query, Map<String, String> parameters) {
        return run(query, parameters, result -> {
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

    /** The kinds of terms in each column of an answer: local names of datatypes, or {@code anyURI}. */
    Map<String, Set<String>> datatypes(String name, Map<String, String> parameters) {
        return run(QUERIES.get(name), parameters, result -> {
            Map<String, Set<String>> datatypes = new LinkedHashMap<>();
            result.forEachRemaining(solution -> solution.varNames()
                    .forEachRemaining(column -> datatypes
                            .computeIfAbsent(column, any -> new TreeSet<>())
                            .add(
                                    solution.get(column).isLiteral()
                                            ? solution.getLiteral(column)
                                                    .getDatatypeURI()
                                                    .replaceFirst(".*#", "")
                                            : "anyURI")));
            return datatypes;
        });
    }

    /** The rows of a custom query. */
    List<Map<String, String>> select(String query) {
        String prefixes =
                "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <http://www.w3.org/2002/07/owl#> ";
        StoredQuery any = QUERIES.get("coverage");
        return ask(new StoredQuery("own", any.about(), prefixes + query), Map.of());
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
        return Txn.calculateRead(release.dataset(), () -> {
            try (QueryExec execution =
                    QueryExec.dataset(release.dataset()).query(query).build()) {
                return use.apply(ResultSet.adapt(execution.select()));
            }
        });
    }
}
