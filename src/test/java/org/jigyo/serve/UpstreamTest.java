package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another server that is slow, unreachable or faulty is named as the reason; its silence never looks like an answer.
 */
class UpstreamTest {

    private static final String GOOD =
            "{\"head\":{\"vars\":[\"a\",\"b\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"literal\",\"value\":\"one\"}}]}}";

    @TempDir
    static Path folder;

    @AutoClose
    private static Other other;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/good", exchange -> send(exchange, 200, GOOD));
        String both = GOOD.replace("\"one\"}", "\"one\"},\"b\":{\"type\":\"literal\",\"value\":\"two\"}");
        server.createContext("/both", exchange -> send(exchange, 200, both));
        // as e-Stat spells variables
        server.createContext(
                "/capitals",
                exchange -> send(exchange, 200, both.replace("\"a\"", "\"A\"").replace("\"b\"", "\"B\"")));
        server.createContext("/doubled", exchange -> send(exchange, 200, both.replace("[\"a\"", "[\"A\",\"a\"")));
        server.createContext("/capped", exchange -> send(exchange, 200, rows(exchange, 1_000, 1_001)));
        server.createContext("/round", exchange -> send(exchange, 200, rows(exchange, 1_000, 1_000)));
        server.createContext("/unacceptable", exchange -> send(exchange, 406, "only JSON"));
        server.createContext("/cut", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, GOOD.length());
            exchange.getResponseBody().write(GOOD.substring(0, 40).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("the connection is cut");
        });
        server.createContext("/huge", exchange -> send(exchange, 200, " ".repeat(3_000_000) + both));
        server.createContext("/narrow", exchange -> send(exchange, 200, GOOD.replace(",\"b\"", "")));
        server.createContext("/refusing", exchange -> send(exchange, 403, "no"));
        server.createContext("/failing", exchange -> send(exchange, 500, "oh"));
        server.createContext("/broken", exchange -> send(exchange, 200, GOOD.substring(0, 60)));
        server.createContext("/page", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            send(exchange, 200, "<p>maintenance</p>");
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", address("good"));
            send(exchange, 307, "");
        });
        server.createContext("/silent", exchange -> pause());
        server.createContext("/trickling", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(GOOD.substring(0, 40).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            pause();
        });
        server.start();
        other = new Other(server);
        String allowed = String.join(
                ", ",
                address("good"),
                address("narrow"),
                address("both"),
                address("capitals"),
                address("doubled"),
                address("unacceptable"),
                address("capped"),
                address("round"),
                address("cut"),
                address("huge"),
                address("refusing"),
                address("failing"),
                address("broken"),
                address("page"),
                address("elsewhere"),
                address("silent"),
                address("trickling"),
                "http://127.0.0.1:9/gone");
        site = Site.ofCity(
                folder,
                3,
                "query: { time-seconds: 2, running: 2, bytes: 2000000 }\nservice: { allow: [" + allowed + "] }");
    }

    /** An answer of as many rows as are left after the offset that is asked for, but at most some. */
    private static String rows(HttpExchange exchange, int most, int all) {
        Matcher offset = Pattern.compile("OFFSET\\s+(\\d+)")
                .matcher(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
        int from = offset.find() ? Integer.parseInt(offset.group(1)) : 0;
        String row = "{\"a\":{\"type\":\"literal\",\"value\":\"one\"},\"b\":{\"type\":\"literal\",\"value\":\"two\"}}";
        return "{\"head\":{\"vars\":[\"a\",\"b\"]},\"results\":{\"bindings\":["
                + String.join(",", Collections.nCopies(Math.min(most, all - from), row)) + "]}}";
    }

    private static void pause() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String address(String name) {
        return "http://127.0.0.1:" + other.server().getAddress().getPort() + "/" + name;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/sparql-results+json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpResponse<String> ask(String service, String pattern) {
        return site.query("SELECT ?a ?b { SERVICE " + service + " { " + pattern + " } }", "Accept", "text/csv");
    }

    @Test
    void aVariableWithoutValueIsNoFault() {
        HttpResponse<String> answer = ask("<" + address("good") + ">", "?a <urn:p> 1 OPTIONAL { ?a <urn:q> ?b }");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a,b\r\none,\r\n");
    }

    @Test
    void variablesOfASubqueryKeepTheirNames() {
        HttpResponse<String> answer =
                ask("<" + address("both") + ">", "SELECT ?a ?b { ?a <urn:p> ?b . ?b <urn:q> ?hidden }");
        assertThat(answer.body()).isEqualTo("a,b\r\none,two\r\n");
    }

    @Test
    void variablesInCapitalsAreThoseThatWereAskedFor() {
        HttpResponse<String> answer = ask("<" + address("capitals") + ">", "?a <urn:p> ?b");
        assertThat(answer.body()).isEqualTo("a,b\r\none,two\r\n");
        // the name that is spelt as asked for is the one
        assertThat(ask("<" + address("doubled") + ">", "?a <urn:p> ?b").body()).isEqualTo("a,b\r\none,two\r\n");
        HttpResponse<String> ambiguous = site.query(
                "SELECT ?a ?A ?b { SERVICE <" + address("capitals") + "> { ?a <urn:p> ?b . ?b <urn:q> ?A } }",
                "Accept",
                "text/csv");
        assertThat(ambiguous.statusCode()).as(ambiguous.body()).isEqualTo(502);
    }

    /** A row without a key would join with every row here: 10 times 16 rows in place of 16. */
    @Test
    void rowsAreNotMultipliedByAMissingKey() {
        String joined = "SELECT ?a ?b { { SERVICE <" + address("good")
                + "> { ?a <urn:p> ?b } } { SELECT ?b { VALUES ?b { 1 2 3 } } } }";
        HttpResponse<String> answer = site.query(joined, "Accept", "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(answer.body()).contains("without a value of b");
    }

    /** e-Stat ends every answer at 10,000 rows without a word. */
    @Test
    void anAnswerThatIsCutOffIsNoAnswer() {
        HttpResponse<String> cut = ask("<" + address("capped") + ">", "?a <urn:p> ?b");
        assertThat(cut.statusCode()).as(cut.body()).isEqualTo(502);
        assertThat(cut.body()).contains("only the first 1000 rows");
        String thousand = "SELECT ?a ?b { ?a <urn:p> ?b } LIMIT 1000";
        assertThat(ask("<" + address("capped") + ">", thousand).body()).hasLineCount(1_001);
        assertThat(ask("<" + address("round") + ">", "?a <urn:p> ?b").body()).hasLineCount(1_001);
    }

    @ParameterizedTest
    @CsvSource({
        "narrow,502,omits requested variables: b",
        "refusing,502,answers with status 403",
        "failing,502,answers with status 500",
        "elsewhere,502,answers with status 307",
        "unacceptable,502,answers with status 406",
        "good,502,returns a row without a value of b",
        "cut,502,unreadable answer",
        "huge,502,larger than 2000000 bytes",
        "broken,502,unreadable answer",
        "page,502,unreadable answer",
        "silent,504,did not answer within the 2.0 seconds",
        "trickling,504,did not answer within the 2.0 seconds"
    })
    void theReasonIsSaid(String name, int status, String reason) {
        HttpResponse<String> answer = ask("<" + address(name) + ">", "?a <urn:p> ?b");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(reason, "\"service\" : \"" + address(name) + "\"");
    }

    @Test
    void whoIsGoneIsNamed() {
        HttpResponse<String> answer = ask("<http://127.0.0.1:9/gone>", "?a <urn:p> ?b");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("http://127.0.0.1:9/gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusing", "narrow", "page"})
    void silentMeansNoRowsOfTheOther(String name) {
        HttpResponse<String> answer = ask("SILENT <" + address(name) + ">", "?a <urn:p> ?b");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a,b\r\n,\r\n");
    }

    /** Places become free again while the other server remains silent. */
    @Test
    void slowOnesHoldNoPlace() {
        for (int i = 0; i < 2; i++) {
            List<CompletableFuture<HttpResponse<String>>> all = Stream.of("silent", "trickling")
                    .map(name -> CompletableFuture.supplyAsync(() -> ask("<" + address(name) + ">", "?a <urn:p> ?b")))
                    .toList();
            assertThat(all)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(504));
        }
        assertThat(ask("<" + address("both") + ">", "?a <urn:p> ?b").statusCode())
                .isEqualTo(200);
    }

    /** The server that the endpoint asks. */
    private record Other(HttpServer server) implements Closeable {
        @Override
        public void close() {
            server.stop(0);
        }
    }
}
