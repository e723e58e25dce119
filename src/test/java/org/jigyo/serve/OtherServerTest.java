package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jigyo.EnvironmentException;
import org.jigyo.release.Drawer;
import org.jigyo.release.LoadFiles;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that holds the statements is slow, refuses, or holds no whole release: it is named, and no rows are made up. */
class OtherServerTest {

    @TempDir
    private Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer other;
    private Releases releases;
    private byte[] description;
    private volatile String behaviour = "good";

    @BeforeEach
    void start() throws IOException {
        releases = Releases.in(folder.resolve("data"));
        releases.publish(Drawer.ofCity(folder.resolve("turtle"), 3).graphs(), 3);
        Path files = folder.resolve("quads");
        LoadFiles.write(releases.current().orElseThrow(), files);
        description = described(Files.readString(files.resolve(LoadFiles.LAST)));
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.setExecutor(Executors.newCachedThreadPool());
        other.createContext("/sparql", this::answer);
        other.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        other.stop(0);
    }

    /** The rows that say which release is there. */
    private static byte[] described(String quads) {
        Model model = ModelFactory.createDefaultModel();
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(quads, Lang.NQUADS).parse(dataset);
        dataset.find().forEachRemaining(quad -> model.getGraph().add(quad.asTriple()));
        try (QueryExecution execution = QueryExecution.create(
                QueryFactory.create(
                        "SELECT ?description ?prefixes { ?r <http://purl.org/dc/terms/description> ?description ;"
                                + " <http://purl.org/dc/terms/abstract> ?prefixes }"),
                model)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsJSON(out, execution.execSelect());
            return out.toByteArray();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean asksForRelease = exchange.getRequestURI().getQuery().contains("served/release");
        if (asksForRelease) {
            send(exchange, 200, description);
            return;
        }
        switch (behaviour) {
            case "silent" -> await();
            case "refusing" -> send(exchange, 400, "no such function".getBytes(StandardCharsets.UTF_8));
            case "cut" ->
                send(exchange, 200, "{\"head\":{\"vars\":[\"v0\"]},\"results\":".getBytes(StandardCharsets.UTF_8));
            default ->
                send(
                        exchange,
                        200,
                        "{\"head\":{\"vars\":[\"v0\",\"s\"]},\"results\":{\"bindings\":[]}}"
                                .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String address() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/sparql";
    }

    private Settings settings() {
        return Site.settings(folder, "query: { time-seconds: 4 }\nrelease: { warm-up: false, exercise-seconds: 0 }\n");
    }

    @Test
    void itsFailuresAreNamed() {
        try (Site site = Site.inFrontOf(address(), releases, settings())) {
            String query = "SELECT ?s { ?s a <http://example.org/%s> }";
            assertThat(site.query(query.formatted("good")).statusCode()).isEqualTo(200);
            behaviour = "silent";
            HttpResponse<String> late = site.query(query.formatted("silent"));
            assertThat(late.statusCode()).isEqualTo(504);
            assertThat(late.body()).contains(address());
            behaviour = "refusing";
            HttpResponse<String> refused = site.query(query.formatted("refusing"));
            assertThat(refused.statusCode()).isEqualTo(502);
            assertThat(refused.body()).contains("400: no such function");
            behaviour = "cut";
            assertThat(site.query(query.formatted("cut")).statusCode()).isEqualTo(502);
            assertThat(site.get("/dump/SHA256SUMS").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutTheFolderASearchIsRefusedAndNotEmpty() {
        try (Site site = Site.inFrontOf(address(), Releases.in(folder.resolve("nothing")), settings())) {
            assertThat(site.get("/search?q=a&format=json").statusCode()).isEqualTo(501);
            assertThat(site.get("/dump/SHA256SUMS").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aServerWithoutAWholeReleaseIsNotServed() {
        description = "{\"head\":{\"vars\":[\"description\",\"prefixes\"]},\"results\":{\"bindings\":[]}}"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Site.inFrontOf(address(), releases, settings()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("jigyo load");
    }
}
