package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jigyo.release.Drawer;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resources that programs and crawlers expect of a public service: the Graph Store Protocol, robots.txt, sitemaps, an
 * icon.
 */
class CourtesyTest {

    @TempDir
    static Path folder;

    private static Release release;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        release = releases.publish(Drawer.ofCity(folder.resolve("turtle"), 5).graphs(), 2);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    private static Graph graph(HttpResponse<String> answer, Lang lang) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RDFParser.fromString(answer.body(), lang).toGraph();
    }

    @Test
    void eachGraphIsGivenByItsName() {
        for (Release.Part part : release.graphs()) {
            String address = "/data?graph=" + Site.encoded(part.graph());
            assertThat(graph(site.get(address, "Accept", "text/turtle"), Lang.TURTLE)
                            .size())
                    .as(part.graph())
                    .isEqualTo((int) part.statements());
            assertThat(graph(site.get(address + "&format=nt"), Lang.NTRIPLES).size())
                    .isEqualTo((int) part.statements());
        }
        assertThat(graph(site.get("/data?default"), Lang.TURTLE).size()).isEqualTo((int) release.statements());
    }

    @ParameterizedTest
    @CsvSource({
        "/data,400,Name one graph",
        "/data?default&graph=urn:x,400,Name one graph",
        "/data?graph=urn:x&graph=urn:y,400,given 2 times",
        "/data?graph=urn:x,404,has no graph <urn:x>",
        "/data?graph=urn:x%3E%20%7B%7D,404,has no graph"
    })
    void whatCannotBeGivenIsSaid(String address, int status, String reason) {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void nothingIsWritten(String method) {
        HttpResponse<String> answer = site.send(site.request("/data?default")
                .method(method, HttpRequest.BodyPublishers.ofString("<urn:a> <urn:b> <urn:c> ."))
                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void graphsAreKnownAgain() {
        HttpResponse<String> answer = site.get("/data?default");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("X-Jigyo-Release")).contains(release.id());
        assertThat(site.get("/data?default", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void crawlersAreLedToWhatIsThere() {
        String robots = site.get("/robots.txt").body();
        assertThat(robots).contains("User-agent: *", "Disallow: /sparql", "Sitemap: " + site.at("/sitemap.xml"));
        HttpResponse<String> index = site.get("/sitemap.xml");
        assertThat(index.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        int pages = 0;
        for (String part : locations(index.body())) {
            for (String page : locations(site.get(part).body())) {
                assertThat(site.get(page, "Accept", "text/html").statusCode())
                        .as(page)
                        .isEqualTo(200);
                pages++;
            }
        }
        assertThat(pages).isGreaterThan(5);
        assertThat(site.get("/sitemap/999999.xml").statusCode()).isEqualTo(404);
    }

    /** Paths on this site. */
    private static java.util.List<String> locations(String xml) {
        return Pattern.compile("<loc>(.*?)</loc>")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .peek(address -> assertThat(address).startsWith(site.at("/").toString()))
                .map(address -> address.substring(site.at("/").toString().length() - 1))
                .toList();
    }

    @Test
    void pagesHaveAnIcon() {
        assertThat(site.get("/", "Accept", "text/html").body()).contains("rel=\"icon\" href=\"/favicon.ico\"");
        HttpResponse<String> icon = site.get("/favicon.ico");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type")).contains("image/vnd.microsoft.icon");
        assertThat(icon.body()).contains("PNG");
    }
}
