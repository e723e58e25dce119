package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.release.Releases;
import org.jigyo.sheet.SheetJson;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dataset search engines read on a page: what Google's guide to Dataset markup requires and recommends, as far as the catalogue knows it. */
class DatasetMarkupTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("catalogue.yml"), """
                publisher: {name: "</script><b>市民</b>の会", type: http://purl.org/adms/publishertype/NonProfitOrganisation, type-name: {ja: 非営利組織, en: Non-profit}}
                licences: {"082201": "%s"}
                """.formatted(LICENCE));
        var sheets = Files.readAllLines(Path.of("src/test/resources/graph/specimens.jsonl")).stream()
                .map(SheetJson::read)
                .filter(sheet -> sheet.city().equals("082201"))
                .toList();
        Releases releases = Releases.in(data);
        releases.publish(
                EditionWriter.write(
                                sheets,
                                Registries.empty(),
                                new GraphBase("https://data.example.jp/jigyo/"),
                                folder.resolve("turtle"))
                        .files(),
                1);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    private static JsonNode markup(String path) throws IOException {
        Elements blocks =
                Jsoup.parse(site.get(path, "Accept", "text/html").body()).select("script[type=application/ld+json]");
        assertThat(blocks).as(path).hasSize(1);
        return JSON.readTree(blocks.get(0).data());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=ja",
                "/?lang=en",
                "/doc/edition/082201/2022.html?lang=ja",
                "/doc/edition/082201/2022.html?lang=en"
            })
    void pagesOfDatasetsSayWhatSearchEnginesAskFor(String path) throws IOException {
        JsonNode dataset = markup(path);
        assertThat(dataset.path("@context").textValue()).isEqualTo("https://schema.org/");
        assertThat(dataset.path("@type").textValue()).isEqualTo("Dataset");
        assertThat(dataset.path("name").textValue()).isNotBlank();
        assertThat(dataset.path("description").textValue()).hasSizeBetween(50, 5000);
        assertThat(dataset.path("publisher").path("name").textValue()).contains("市民");
        assertThat(dataset.path("creator").path("@type").textValue()).isEqualTo("Organization");
        assertThat(dataset.path("creator").path("name").textValue()).isNotBlank();
        assertThat(dataset.path("isAccessibleForFree").booleanValue()).isTrue();
        assertThat(dataset.path("keywords").isMissingNode()).isFalse();
        assertThat(dataset.path("temporalCoverage").textValue()).matches("\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d");
        assertThat(dataset.path("spatialCoverage").path("@type").textValue()).isEqualTo("Place");
        assertThat(dataset.path("spatialCoverage").path("name").textValue()).isNotBlank();
        assertThat(dataset.path("includedInDataCatalog").path("name").textValue())
                .isNotBlank();
        String address = dataset.path("distribution").path("contentUrl").textValue();
        assertThat(address).startsWith(site.at("/dump/").toString());
        assertThat(site.get(address.substring(site.at("/").toString().length() - 1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(dataset.path("distribution").path("encodingFormat").textValue())
                .isIn("text/turtle", "application/n-quads");
        assertThat(dataset.path("url").textValue())
                .isEqualTo(site.at(path.replaceAll("(\\.html)?\\?.*", "")).toString());
    }

    @Test
    void anEditionHasTheLicenceAndTheCityOfItsSheets() throws IOException {
        JsonNode edition = markup("/doc/edition/082201/2022.html?lang=ja");
        assertThat(edition.path("license").textValue()).isEqualTo(LICENCE);
        assertThat(edition.path("creator").path("name").textValue()).isEqualTo("つくば市");
        assertThat(edition.path("spatialCoverage").path("name").textValue()).isEqualTo("つくば市");
        assertThat(edition.path("temporalCoverage").textValue()).isEqualTo("2022-04-01/2023-03-31");
        JsonNode whole = markup("/?lang=en");
        assertThat(whole.path("license").isMissingNode()).isTrue();
        assertThat(whole.path("conditionsOfAccess").textValue()).contains("terms");
    }

    /** Without a loader for remote contexts a reader of JSON-LD sees at least that the terms are those of schema.org. */
    @Test
    void itIsJsonLd() throws IOException {
        com.fasterxml.jackson.databind.node.ObjectNode document =
                (com.fasterxml.jackson.databind.node.ObjectNode) markup("/doc/edition/082201/2022.html?lang=en");
        document.putObject("@context").put("@vocab", "https://schema.org/");
        Graph graph = GraphFactory.createDefaultGraph();
        org.apache.jena.riot.RDFParser.fromString(document.toString(), org.apache.jena.riot.Lang.JSONLD11)
                .parse(graph);
        assertThat(graph.stream())
                .isNotEmpty()
                .allMatch(triple -> triple.getPredicate().getURI().matches("https://schema.org/\\w+|.*#type"));
    }

    @Test
    void otherPagesHaveNone() {
        assertThat(site.get("/doc/municipality/082201", "Accept", "text/html").body())
                .contains("<h1")
                .doesNotContain("<script");
    }
}
