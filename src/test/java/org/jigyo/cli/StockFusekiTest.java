package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.Folders;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Releases;
import org.jigyo.serve.query.LocalQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release behind stock Fuseki, with {@code fuseki-config/fuseki.ttl}: the same answers, and nothing can be changed. */
class StockFusekiTest {

    private static final String FUSEKI = System.getProperty("jigyo.fuseki", "");
    private static final Path CONFIGURATION =
            Path.of("fuseki-config/fuseki.ttl").toAbsolutePath();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path temporary;

    private Process fuseki;
    private String address;

    @AfterEach
    void stop() throws InterruptedException {
        if (fuseki != null) {
            fuseki.destroy();
            assertThat(fuseki.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Starts Fuseki in the folder of a release. */
    private void start(Path release) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = temporary.resolve("fuseki.log");
        fuseki = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        FUSEKI,
                        "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                        "--localhost",
                        "--port",
                        String.valueOf(port),
                        "--config",
                        CONFIGURATION.toString())
                .directory(release.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        address = "http://127.0.0.1:" + port + "/jigyo";
        for (int i = 0; i < 600 && fuseki.isAlive(); i++) {
            try {
                ask("ASK {}", "application/json");
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError(Files.readString(log));
    }

    private byte[] ask(String query, String accept) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + "/sparql"))
                        .header("Accept", accept)
                        .header("Content-Type", "application/sparql-query")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(query + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> files(Path release) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(release)) {
            all.filter(file -> Files.isRegularFile(file) && !file.endsWith("tdb.lock"))
                    .forEach(file -> files.put(release.relativize(file).toString(), Folders.sha256(file)));
        }
        return files;
    }

    @Test
    void answersAsWeDoAndChangesNothing() throws Exception {
        assumeTrue(
                !FUSEKI.isBlank(),
                "-Djigyo.fuseki names no jar of org.apache.jena:jena-fuseki-server, as .ci/run gives it");
        Path data = PublishedSpecimens.copy(temporary.resolve("data"));
        Releases releases = Releases.in(data);
        Path release = releases.current().orElseThrow().folder().toAbsolutePath();
        Map<String, String> before = files(release);
        start(release);
        try (OpenRelease ours = OpenRelease.of(releases.current().orElseThrow())) {
            List<String> different = new ArrayList<>();
            int rows = 0;
            for (StoredQuery query : StoredQuery.bundled().values()) {
                if (query.standsAlone()) {
                    int same = same(ours, query.bind(Map.of()), query.example());
                    rows += Math.max(same, 0);
                    if (same < 0) {
                        different.add(query.name());
                    }
                }
            }
            assertThat(different).isEmpty();
            assertThat(rows).isGreaterThan(500);
            String pairs = """
                    PREFIX text: <http://jena.apache.org/text#>
                    PREFIX jg: <https://w3id.org/jigyo/ns#>
                    SELECT ?s { ?s text:query (jg:textPairs "スマートシティ") }
                    """;
            assertThat(same(ours, QueryFactory.create(pairs), pairs)).isPositive();
        }
        refusesChanges();
        stop();
        assertThat(files(release)).isEqualTo(before);
    }

    /** The number of rows or statements of both answers; -1 if they differ. */
    private int same(OpenRelease ours, Query query, String text) throws Exception {
        byte[] theirs = ask(text, query.isSelectType() ? "application/sparql-results+json" : "application/n-triples");
        return Txn.calculateRead(ours.dataset(), () -> {
            InputStream answer = new ByteArrayInputStream(theirs);
            try (QueryExecution execution = LocalQuery.over(ours, query)) {
                if (query.isSelectType()) {
                    ResultSetRewindable expected = ResultSetFactory.makeRewindable(execution.execSelect());
                    ResultSetRewindable found = ResultSetFactory.makeRewindable(ResultSetFactory.fromJSON(answer));
                    return ResultsCompare.equalsByTerm(expected, found) ? expected.size() : -1;
                }
                Model found = ModelFactory.createDefaultModel();
                RDFDataMgr.read(found, answer, Lang.NTRIPLES);
                Model expected = execution.execConstruct();
                return expected.isIsomorphicWith(found) ? (int) expected.size() : -1;
            }
        });
    }

    private void refusesChanges() throws IOException, InterruptedException {
        String update = "update=" + URLEncoder.encode("DELETE WHERE { ?s ?p ?o }", StandardCharsets.UTF_8);
        for (String place : List.of("", "/sparql", "/update")) {
            assertThat(status(place, "POST", "application/x-www-form-urlencoded", update))
                    .isBetween(400, 499);
        }
        for (String method : List.of("PUT", "POST", "DELETE")) {
            assertThat(status("/data?default", method, "text/turtle", "")).isBetween(400, 499);
        }
    }

    /** On a connection of its own: a server may close one on which it refused a body, and a change is not sent twice. */
    private int status(String place, String method, String type, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + place))
                                .header("Content-Type", type)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
