package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Asked;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linked data, stored queries, search, dumps: everything but /sparql. */
class WebTest {

    private static final String PROJECT = "/doc/project/082201-2024-0001";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        releases.publish(Drawer.ofCity(folder.resolve("turtle"), 2).graphs(), 2);
        Drawer drawer = Drawer.ofCity(folder.resolve("turtle"), 3)
                .put("graph/082201/2024", """
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        <https://w3id.org/jigyo/id/project/082201-2024-0001> a jg:Project ; skos:prefLabel "ＩＣＴ教育の推進"@ja ;
                          jg:note "<script>alert(1)</script>" ; jg:plain [ jg:inner "内側"@ja ] .
                        <https://w3id.org/jigyo/id/project/082201-2024-0001/evaluation/2024>
                          jg:evaluates <https://w3id.org/jigyo/id/project/082201-2024-0001> .
                        <https://w3id.org/jigyo/code/phase/settled> skos:prefLabel "決算"@ja , "settled"@en .
                        """)
                .put("graph/082201/2024/evidence", """
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        <https://w3id.org/jigyo/id/project/082201-2024-0001> prov:wasDerivedFrom <https://w3id.org/jigyo/id/extract/1> .
                        <https://w3id.org/jigyo/id/extract/1> jg:page 7 ; jg:printed "ＩＣＴ教育の推進" .
                        """);
        releases.publish(drawer.graphs(), 2);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    @Test
    void everyPlannedPageAnswersInBothLanguagesAndCitesItsRelease() {
        for (String page : List.of(
                "/",
                "/about",
                "/compare",
                "/findings",
                "/sdg/9",
                "/sdg/target/9.5",
                "/city/082201/policies",
                "/city/082201/money",
                "/city/082201/pledges",
                "/city/082201/findings")) {
            for (String language : List.of("ja", "en")) {
                HttpResponse<String> answer = site.get(page + "?lang=" + language, "Accept", "text/html");
                assertThat(answer.statusCode()).as(page + answer.body()).isEqualTo(200);
                assertThat(answer.body()).as(page).contains("<html lang=\"" + language + "\">", "<h1>");
            }
        }
        String release =
                site.get("/about").headers().firstValue("X-Jigyo-Release").orElseThrow();
        assertThat(site.get("/about").body()).contains("決算", "release=" + release, "@misc{", "date-parts");
        assertThat(site.get("/about?lang=en").body())
                .contains("Something is wrong here", "/about?release=" + release + "\nCell:\nPrinted:\n");
        assertThat(site.get(PROJECT + "?lang=en", "Accept", "text/html").body())
                .containsPattern("release=" + release + "\nIRI: https://w3id.org/jigyo/id/project/[^\n]+\nCell:");
        assertThat(site.get("/city/082201/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatCitesAnotherReleaseSaysSo() {
        String release =
                site.get("/about").headers().firstValue("X-Jigyo-Release").orElseThrow();
        for (String path : List.of(
                "/about?", PROJECT + "?", "/api/queries/coverage?", "/search?q=ICT&", "/sparql?query=ASK%20%7B%7D&")) {
            assertThat(site.get(path + "release=" + release).statusCode())
                    .as(path)
                    .isEqualTo(200);
            HttpResponse<String> other = site.get(path + "release=0123456789abcdef");
            assertThat(other.statusCode()).as(path).isEqualTo(410);
            assertThat(other.body()).contains(release, "/changes");
        }
    }

    @Test
    void anAddressThatCitesAKeptReleaseShowsItsFigures(@TempDir Path other) {
        Releases releases = Releases.in(other.resolve("data"));
        String small = releases.publish(Drawer.ofCity(other.resolve("less"), 1).graphs(), 5)
                .id();
        String large = releases.publish(
                        Drawer.ofCity(other.resolve("turtle"), 2).graphs(), 5)
                .id();
        for (String sessions : List.of("", "release: { session-seconds: 60, exercise-seconds: 0 }")) {
            try (Site both = Site.over(releases, Site.settings(other, sessions))) {
                for (int again = 0; again < 2; again++) {
                    assertThat(projects(both, "")).isEqualTo("2");
                    assertThat(projects(both, "&release=" + small)).isEqualTo("1");
                    assertThat(projects(both, "&release=" + large)).isEqualTo("2");
                }
                String project = "/doc/project/082201-2024-0001?lang=en";
                HttpResponse<String> cited = both.get(project + "&release=" + small, "Accept", "text/html");
                assertThat(cited.headers().firstValue("X-Jigyo-Release")).contains(small);
                assertThat(cited.body()).contains("Figures of the cited release " + small);
                assertThat(both.get(project + "&release=" + large, "Accept", "text/html")
                                .body())
                        .doesNotContain("Figures of the cited release");
                assertThat(both.get(project).headers().firstValue("X-Jigyo-Release"))
                        .contains(large);
                assertThat(both.get("/search?q=0002&release=" + small).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static String projects(Site site, String release) {
        String query = Asked.encoded("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a <https://w3id.org/jigyo/ns#Project> }");
        return site.get("/sparql?query=" + query + release, "Accept", "text/csv")
                .body()
                .replaceFirst("^n\\s+", "")
                .strip();
    }

    @Test
    void aNameLeadsToItsDocument() {
        HttpResponse<String> answer = site.get("/id/project/082201-2024-0001");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(PROJECT);
        assertThat(site.get("/code/phase/settled").headers().firstValue("Location"))
                .contains("/doc/code/phase/settled");
        assertThat(site.get("/doc/code/phase/settled.json").body()).contains("決算");
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/turtle, text/turtle; charset=utf-8",
        "'', application/ld+json, application/ld+json",
        "'', 'text/html,*/*;q=0.8', text/html;charset=utf-8",
        "'', application/rdf+xml, application/rdf+xml",
        "'', 'text/turtle, text/html;q=0.1', text/turtle; charset=utf-8",
        "'', 'text/html;q=0, */*', text/turtle; charset=utf-8",
        "'', 'application/json, text/html;q=0.5', application/json",
        "'', 'application/json;q=0.2, text/csv;q=0.3', text/csv; charset=utf-8",
        "'', 'text/turtle;q=0, */*;q=0.1', application/ld+json",
        "'', 'Text/Turtle', text/turtle; charset=utf-8",
        "'', 'application/ld+json;profile=\"a,b\";q=0.3, text/csv;x=1;q=0.2', application/ld+json",
        ".rdf, */*, application/rdf+xml",
        ".ttl, image/png, text/turtle; charset=utf-8",
        ".html, */*, text/html;charset=utf-8",
        ".jsonld, */*, application/ld+json",
        ".nt, */*, application/n-triples",
        ".json, */*, application/json",
        ".csv, */*, text/csv; charset=utf-8",
    })
    void aDocumentSaysWhatTheThingIsWhatPointsToItAndWhereItWasPrinted(String suffix, String accept, String type) {
        HttpResponse<String> answer = site.get(PROJECT + suffix, "Accept", accept);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace("; ", ";"))
                .isEqualTo(type.replace("; ", ";"));
        if (!type.equals("application/n-triples") && !type.equals("application/json")) {
            assertThat(answer.body()).contains("ＩＣＴ教育の推進");
        }
        assertThat(answer.body()).contains("evaluation/2024").contains("7");
        if (type.startsWith("text/html")) {
            assertThat(answer.body()).doesNotContain("<script>").contains("&lt;script");
        }
    }

    @Test
    void whatIsUnknownIs404AndWhatCannotBeWrittenIs406() {
        assertThat(site.get("/id/project/nothing").statusCode()).isEqualTo(404);
        assertThat(site.get("/doc/project/nothing.ttl").statusCode()).isEqualTo(404);
        for (String nowhere : List.of("/nowhere", "/index.php", "/api", "/$/stats", "/sparql/update", "/id", "/doc")) {
            HttpResponse<String> none = site.get(nowhere);
            assertThat(none.statusCode()).as(nowhere).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        for (String none : List.of("image/png", "text/turtle;q=0", "*/*;q=0", "garbage")) {
            assertThat(site.get(PROJECT, "Accept", none).statusCode()).as(none).isEqualTo(406);
        }
        HttpResponse<String> answer = site.get(PROJECT, "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle");
    }

    @Test
    void whatWasWithdrawnIs410AndSaysWhichReleaseChangedIt(@TempDir Path other) {
        Releases releases = Releases.in(other.resolve("data"));
        Drawer more = Drawer.ofCity(other.resolve("turtle"), 2);
        String small = releases.publish(Drawer.ofCity(other.resolve("less"), 1).graphs(), 5)
                .id();
        String large = releases.publish(more.graphs(), 5).id();
        releases.rollback(small);
        try (Site withdrawn = Site.over(releases, Site.settings(other, ""))) {
            String last = "project/082201-2024-0002";
            for (String path : List.of("/id/" + last, "/doc/" + last, "/doc/" + last + ".ttl")) {
                HttpResponse<String> gone = withdrawn.get(path);
                assertThat(gone.statusCode()).as(path).isEqualTo(410);
                assertThat(gone.body()).contains("/changes/" + large);
            }
            assertThat(withdrawn.get("/doc/project/082201-2024-0001").statusCode())
                    .isEqualTo(200);
            assertThat(withdrawn.get("/doc/project/082201-2024-0003").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatNobodyKnowsIsNotRepeatedInHeaders() {
        HttpResponse<String> answer = site.get("/doc/a%3E%3B%20rel=x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().map()).doesNotContainKeys("link", "content-location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=%FF&format=json",
                "/search?q=%E3%81&format=json",
                "/api/queries/coverage?city=%FF",
                "/ns?lang=%FF",
                "/doc/%FF",
                "/doc/a%2Fb",
            })
    void aDamagedAddressIsTheClientsFault(String address) throws Exception {
        for (String method : List.of("GET", "HEAD", "PUT")) {
            String head = "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(method, address);
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), site.at("/").getPort())) {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).contains("application/problem+json").doesNotContain("<html");
                assertThat(answer.substring(9, 12)).isIn("400", method.equals("PUT") ? "405" : "400");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/void, void:propertyPartition",
        "/catalogue, dcat:Catalog",
        "/ns, isDefinedBy",
    })
    void documentsAboutTheWholeAreReadableTurtle(String path, String expected) {
        HttpResponse<String> answer = site.get(path);

        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
        assertThat(graph.isEmpty()).isFalse();
        assertThat(answer.body()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ns", "dim", "code", "shapes"})
    void theOntologyHasPagesForPeopleAndRdf(String chapter) {
        String address = "/" + chapter;
        HttpResponse<String> page = site.get(address, "Accept", "text/html", "Accept-Language", "en");
        assertThat(page.headers().firstValue("Content-Location")).contains(address + ".en.html");
        assertThat(page.body())
                .contains("<html lang=\"en\">")
                .isEqualTo(site.get(address + ".en.html", "Accept", "*/*").body())
                .isEqualTo(site.get(address + "?lang=en", "Accept", "text/html").body());
        assertThat(site.get(address + ".ja.html").body()).contains("<html lang=\"ja\">");
        assertThat(site.get(address, "Accept", "application/rdf+xml").body())
                .isEqualTo(site.get(address + ".rdf", "Accept", "text/html").body())
                .isEqualTo(
                        site.get(address + "?format=rdf", "Accept", "text/html").body())
                .contains("<rdf:RDF");
        assertThat(site.get(address, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(site.get(address + ".fr.html").statusCode()).isEqualTo(404);
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(address + ".en.html", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aVersionOfTheOntologyLeadsToTheOntology() {
        String turtle = site.get("/ns.ttl").body();
        Matcher version = Pattern.compile("versionIRI\\s+(?:<https://w3id.org/jigyo/|jg:)?[^ ]*?ns/([0-9.]+)>")
                .matcher(turtle);
        assertThat(version.find()).as(turtle.substring(0, 2000)).isTrue();
        assertThat(site.get("/ns/" + version.group(1)).headers().firstValue("Location"))
                .contains("/ns");
        assertThat(site.get("/ns/9.7").statusCode()).isEqualTo(404);
        assertThat(site.get("/ns/").statusCode()).isEqualTo(404);
    }

    @Test
    void dumpsAreTheFilesOfTheRelease() {
        assertThat(site.get("/dump/SHA256SUMS").body()).contains("jigyo.nq.gz").contains("082201-2024.ttl");
        assertThat(site.get("/dump/082201-2024.ttl").body()).contains("ＩＣＴ教育の推進");
        assertThat(site.get("/dump/..%2Frelease.json").statusCode()).isIn(400, 404);
        assertThat(site.get("/dump/none.ttl").statusCode()).isEqualTo(404);
        assertThat(site.get("/graph/082201/2024/evidence").headers().firstValue("Location"))
                .contains("/dump/082201-2024-evidence.ttl");
        assertThat(site.get("/graph/082201/1999").statusCode()).isEqualTo(404);
        assertThat(site.get("/graph/082201/2024", "Accept", "application/ld+json")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "ict, 0001",
        "教育, 0001",
        "育の推, 0001",
        "育, 0001",
        "の, 0001",
        "進, 0001",
        "*, ''",
        "教育 AND, 0001",
        "NOT 教育, 0001",
        "OR, ''",
        "project, ''",
        "\"x( OR *:*, ''",
    })
    void searchFindsJapaneseAndTakesWordsAsWords(String words, String expected) throws Exception {
        HttpResponse<String> answer = site.get("/search?format=json&q=" + Site.encoded(words));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode bindings = JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .path("results")
                .path("bindings");
        List<String> found = bindings.findValuesAsText("value");
        if (expected.isEmpty()) {
            assertThat(found.toString()).doesNotContain("082201-2024-0001");
        } else {
            assertThat(found.toString()).contains(expected);
        }
    }

    @Test
    void theSearchPageNamesTheProjectOfWhatItFinds() throws Exception {
        String page = site.get("/search?lang=en&q=" + Site.encoded("ICT教育"), "Accept", "text/html")
                .body();

        assertThat(page).containsPattern("<h2><a href=\"/doc/[^\"]+\" lang=\"ja\"><mark>ＩＣＴ教育</mark>の推進</a></h2>");
    }

    @Test
    void aStoredQueryIsAnOperationAPageAndAnEntry() throws Exception {
        String name = "sdg-goal-cost";
        String address = "/api/queries/" + name;

        HttpResponse<String> csv = site.get(address + "?format=csv");
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.headers().allValues("Link").toString()).contains(address + ".rq");
        assertThat(csv.headers().firstValue("X-Jigyo-Release")).isPresent();
        assertThat(site.get(address + "?format=csv-excel&header=names").body()).isEqualTo('\uFEFF' + csv.body());
        assertThat(site.get(address + ".rq").body()).contains("#+ summary");
        assertThat(site.get(address, "Accept", "text/html").body())
                .contains("<form")
                .contains("<table");
        assertThat(site.get("/api/queries").body()).contains(address);
        JsonNode openApi =
                JsonMapper.builder().build().readTree(site.get("/openapi.json").body());
        assertThat(openApi.path("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(openApi.path("paths").has(address)).isTrue();
        assertThat(openApi.path("paths").size()).isEqualTo(StoredQuery.bundled().size() + 1);
        assertThat(openApi.path("paths").has("/search")).isTrue();
    }

    @Test
    void aWrongParameterNamesTheRightOnes() {
        StoredQuery query = StoredQuery.bundled().values().stream()
                .filter(q -> !q.about().params().isEmpty())
                .findFirst()
                .orElseThrow();

        HttpResponse<String> answer = site.get("/api/queries/" + query.name() + "?nosuch=1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("nosuch")
                .contains(query.about().params().get(0).name());
        assertThat(site.get("/api/queries/nosuch").body()).contains(query.name());
    }

    @Test
    void changesAreAPageAndAFeed() throws Exception {
        assertThat(site.get("/changes", "Accept", "text/html").body()).contains("<table");
        HttpResponse<String> feed = site.get("/changes.atom");
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(feed.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("id").item(0).getTextContent())
                .isEqualTo("https://w3id.org/jigyo/changes.atom");
        var links = document.getElementsByTagName("link");
        for (int i = 0; i < links.getLength(); i++) {
            String address = links.item(i).getAttributes().getNamedItem("href").getNodeValue();
            assertThat(site.get(URI.create(address).getPath()).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
        assertThat(links.getLength()).isEqualTo(5);
        assertThat(site.get("/changes/none.ttl").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageSaysWhatAReleaseChanged() {
        String id = site.query("ASK {}").headers().firstValue("X-Jigyo-Release").orElseThrow();
        HttpResponse<String> change = site.get("/id/release/" + id + "/change/1");
        assertThat(change.statusCode()).isEqualTo(303);
        String address = change.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> page = site.get(address, "Accept", "text/html");
        assertThat(page.body()).contains("追加", PROJECT, "ＩＣＴ教育の推進").doesNotContain("<script>", "<form");
        assertThat(site.get(address, "Accept", "text/turtle").body())
                .isEqualTo(site.get(address + ".ttl").body())
                .contains("subjectOfChange");
        assertThat(site.get(address, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(site.get("/changes", "Accept", "text/html").body()).contains("href=\"" + address + "\"");
    }

    @Test
    void pagesSpeakBothLanguages() {
        assertThat(site.get("/", "Accept", "text/html", "Accept-Language", "en").body())
                .contains("<html lang=\"en\">");
        assertThat(site.get("/", "Accept", "text/html").body()).contains("<html lang=\"ja\">");
        assertThat(site.get("/", "Accept", "text/html", "Accept-Language", "zh, en;q=0.5, ja;q=0.9")
                        .body())
                .contains("<html lang=\"ja\">");
        assertThat(site.get("/", "Accept", "text/html", "Accept-Language", "?!").body())
                .contains("<html lang=\"ja\">");
        assertThat(site.get("/sparql", "Accept", "text/html").body()).contains("<textarea");
    }

    @Test
    void textsInAnotherLanguageThanThePagesSaySo() {
        String page = site.get(PROJECT + ".html?lang=en").body();

        assertThat(page).contains("<h1 lang=\"ja\">ＩＣＴ教育の推進</h1>", "<span lang=\"ja\">内側</span>");
        assertThat(site.get("/search?lang=en&q=" + Site.encoded("ICT教育"), "Accept", "text/html")
                        .body())
                .containsPattern("<a href=\"/doc/[^\"]+\" lang=\"ja\"><mark>ＩＣＴ教育</mark>の推進");
    }

    @Test
    void anyPageMayBeReadFromAnyOriginWithoutCredentials() {
        HttpResponse<String> answer = site.get("/sparql", "Origin", "https://example.org");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }
}
