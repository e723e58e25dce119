package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.jigyo.serve.release.Thing;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations match their description, in the requested language. */
class OperationsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOALS = "/api/queries/sdg-goal-cost";
    private static final String CITY = "/doc/municipality/082201";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        String parts = IntStream.rangeClosed(0, Thing.INCOMING)
                .mapToObj(
                        i -> "<https://w3id.org/jigyo/id/part/" + i + "> jg:part <https://w3id.org/jigyo/id/whole> .\n")
                .collect(Collectors.joining());
        releases.publish(
                Drawer.ofCity(folder.resolve("turtle"), 3)
                        .put("graph/derived", parts)
                        .graphs(),
                3);
        Drawer drawer = Drawer.ofCity(folder.resolve("turtle"), 2)
                .put("graph/derived", parts)
                .put("graph/082201/2023", """
                @prefix jgd: <https://w3id.org/jigyo/dim#> .
                @prefix qb: <http://purl.org/linked-data/cube#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                <https://w3id.org/jigyo/id/fy/2024> jg:year "2024"^^xsd:gYear .
                <https://w3id.org/jigyo/id/municipality/082201> jg:localGovernmentCode "082201" .
                <https://w3id.org/jigyo/id/count/1> jgd:askedAs "newest", "2024" ; jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2024> ;
                  jg:municipality <https://w3id.org/jigyo/id/municipality/082201> .
                <https://w3id.org/jigyo/id/slice/1> jgd:sliceOf <https://w3id.org/jigyo/code/grouping/goal> ; jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2024> ;
                  jgd:phase <https://w3id.org/jigyo/code/phase/settled> ;
                  jgd:component <https://w3id.org/jigyo/code/component/total> ;
                  qb:observation <https://w3id.org/jigyo/id/total/1> .
                <https://w3id.org/jigyo/id/total/1> jg:municipality <https://w3id.org/jigyo/id/municipality/082201> ;
                  jgd:about <http://metadata.un.org/sdg/4> ; jgd:projectCount 2 ; jgd:partialTotal 3000 .
                <http://metadata.un.org/sdg/4> rdfs:label "スポーツ" ; skos:prefLabel "質の高い教育をみんなに"@ja , "Quality education"@en .
                """);
        releases.publish(drawer.graphs(), 2);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 質の高い教育をみんなに",
        "lang=ja&, 質の高い教育をみんなに",
        "lang=en&, Quality education",
    })
    void namesAreInTheLanguageAskedFor(String asked, String name) {
        assertThat(site.get(GOALS + "?" + asked + "format=csv").body()).contains("4," + name + ",printed,2,3000");
    }

    @Test
    void aPageNamesThingsInItsOwnLanguageAndLeadsToTheSameData() {
        String page =
                site.get(GOALS, "Accept", "text/html", "Accept-Language", "en").body();

        assertThat(page)
                .contains("Quality education", GOALS + "?lang=en&amp;format=csv&amp;header=labels")
                .doesNotContain("質の高い");
        // a list of choices without a default begins with no choice, which is no filter
        String optional = site.get("/api/queries/target-against-actual", "Accept", "text/html")
                .body();
        assertThat(optional).contains("<option value=\"\" selected>指定なし</option><option value=\"target\">");
        assertThat(site.get("/api/queries/target-against-actual?against=", "Accept", "text/html")
                        .body())
                .contains("<option value=\"\" selected>指定なし</option><option value=\"target\">");
        assertThat(site.get("/sparql?lang=en", "Accept", "text/html").body()).contains("<html lang=\"en\">");
    }

    @Test
    void aDocumentThatTellsNotAllSaysSo() {
        for (String suffix : List.of(".ttl", ".nt", ".jsonld", ".rdf", ".csv")) {
            assertThat(site.get("/doc/whole" + suffix).body()).as(suffix).contains("SPARQL returns all of them");
            assertThat(site.get(CITY + suffix).body()).as(suffix).doesNotContain("SPARQL returns all of them");
        }
    }

    @Test
    void everyLinkCanBeRead() {
        String page = site.get("/doc/catalogue.html").body();

        assertThat(page).contains(">https://w3id.org/jigyo/</a>").doesNotContainPattern("<a [^>]*></a>");
    }

    @Test
    void csvHasReadableHeadingsOrTheNamesOfVariables() {
        String asked = GOALS + "?lang=en&format=csv";
        assertThat(site.get(asked).body()).startsWith("cityCode,year,goal,name,basis,projects,yen,reason,why\r\n");
        String readable = site.get(asked + "&header=labels").body();
        assertThat(readable).startsWith("City,Year,Goal,Name,Basis,Projects,Settled (yen),Reason,");
        assertThat(readable.substring(readable.indexOf('\n')))
                .isEqualTo(
                        site.get(asked).body().substring(site.get(asked).body().indexOf('\n')));
        assertThat(site.get(GOALS + "?lang=ja&format=csv-excel").body()).startsWith("\uFEFF市,年度,ゴール,");
        assertThat(site.get(GOALS + "?format=csv-excel&header=names").body()).startsWith("\uFEFFcityCode,");
        assertThat(site.get(asked + "&header=none").statusCode()).isEqualTo(400);
        assertThat(site.get(GOALS + "?format=json&header=labels").statusCode()).isEqualTo(400);
    }

    @Test
    void citiesAndYearsOfAFormAreThoseOfTheRelease() {
        String page =
                site.get(GOALS + "?lang=en&city=082201", "Accept", "text/html").body();
        assertThat(page)
                .contains(
                        "<select name=\"city\"><option value=\"\">any</option><option value=\"082201\" selected>",
                        "<select name=\"year\"><option value=\"newest\" selected>newest of each city</option>",
                        "<option value=\"2024\">2024</option>");
        assertThat(site.get("/api/queries/target-against-actual?against=target", "Accept", "text/html")
                        .body())
                .as("a choice can be taken back")
                .contains("<option value=\"\">指定なし</option><option value=\"target\" selected>");
    }

    @Test
    void amountsOfAPageHaveTheScaleAskedFor() {
        String page =
                site.get(GOALS + "?lang=en&scale=1000", "Accept", "text/html").body();
        assertThat(page).contains("Settled (thousand yen)", "<data value=\"3000\">3</data>", "<svg class=\"bars\"");
        assertThat(site.get(GOALS + "?scale=7", "Accept", "text/html").body()).contains("There is no scale 7.");
    }

    @Test
    void theLongVowelMarkIsFoundAloneToo() {
        assertThat(site.get("/search?format=csv&q=" + Site.encoded("ー")).body()).contains("metadata.un.org/sdg/4");
    }

    @Test
    void aLanguageThatIsNoneIsRefused() {
        HttpResponse<String> refused = site.get(GOALS + "?lang=xx");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"ja\", \"en\"");
        assertThat(site.get("/api/queries/project-history?lang=xx").statusCode())
                .isEqualTo(400);
    }

    @Test
    void everyOperationAnswersAsDescribed() throws Exception {
        JsonNode described = JSON.readTree(site.get("/openapi.json").body());
        for (Map.Entry<String, JsonNode> path : described.path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            List<String> asked = new ArrayList<>(List.of("", "?nosuch=1"));
            for (JsonNode parameter : get.path("parameters")) {
                JsonNode schema = parameter.path("schema");
                List<JsonNode> values = new ArrayList<>();
                schema.path("enum").forEach(values::add);
                if (schema.has("default")) {
                    values.add(schema.path("default"));
                }
                for (JsonNode value : values) {
                    assertThat(keeps(schema, described, value))
                            .as(path.getKey() + " " + parameter)
                            .isEmpty();
                    asked.add("?" + parameter.path("name").asText() + "=" + Site.encoded(value.asText()));
                }
            }
            for (String query : asked) {
                assertKept(path.getKey() + query, get.path("responses"), described);
            }
        }
    }

    private static void assertKept(String address, JsonNode responses, JsonNode described) throws Exception {
        HttpResponse<String> answer = site.get(address);
        JsonNode response = responses.path(Integer.toString(answer.statusCode()));
        if (response.has("$ref")) {
            response = described.at(response.path("$ref").asText().substring(1));
        }
        String type = answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
        JsonNode content = response.path("content").path(type);
        assertThat(content.path("schema").isObject())
                .as(address + ": " + answer.statusCode() + " " + type)
                .isTrue();
        if (type.endsWith("json")) {
            assertThat(keeps(content.path("schema"), described, JSON.readTree(answer.body())))
                    .as(address)
                    .isEmpty();
        }
    }

    private static List<String> keeps(JsonNode schema, JsonNode described, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", described.path("components"));
        JsonSchema made =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        return made.validate(value).stream().map(Object::toString).toList();
    }

    @Test
    void browsersReadWhyThereIsNoAnswer() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        HttpResponse<String> page = site.get("/sparql?query=SELEC%3Cb%3E", "Accept", browser);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().allValues("Vary").toString()).contains("Accept");
        assertThat(page.body())
                .contains("答えを出せません: 構文の誤り</h2>", "line 1, column 6")
                .doesNotContain("<b>");
        assertThat(site.get("/graph/nothing", "Accept", browser).body()).contains("<h1>", "role=\"alert\"");
        assertThat(site.get("/nowhere", "Accept", browser).statusCode()).isEqualTo(404);
        for (String program : List.of("*/*", "text/csv", "application/problem+json, text/html;q=0.5", "garbage")) {
            assertThat(site.get("/nowhere", "Accept", program).headers().firstValue("Content-Type"))
                    .as(program)
                    .contains("application/problem+json");
        }
    }

    @Test
    void whatIsGoneHasNoLinkOnThePageOfChanges() {
        String id = site.query("ASK {}").headers().firstValue("X-Jigyo-Release").orElseThrow();
        String page = site.get("/changes/" + id, "Accept", "text/html").body();

        assertThat(page).contains("削除", "data-label=\"対象\">082201-2024-0003</td>", "href=\"" + CITY + "\"");
        assertThat(Pattern.compile("href=\"(/doc/[^\"]*)")
                        .matcher(page)
                        .results()
                        .map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(address ->
                        assertThat(site.get(address).statusCode()).as(address).isEqualTo(200));
    }
}
