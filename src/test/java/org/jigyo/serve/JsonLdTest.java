package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.Bundled;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-LD documents and the one context they refer to. */
class JsonLdTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        StringBuilder vocabulary = new StringBuilder();
        Bundled.files("/ontology", ".ttl").forEach((name, bytes) -> {
            if (name.matches("(ontology|cubes)(\\.ttl)?")) {
                vocabulary.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
            }
        });
        Releases releases = Releases.in(folder.resolve("data"));
        releases.publish(
                Drawer.ofCity(folder.resolve("turtle"), 3)
                        .put("graph/vocabulary", vocabulary.toString())
                        .put("graph/082201/2024", """
                                @prefix jgd: <https://w3id.org/jigyo/dim#> .
                                <https://w3id.org/jigyo/id/project/082201-2024-0001> a jg:Project ;
                                  rdfs:label "ＩＣＴ教育の推進"@ja , "2" ; jg:numberAsPrinted "007" ;
                                  jg:municipality <https://w3id.org/jigyo/id/municipality/082201> , "not what it should be" ;
                                  jg:odd [ jg:inner 1.50 , true , 1e0 , 018 , "x"^^jg:Own ] ;
                                  <http://example.org/other/name> <https://w3id.org/jigyo/ns#> .
                                <https://w3id.org/jigyo/id/figure> jgd:amount 1000 ; jgd:rate 1.50 , 2 ;
                                  jgd:project <https://w3id.org/jigyo/id/project/082201-2024-0001> .
                                """)
                        .graphs(),
                1);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/doc/project/082201-2024-0001", "/doc/figure", "/ns", "/dim", "/catalogue", "/.well-known/void"
            })
    void aDocumentWithItsContextSaysWhatItsTriplesSay(String path) throws IOException {
        HttpResponse<String> answer = site.get(path, "Accept", "application/ld+json");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");

        ObjectNode document = (ObjectNode) JSON.readTree(answer.body());
        URI context = URI.create(document.get("@context").textValue());
        assertThat(context).isEqualTo(site.at("/context.jsonld"));
        document.set("@context", context().get("@context"));

        Graph said = graph(document.toString(), Lang.JSONLD11);
        Graph triples = graph(site.get(path, "Accept", "application/n-triples").body(), Lang.NTRIPLES);
        assertThat(said.size()).isGreaterThan(2);
        assertThat(said.isIsomorphicWith(triples)).as(answer.body()).isTrue();
    }

    @Test
    void termsHaveShortNamesAndFigures() throws IOException {
        JsonNode terms = context().get("@context");
        assertThat(terms.get("Project").get("@id").textValue()).isEqualTo("https://w3id.org/jigyo/ns#Project");
        assertThat(terms.get("evaluates").get("@type").textValue()).isEqualTo("@id");
        assertThat(terms.get("amount").get("@id").textValue()).isEqualTo("https://w3id.org/jigyo/dim#amount");

        String figure = site.get("/doc/figure.jsonld").body();
        assertThat(figure).contains("\"amount\":").contains("\"project\": \"https://w3id.org/jigyo/id/project/");
    }

    @Test
    void theContextCanBeKeptAndReadFromAnywhere() {
        HttpResponse<String> answer = site.get("/context.jsonld", "Origin", "https://example.org");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/context.jsonld", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void theContextOfRecordsIsServed() throws IOException {
        HttpResponse<String> answer = site.get("/record.jsonld", "Origin", "https://example.org");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(JSON.readTree(answer.body()).at("/@context/name").textValue())
                .isEqualTo("jg:nameAsPrinted");
    }

    private static JsonNode context() throws IOException {
        return JSON.readTree(site.get("/context.jsonld").body());
    }

    private static Graph graph(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }
}
