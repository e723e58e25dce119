package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of many kinds send, read as HTTP and the SPARQL protocol say. */
class RequestTest {

    private static final String ONE = "/sparql?query=" + Site.encoded("SELECT * { VALUES ?x { 1 } }");

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        releases.publish(
                Drawer.ofCity(folder.resolve("turtle"), 2)
                        .put("graph/derived", """
                                <https://w3id.org/jigyo/id/odd> <http://a.example/1> "a" .
                                <https://w3id.org/jigyo/id/even> <http://a.example/x1> "a" .
                                """)
                        .graphs(),
                1);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    @Test
    void severalLinesOfAHeaderAreOneList() {
        HttpResponse<String> answer = site.get(ONE, "Accept", "text/turtle", "Accept", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).startsWith("text/csv");
        assertThat(type(site.get("/doc/odd", "Accept", "image/png", "Accept", "text/turtle")))
                .startsWith("text/turtle");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(ONE, "Accept", "text/csv", "If-None-Match", "\"other\"", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get("/", "Accept", "text/html", "Accept-Language", "zh", "Accept-Language", "en")
                        .body())
                .contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip"})
    void anEncodedBodyIs415(String encoding) {
        HttpRequest request = site.request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofString("ASK {}"))
                .build();

        HttpResponse<String> answer = site.send(request);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("unencoded, not as " + encoding).contains("identity");
    }

    @Test
    void anEmptyGraphNameIsNone() {
        String all = site.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body();

        assertThat(site.get("/sparql?default-graph-uri=&named-graph-uri=&query="
                                + Site.encoded("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
                        .body())
                .isEqualTo(all);
        assertThat(site.get(ONE + "&default-graph-uri=relative").statusCode()).isEqualTo(400);
    }

    @Test
    void aBlankNodeInCsvIsNoText() {
        assertThat(site.query("SELECT (BNODE() AS ?b) {}", "Accept", "text/csv").body())
                .isEqualTo("b\r\n_:b0\r\n");
    }

    @ParameterizedTest
    @CsvSource({"odd, 406", "even, 200"})
    void whatRdfXmlCannotHoldIs406(String thing, int status) {
        String query = "/sparql?query=" + Site.encoded("DESCRIBE <https://w3id.org/jigyo/id/" + thing + ">");
        for (String address : new String[] {"/doc/" + thing, query}) {
            HttpResponse<String> answer = site.get(address, "Accept", "application/rdf+xml");

            assertThat(answer.statusCode()).as(address).isEqualTo(status);
            assertThat(answer.body().contains("<http://a.example/1>")).isEqualTo(status == 406);
            assertThat(site.get(address, "Accept", "text/turtle").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/queries/plan-against-actual?city=141305&city=082201&format=csv, city",
        "/api/queries/plan-against-actual?city=082201&city=082201, city",
        "/api/queries/plan-against-actual?city=082201&format=csv&format=json, format",
        "/api/queries/coverage?lang=ja&lang=en, lang",
        "/search?q=a&q=b&format=json, q",
        "/ns?format=ttl&format=nt, format",
    })
    void aRepeatedParameterIs400AndNamed(String address, String parameter) {
        HttpResponse<String> answer = site.get(address, "Accept", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\" : \"" + parameter + "\"");
    }
}
