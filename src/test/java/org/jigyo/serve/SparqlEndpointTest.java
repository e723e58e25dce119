package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.EnvironmentException;
import org.jigyo.release.Drawer;
import org.jigyo.release.GraphFile;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Settings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SparqlEndpointTest {

    private static final String ALL = "SELECT ?s WHERE { ?s a <https://w3id.org/jigyo/ns#Project> } ORDER BY ?s";
    private static final String COUNT =
            "SELECT (COUNT(*) AS ?n) WHERE { ?s <https://w3id.org/jigyo/ns#numberAsPrinted>|<https://w3id.org/jigyo/ns#page> ?o }";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.ofCity(folder, 40, "query: { rows: 3000 }");
    }

    @Test
    void answersWithoutExtracts() {
        HttpResponse<String> answer = site.query(COUNT, "Accept", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().strip().lines()).containsExactly("n", "40");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT, application/sparql-results+json, application/sparql-results+json",
        "SELECT, application/json, application/sparql-results+json",
        "SELECT, application/sparql-results+xml, application/sparql-results+xml",
        "SELECT, text/csv, text/csv; charset=utf-8",
        "SELECT, text/tab-separated-values, text/tab-separated-values; charset=utf-8",
        "SELECT, */*, application/sparql-results+json",
        "CONSTRUCT, text/turtle, text/turtle; charset=utf-8",
        "CONSTRUCT, application/ld+json, application/ld+json",
        "CONSTRUCT, application/n-triples, application/n-triples",
        "CONSTRUCT, application/rdf+xml, application/rdf+xml",
        "CONSTRUCT, 'text/html;q=0.9,text/turtle', text/turtle; charset=utf-8",
        "DESCRIBE, text/turtle, text/turtle; charset=utf-8",
        "ASK, text/csv, text/csv; charset=utf-8",
    })
    void writesWhatIsAccepted(String form, String accept, String type) {
        String query = switch (form) {
            case "SELECT" -> ALL;
            case "ASK" -> "ASK { ?s ?p ?o }";
            case "CONSTRUCT" -> "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
            default -> "DESCRIBE <https://w3id.org/jigyo/id/project/082201-2024-0001>";
        };

        HttpResponse<String> answer = site.query(query, "Accept", accept);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body()).contains(form.equals("ASK") ? "true" : "082201-2024-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * { ?s ?p ?o }, json, application/sparql-results+json",
        "SELECT * { ?s ?p ?o }, application/json, application/sparql-results+json",
        "SELECT * { ?s ?p ?o }, xml, application/sparql-results+xml",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, xml, application/rdf+xml",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, rdf+xml, application/rdf+xml",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, turtle, text/turtle; charset=utf-8",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, n3, text/turtle; charset=utf-8",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, N-Triples, application/n-triples",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, json-ld, application/ld+json",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, json, application/ld+json",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, text/turtle, text/turtle; charset=utf-8",
    })
    void takesTheNamesThatClientsGiveToFormats(String query, String name, String type) {
        for (String parameter : List.of("format", "output")) {
            // SPARQLWrapper sends its name beside an Accept header of any kind; unescaped, a plus is a space
            for (String written : List.of(Site.encoded(name), name)) {
                HttpResponse<String> answer =
                        site.get("/sparql?" + parameter + "=" + written + "&query=" + Site.encoded(query));

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).contains(type);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SELECT * { ?s ?p ?o }, turtle", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }, csv", "ASK {}, ''"})
    void aFormatThatTheAnswerCannotHaveIs400AndNamesTheOthers(String query, String name) {
        HttpResponse<String> answer = site.get("/sparql?format=" + name + "&query=" + Site.encoded(query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("No such format").contains("\"available\"");
    }

    @Test
    void anUnknownFormatIs406AndNamesTheOthers() {
        HttpResponse<String> answer = site.query(ALL, "Accept", "image/png");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("text/csv");
        assertThat(site.get("/sparql?format=xlsx&query=" + Site.encoded(ALL)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAnswerIsAskedForAgainCheaply() {
        HttpResponse<String> answer = site.query(ALL);
        String tag = answer.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = site.query(ALL.replace(" ", "  ") + " # again", "If-None-Match", tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(site.query(ALL, "Accept", "text/csv", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsAnotherAnswerEachTimeHasNoTag() {
        HttpResponse<String> answer = site.query("SELECT (NOW() AS ?n) (RAND() AS ?r) {}");

        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void compressesForThoseWhoTakeIt() throws Exception {
        HttpRequest request = site.request("/sparql?query=" + Site.encoded(ALL))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer =
                java.net.http.HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).endsWith("-gz\"");
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(site.query(ALL).body());
        }
    }

    @Test
    void headSaysWhatGetWouldSay() {
        HttpRequest head = site.request("/sparql?query=" + Site.encoded(ALL))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = site.send(head);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length"))
                .contains(Integer.toString(
                        site.query(ALL).body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
    }

    @Test
    void tooManyRowsFailAsAWhole() {
        HttpResponse<String> answer = site.query("SELECT * { ?a ?b ?c . ?d ?e ?f }");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Row limit").contains("3000");
    }

    @Test
    void aSyntaxErrorSaysWhere() {
        HttpResponse<String> answer = site.query("SELECT ?s\nWHERE { ?s ?p }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"line\" : 2", "\"column\" : 15", "line 2, column 15");
        HttpResponse<String> deep = site.query(
                "# " + ")".repeat(3000) + "\nASK { FILTER(" + "(".repeat(3000) + "1" + ")".repeat(3000) + ") }");
        assertThat(deep.body()).contains("Query too deep", "\"limit\" : 64");
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 100', ASK{}, true, 400",
        "'Content-Length: 100', ASK{}, false, 408",
        "'Transfer-Encoding: chunked', zz, true, 400",
        "'Transfer-Encoding: gzip', ASK{}, true, 400",
    })
    void aQueryThatDoesNotEndIsTheClientsFault(String length, String body, boolean ends, String status)
            throws IOException {
        String settings = "listen: { monitor-port: 0, idle-seconds: 1 }";
        try (Site patient = Site.ofCity(folder.resolve(status + ends + body), 1, settings);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), patient.at("/").getPort())) {
            String request = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n" + length
                    + "\r\n\r\n" + body + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (ends) {
                socket.shutdownOutput();
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json", "\"detail\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST /sparql, application/sparql-query, 413",
        "POST /sparql, application/sparql-update, 403",
        "POST /sparql, text/plain, 415",
        "PUT /search, text/plain, 405",
        "GET /sparql?query=%s, text/plain, 414",
    })
    void aRefusalReachesAClientThatStillSends(String start, String type, String status) throws IOException {
        byte[] rest = "x".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII);
        String head = start.formatted("x".repeat(1_000_000)) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                + "\r\nContent-Length: " + rest.length + "\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), site.at("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            // the answer has begun, and the server would have closed
            char first = (char) socket.getInputStream().read();
            socket.getOutputStream().write(rest);
            String answer = first + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("Connection: close", "application/problem+json")
                    .endsWith("}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.apache.jena.sparql.expr.NodeValue", "org.apache.jena.query.text.TextQueryPF", "SPARQL"})
    void nothingOfAQueryIsWrittenDown(String logger) {
        assertThat(LoggerFactory.getLogger(logger).isWarnEnabled()).isFalse();
    }

    @Test
    void describesByTheNamedGraphsOfTheRequest() {
        String path = "/sparql?query=" + Site.encoded(COUNT) + "&default-graph-uri=";

        assertThat(site.get(
                                path + Site.encoded("https://w3id.org/jigyo/graph/082201/2024/evidence"),
                                "Accept",
                                "text/csv")
                        .body())
                .contains("40");
        assertThat(site.get(path + Site.encoded("file:///etc/passwd"), "Accept", "text/csv")
                        .body()
                        .strip())
                .endsWith("0");
        assertThat(site.get(path + "nowhere").statusCode()).isEqualTo(400);
    }

    @Test
    void withoutAReleaseItDoesNotStart(@TempDir Path empty) {
        assertThatThrownBy(() -> Site.over(Releases.in(empty), Settings.bundled()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("publish");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT ('a\\u0001' AS ?x) {}, application/sparql-results+xml, 406",
        "SELECT ('a\\u0001' AS ?x) {}, application/sparql-results+json, 200",
        "SELECT ('a\\uFFFE' AS ?x) {}, application/sparql-results+xml, 406",
        "SELECT ('a\\t\\U00020BB7' AS ?x) {}, application/sparql-results+xml, 200",
        "CONSTRUCT { <urn:a> <urn:b> 'a\\u0001' } {}, application/rdf+xml, 406",
        "CONSTRUCT { <urn:a> <urn:b> 'a\\u0001' } {}, text/turtle, 200",
    })
    void whatXmlCannotHoldIsNotSentAsXml(String query, String type, int status) {
        HttpResponse<String> answer = site.query(query, "Accept", type);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith(status == 200 ? type : "application/problem+json");
    }

    /** The limits hold for the questions of the warm-up too, and stop no start. */
    @Test
    void warmsUpWithinNarrowLimits(@TempDir Path narrow) {
        try (Site warmed =
                Site.ofCity(narrow, 40, "query: { rows: 1, nesting: 4 }\nrelease: { exercise-seconds: 0.2 }")) {
            assertThat(warmed.query("ASK {}").body()).contains("true");
        }
    }

    /** A bit that fell over gives wrong answers, not errors. */
    @ParameterizedTest
    @ValueSource(strings = {"tdb2/Data-0001/nodes-data.obj", "tdb2/Data-0001/SPO.dat"})
    void aDamagedReleaseIsNotServedAndMadeAnewByTheNextPublish(String name, @TempDir Path damaged) throws IOException {
        Releases releases = Releases.in(damaged.resolve("data"));
        List<GraphFile> graphs = Drawer.ofCity(damaged.resolve("turtle"), 20).graphs();
        Path file = releases.publish(graphs, 3).folder().resolve(name);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            int old = bytes.read();
            bytes.seek(0);
            bytes.write(old ^ 1);
        }
        Settings settings = Site.settings(damaged, "");
        assertThatThrownBy(() -> Site.over(releases, settings))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(name + " is damaged")
                .hasMessageContaining("rollback");

        releases.publish(graphs, 3);
        try (Site mended = Site.over(releases, settings)) {
            assertThat(mended.query(COUNT, "Accept", "text/csv").body().strip().lines())
                    .containsExactly("n", "20");
        }
    }

    @Test
    void aPortInUseIsSaidClearly() {
        Settings settings =
                Settings.bundled().at("127.0.0.1", site.server().address().getPort());

        assertThatThrownBy(() -> Server.start(Releases.in(folder.resolve("data")), settings))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("port " + settings.listen().port());
    }
}
