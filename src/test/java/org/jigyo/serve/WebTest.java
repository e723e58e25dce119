package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linked data, stored queries, search, dumps: everything but /sparql. */
class WebTest {

    private static final String PROJECT = "/doc/project/082201-2024-0001";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        Drawer drawer = Drawer.ofCity(folder.resolve("turtle"), 3)
                .put("graph/082201/2024", """
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        <https://w3id.org/jigyo/id/project/082201-2024-0001> a jg:Project ; skos:prefLabel "ＩＣＴ教育の推進"@ja ;
                          jg:note "<script>alert(1)</script>" ; jg:plain [ jg:inner "内側"@ja ] .
                        <https://w3id.org/jigyo/id/project/082201-2024-0001/evaluation/2024>
                          jg:evaluates <https://w3id.org/jigyo/id/project/082201-2024-0001> .
                        <https://w3id.org/jigyo/code/phase/settled> skos:prefLabel "決算"@ja , "settled"@en .
                        jg:Project rdfs:isDefinedBy <https://w3id.org/jigyo/ns> ; skos:definition "市が行う事業"@ja .
                        """)
                .put("graph/082201/2024/evidence", """
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        <https://w3id.org/jigyo/id/project/082201-2024-0001> prov:wasDerivedFrom <https://w3id.org/jigyo/id/extract/1> .
                        <https://w3id.org/jigyo/id/extract/1> jg:page 7 ; jg:printed "ＩＣＴ教育の推進" .
                        """);
        releases.publish(drawer.graphs(), 1);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    @AfterAll
    static void stop() {
        site.close();
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
        if (!suffix.equals(".nt") && !suffix.equals(".json")) {
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
        for (String nowhere : List.of("/nowhere", "/index.php", "/api", "/$/stats", "/sparql/update")) {
            HttpResponse<String> none = site.get(nowhere);
            assertThat(none.statusCode()).as(nowhere).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        HttpResponse<String> answer = site.get(PROJECT, "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle");
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

    @Test
    void theVocabularyHasAPageForPeople() {
        assertThat(site.get("/ns", "Accept", "text/html").body())
                .contains("id=\"Project\"")
                .contains("市が行う事業");
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
    @CsvSource({"ict, 0001", "教育, 0001", "育の推, 0001", "project, ''", "\"x( OR *:*, ''"})
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

        assertThat(page).contains("<th scope=\"col\">Project</th>");
        assertThat(page).containsPattern("<a href=\"/doc/[^\"]+\">[^<]*ＩＣＴ教育の推進");
    }

    @Test
    void aStoredQueryIsAnOperationAPageAndAnEntry() throws Exception {
        String name = "sdg-goal-cost";
        String address = "/api/queries/" + name;

        HttpResponse<String> csv = site.get(address + "?format=csv");
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.headers().allValues("Link").toString()).contains(address + ".rq");
        assertThat(csv.headers().firstValue("X-Jigyo-Release")).isPresent();
        assertThat(site.get(address + "?format=csv-excel").body()).isEqualTo('\uFEFF' + csv.body());
        assertThat(site.get(address + ".rq").body()).contains("#+ summary");
        assertThat(site.get(address, "Accept", "text/html").body())
                .contains("<form")
                .contains("<table");
        assertThat(site.get("/api/queries").body()).contains(address);
        JsonNode openApi =
                JsonMapper.builder().build().readTree(site.get("/openapi.json").body());
        assertThat(openApi.path("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(openApi.path("paths").has(address)).isTrue();
        assertThat(openApi.path("paths").size()).isEqualTo(StoredQuery.bundled().size());
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
        assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(site.get("/changes/none.ttl").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesSpeakBothLanguages() {
        assertThat(site.get("/", "Accept", "text/html", "Accept-Language", "en").body())
                .contains("<html lang=\"en\">");
        assertThat(site.get("/", "Accept", "text/html").body()).contains("<html lang=\"ja\">");
        assertThat(site.get("/sparql", "Accept", "text/html").body()).contains("<textarea");
    }

    @Test
    void anyPageMayBeReadFromAnyOriginWithoutCredentials() {
        HttpResponse<String> answer = site.get("/sparql", "Origin", "https://example.org");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }
}
