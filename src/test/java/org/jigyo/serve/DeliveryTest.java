package org.jigyo.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery over the network: to old and new clients, to caches, and to proxies. */
class DeliveryTest {

    private static final String ALL = "SELECT * WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 100";
    private static final String ADDRESS = "/sparql?query=" + Site.encoded(ALL);
    private static final String PLAIN = "identity";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        // with so little memory that this answer is buffered in a file
        site = Site.ofCity(folder, 40, "query: { memory-bytes: 1024 }");
    }

    @Test
    void whoKnowsNoChunksIsToldTheLength() throws IOException {
        String[] answer = raw("GET " + ADDRESS + " HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n", ISO_8859_1)
                .split("\r\n\r\n", 2);

        assertThat(answer[0] + "\r\n")
                .startsWith("HTTP/1.1 200")
                .contains("Content-Encoding: gzip\r\n", "Content-Length: " + answer[1].length() + "\r\n");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer[1].getBytes(ISO_8859_1)))) {
            assertThat(plain.readAllBytes()).isEqualTo(site.query(ALL).body().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", PLAIN})
    void headSaysWhatGetSays(String encoding) {
        HttpRequest.Builder request = site.request(ADDRESS).header("Accept-Encoding", encoding);
        HttpResponse<String> get = site.send(request.build());
        HttpResponse<String> head = site.send(
                request.method("HEAD", HttpRequest.BodyPublishers.noBody()).build());

        assertThat(get.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(encoding.equals("gzip"));
        for (String name : List.of("Content-Length", "Content-Type", "ETag", "Vary", "Cache-Control")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name))
                    .isPresent();
        }
        assertThat(head.headers().firstValue("Content-Encoding"))
                .isEqualTo(get.headers().firstValue("Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40_000_000, 1024})
    void whoTakesNothingKeepsNobodyWaiting(int memory, @TempDir Path few) throws IOException {
        String settings =
                "listen: { monitor-port: 0, threads: 16, stop-seconds: 0 }\nquery: { memory-bytes: " + memory + " }";
        List<Socket> silent = new ArrayList<>();
        // an answer of some megabytes
        String query = "SELECT * { ?s ?p ?o . VALUES ?i { " + "1 ".repeat(1000) + "} } LIMIT 32000";
        try (Site small = Site.over(Releases.in(folder.resolve("data")), Site.settings(few, settings))) {
            String head = "GET /sparql?query=" + Site.encoded(query) + "&format=json HTTP/1.1\r\nHost: x\r\n\r\n";
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.setSoTimeout(20_000);
                socket.connect(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), small.at("/").getPort()));
                silent.add(socket);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                // The answer has started.
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            assertThat(small.query("ASK {}").body()).contains("true");
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, -gz, gzip, 304",
        "gzip, -gz, identity, 200",
        "identity, '', identity, 304",
        "identity, '', gzip, 304",
    })
    void aCacheIsToldToKeepOnlyWhatTheClientTakes(String first, String suffix, String then, int status) {
        String tag = site.get("/openapi.json", "Accept-Encoding", first)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> again = site.get("/openapi.json", "Accept-Encoding", then, "If-None-Match", tag);

        assertThat(tag).endsWith(suffix + "\"");
        assertThat(again.statusCode()).isEqualTo(status);
        if (status == 304) {
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
        String both = tag.replace("-gz", "") + ", " + tag.replaceFirst("(-gz)?\"$", "-gz\"");
        assertThat(site.get("/openapi.json", "Accept-Encoding", PLAIN, "If-None-Match", both)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow())
                .doesNotContain("-gz");
    }

    /** A parser that meets another label may silently drop statements: of 100 statements 16 were left. */
    @Test
    void blankNodesHaveLabelsThatEveryParserTakes() {
        String description =
                site.get("/sparql", "Accept", "application/ld+json").body();

        assertThat(Pattern.compile("\"_:([^\"]*)\"")
                        .matcher(description)
                        .results()
                        .map(label -> label.group(1)))
                .hasSizeGreaterThan(4)
                .allMatch(label -> label.matches("[A-Za-z][A-Za-z0-9]*"));
        assertThat(site.get("/sparql", "Accept", "text/turtle").body()).doesNotContain("long");
    }

    @Test
    void aStoredQuerysTextIsAskedForAgainCheaply() {
        String address = "/api/queries/coverage.rq";
        String tag = site.get(address).headers().firstValue("ETag").orElseThrow();

        assertThat(site.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(address, "If-None-Match", tag.replaceFirst("\"", "\"x"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anErrorHasNoDateOfTheRelease() {
        HttpResponse<String> answer =
                site.query("SELECT (ENCODE_FOR_URI(?s) AS ?x) { SERVICE <http://127.0.0.1:9/> {} }");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(site.query(ALL).headers().firstValue("Last-Modified")).isPresent();
    }

    @Test
    void pagesOfOtherSitesMaySendAnyHeader() throws IOException {
        String preflight = """
                OPTIONS /sparql HTTP/1.0
                Origin: https://elsewhere.example
                Access-Control-Request-Method: POST
                Access-Control-Request-Headers: content-type,x-requested-with

                """;
        assertThat(raw(preflight.replace("\n", "\r\n")))
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Headers: Accept, Content-Type, If-None-Match, *\r\n")
                .doesNotContain("Access-Control-Allow-Credentials");
    }

    @Test
    void aProxyIsBelievedOnlyWhereTheSettingsSaySo(@TempDir Path behind) {
        String[] said = {
            "Accept",
            "text/turtle",
            "X-Forwarded-Host",
            "data.example.jp",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-For",
            "192.0.2.1"
        };
        try (Site proxied = Site.ofCity(
                behind,
                1,
                "listen: { monitor-port: 0, forwarded: true }\nclient: { rate-seconds: 0.000001, rate-loopback: true }")) {
            assertThat(proxied.get("/sparql", said).body()).contains("<https://data.example.jp/sparql>");
            assertThat(proxied.get("/sparql", said).statusCode()).isEqualTo(429);
            said[7] = "192.0.2.2";
            assertThat(proxied.get("/changes.atom", said).body()).contains("\"https://data.example.jp/changes.atom\"");
        }
        assertThat(site.get("/sparql", said).body()).doesNotContain("data.example.jp");
        assertThat(site.get("/changes.atom", said).body()).doesNotContain("data.example.jp");
    }

    @ParameterizedTest
    @CsvSource({"application/sparql-query, POST /sparql", "text/plain, POST /sparql", "text/plain, PUT /search"})
    void whoNeverSendsWhatIsAnnouncedKeepsNobodyWaiting(String type, String start, @TempDir Path few)
            throws IOException {
        String head = start + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: 1000\r\n\r\nASK";
        List<Socket> silent = new ArrayList<>();
        try (Site small = Site.ofCity(few, 1, "listen: { monitor-port: 0, threads: 16, stop-seconds: 0 }")) {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), small.at("/").getPort());
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                silent.add(socket);
            }
            assertThat(small.query("ASK {}").body()).contains("true");
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatComesByteByByteIsRefused() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), site.at("/").getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                    + "Content-Length: 1000\r\n\r\nASK";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(1500);
            socket.getOutputStream().write('{');
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    private static String raw(String request) throws IOException {
        return raw(request, StandardCharsets.UTF_8);
    }

    private static String raw(String request, Charset charset) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), site.at("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), charset);
        }
    }
}
