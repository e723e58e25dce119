package org.jigyo.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.query.StoredQuery;
import org.jigyo.query.WrongParameter;
import org.jigyo.release.GraphFile;
import org.jigyo.release.Releases;
import org.jigyo.serve.Server;
import org.jigyo.serve.http.Settings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that call another server, which runs separately on its own port. */
class FederationTest {

    static final Set<String> QUERIES = Set.of("sdg-labels", "municipalities-in-wikidata");

    private static final Path FOLDER = Path.of("src/test/resources/questions");

    @TempDir
    private static Path folder;

    private static Releases releases;

    @AutoClose("stop")
    private static FusekiServer other;

    @BeforeAll
    static void start() throws IOException {
        releases = Releases.in(folder.resolve("data"));
        releases.publish(
                EditionWriter.write(
                                GoldenAnswersTest.records(),
                                Registries.empty(),
                                GraphBase.DEFAULT,
                                folder.resolve("turtle"))
                        .files()
                        .stream()
                        .map(file -> new GraphFile(file.graph(), file.file()))
                        .toList(),
                1);
        other = FusekiServer.create()
                .fusekiModules(FusekiModules.empty())
                .loopback(true)
                .port(0)
                .add("/un", read("un-sdg.ttl"))
                .add("/wikidata", read("wikidata.ttl"))
                .build()
                .start();
    }

    private static DatasetGraph read(String file) throws IOException {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        try (InputStream in = Files.newInputStream(FOLDER.resolve(file))) {
            dataset.executeWrite(() -> RDFDataMgr.read(dataset, in, Lang.TURTLE));
        }
        return dataset;
    }

    private static String endpoint(String name) {
        return "http://127.0.0.1:" + other.getPort() + "/" + name + "/sparql";
    }

    private static Server serve(String... allowed) throws IOException {
        Path settings = Files.writeString(
                Files.createTempFile(folder, "serve", ".yml"),
                "listen: { port: 0, monitor-port: -1 }\nrelease: { exercise-seconds: 0 }\nservice: { allow: ["
                        + String.join(", ", allowed) + "] }\n");
        return Server.start(releases, Settings.read(settings));
    }

    private static HttpResponse<String> ask(Server server, String query, Map<String, String> parameters) {
        String text = StoredQuery.bundled().get(query).bind(parameters).toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        server.address() + "sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .header("Accept", "text/csv")
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"sdg-labels,un", "municipalities-in-wikidata,wikidata"})
    void anAllowedServerIsAskedAndItsAnswerJoined(String query, String name) throws IOException {
        try (Server server = serve(endpoint(name))) {
            HttpResponse<String> response = ask(server, query, Map.of("endpoint", endpoint(name)));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            Golden.check(
                    FOLDER.resolve("golden/" + query + ".csv"), response.body().replace("\r\n", "\n"));
        }
    }

    /** However many cities or goals there are, the other server is asked once. */
    @ParameterizedTest
    @CsvSource({"municipalities-in-wikidata,item dantai population squareKilometres", "sdg-labels,sdg level words"})
    void theOtherServerIsAskedOnce(String query, String columns) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer counting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        counting.createContext("/", exchange -> {
            calls.incrementAndGet();
            byte[] none = ("{\"head\": {\"vars\": [\"" + columns.replace(" ", "\", \"")
                            + "\"]}, \"results\": {\"bindings\": []}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, none.length);
            exchange.getResponseBody().write(none);
            exchange.close();
        });
        counting.start();
        String address = "http://127.0.0.1:" + counting.getAddress().getPort() + "/sparql";
        try (Server server = serve(address)) {
            HttpResponse<String> response = ask(server, query, Map.of("endpoint", address));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body().lines().skip(1)).hasSizeGreaterThan(2);
            assertThat(calls).hasValue(1);
        } finally {
            counting.stop(0);
        }
    }

    @Test
    void theLanguageGoesAlong() throws IOException {
        try (Server server = serve(endpoint("un"))) {
            assertThat(ask(server, "sdg-labels", Map.of("endpoint", endpoint("un"), "lang", "fr"))
                            .body())
                    .contains("Spécimen : eau")
                    .doesNotContain("Specimen");
        }
    }

    /**
     * Loopback, too, is called only if the list contains the exact address; the whole query is refused and nothing is
     * called.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", "https://data.e-stat.go.jp/lod/sparql/alldata/query"})
    void aServerThatIsNotAllowedIsNotCalled(String allowed) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer watched = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        watched.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.close();
        });
        watched.start();
        try (Server server = serve(allowed)) {
            String address = "http://127.0.0.1:" + watched.getAddress().getPort() + "/sparql";
            for (String query : QUERIES) {
                HttpResponse<String> response = ask(server, query, Map.of("endpoint", address));
                assertThat(response.statusCode()).as(query).isEqualTo(403);
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
                assertThat(response.body()).contains(address);
            }
            assertThat(calls).hasValue(0);
        } finally {
            watched.stop(0);
        }
    }

    @Test
    void anAddressThatMustBeGivenIsAskedFor() {
        assertThatThrownBy(() -> StoredQuery.bundled().get("sdg-labels").bind(Map.of()))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining("endpoint");
    }

    @Test
    void everyQueryThatCallsOthersSaysSo() {
        StoredQuery.bundled().forEach((name, query) -> {
            assertThat(query.about().federated())
                    .as(name)
                    .isEqualTo(query.text().contains("SERVICE"));
            assertThat(query.about().federated()).as(name).isEqualTo(QUERIES.contains(name));
        });
    }
}
