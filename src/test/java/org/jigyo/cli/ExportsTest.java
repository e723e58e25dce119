package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.jigyo.serve.export.RowSnippets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made for other tools says what the release says. */
class ExportsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "https://w3id.org/jigyo/";

    @TempDir
    private static Path temporary;

    @AutoClose
    private static Server specimens;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        specimens = PublishedSpecimens.serve(temporary);
    }

    private HttpResponse<String> answer(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(specimens.address().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = answer(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode rows(String path) throws Exception {
        return JSON.readTree(get(path)).at("/results/bindings");
    }

    /** The settled cost of each city and year, as the stored query adds it up. */
    private Map<String, BigDecimal> settled() throws Exception {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows("/api/queries/cost-per-resident?year=all&format=json").forEach(row -> {
            if (row.has("yen")) {
                sums.put(
                        row.at("/cityCode/value").asText() + " "
                                + row.at("/year/value").asText(),
                        new BigDecimal(row.at("/yen/value").asText()));
            }
        });
        return sums;
    }

    /** The names are those of the RS system's file 2-1; its tools find them in the first line. */
    @Test
    void theBudgetHasTheColumnsOfTheNationalReviewAndAddsUp() throws Exception {
        String csv = get("/api/queries/review-budget?year=all&format=csv&header=labels&lang=ja");
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (CSVParser rows =
                CSVParser.parse(csv, CSVFormat.DEFAULT.builder().setHeader().get())) {
            assertThat(rows.getHeaderNames())
                    .contains("事業年度", "予算事業ID", "事業名", "府省庁", "局・庁", "部", "課", "室", "班", "係", "予算年度")
                    .contains("当初予算(合計)", "計(歳出予算現額合計)", "執行額(合計)");
            List<String> keys = new ArrayList<>();
            for (CSVRecord row : rows) {
                keys.add(row.get("予算事業ID") + row.get("事業年度") + row.get("予算年度"));
                if (row.get("事業年度").equals(row.get("予算年度"))
                        && !row.get("執行額(合計)").isEmpty()) {
                    sums.merge(
                            row.get("全国地方公共団体コード") + " " + row.get("事業年度"),
                            new BigDecimal(row.get("執行額(合計)")),
                            BigDecimal::add);
                }
            }
            assertThat(keys).doesNotHaveDuplicates();
        }
        assertThat(csv).contains(",政策イノベーション部,").contains("課,");
        assertThat(sums).isEqualTo(settled()).isNotEmpty();
    }

    @Test
    void theOverviewHasTextsOfTheSheets() throws Exception {
        String csv = get("/api/queries/review-overview?year=all&format=csv&header=labels&lang=ja");
        try (CSVParser rows =
                CSVParser.parse(csv, CSVFormat.DEFAULT.builder().setHeader().get())) {
            assertThat(rows.getHeaderNames()).contains("事業の目的", "事業の概要", "事業開始年度", "事業終了(予定)年度");
            List<CSVRecord> all = rows.getRecords();
            assertThat(all).anyMatch(row -> !row.get("事業の目的").isEmpty());
            assertThat(all.stream().map(row -> row.get("予算事業ID") + row.get("事業年度")))
                    .doesNotHaveDuplicates();
        }
    }

    /** ckanext-dcat takes identifier, title, description, keyword, publisher's name, and of distributions address, format and size. */
    @Test
    void ckanFindsTheDatasetsOfTheCatalogue() throws Exception {
        Graph catalogue = RDFParser.fromString(get("/catalogue?format=ttl"), Lang.TURTLE)
                .base(BASE)
                .toGraph();
        JsonNode datasets = JSON.readTree(get("/data.json?lang=en")).path("dataset");
        assertThat(datasets).isNotEmpty();
        assertThat(datasets.findValuesAsText("identifier")).hasSize((int)
                catalogue.stream(Node.ANY, org.apache.jena.vocabulary.RDF.type.asNode(), DCAT.Dataset.asNode())
                        .count());
        for (JsonNode dataset : datasets) {
            Node own = NodeFactory.createURI(dataset.path("identifier").asText());
            assertThat(catalogue.contains(
                            own,
                            DCTerms.title.asNode(),
                            NodeFactory.createLiteralLang(dataset.path("title").asText(), "en")))
                    .as(dataset.toString())
                    .isTrue();
            assertThat(dataset.at("/publisher/name").asText())
                    .as(dataset.toString())
                    .isNotEmpty();
            assertThat(dataset.path("keyword")).as(dataset.toString()).isNotEmpty();
            assertThat(dataset.path("distribution"))
                    .as(dataset.toString())
                    .hasSize((int) catalogue.stream(own, DCAT.distribution.asNode(), Node.ANY)
                            .count())
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        URI address = URI.create(file.path("downloadURL").asText());
                        assertThat(answer(address.getRawPath().replaceFirst("^/jigyo", "")
                                                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                                        .statusCode())
                                .as(file.toString())
                                .isEqualTo(200);
                        assertThat(file.path("format").asText()).isIn("RDF_TURTLE", "RDF_N_QUADS", "PARQUET");
                    });
        }
    }

    @Test
    void aFactIsPublishedWithItsEvidence() throws Exception {
        JsonNode figure = null;
        for (JsonNode row : rows("/api/queries/observations?city=272043&format=json")) {
            figure = row.has("yen") ? row : figure;
        }
        String iri = figure.at("/observation/value").asText();
        String path = iri.replace(BASE + "id/", "/doc/") + ".nanopub";
        String text = get(path);
        String own = BASE + path.substring(1) + "#";
        DatasetGraph graphs = RDFParser.fromString(text, Lang.JSONLD11).toDatasetGraph();
        List<String> names = new ArrayList<>();
        graphs.listGraphNodes().forEachRemaining(name -> names.add(name.getURI()));
        assertThat(names)
                .containsExactlyInAnyOrder(own + "Head", own + "assertion", own + "provenance", own + "pubinfo");
        assertThat(graphs.getDefaultGraph().isEmpty()).isTrue();
        Node amount = NodeFactory.createURI("https://w3id.org/jigyo/dim#amount");
        assertThat(graphs.getGraph(NodeFactory.createURI(own + "assertion")).stream(
                                NodeFactory.createURI(iri), amount, Node.ANY)
                        .map(fact -> fact.getObject().getLiteralLexicalForm()))
                .containsExactly(figure.at("/yen/value").asText());
        assertThat(graphs.getGraph(NodeFactory.createURI(own + "provenance"))
                        .contains(Node.ANY, NodeFactory.createURI("https://w3id.org/jigyo/ns#printedText"), Node.ANY))
                .isTrue();

        // a second reader gets the same facts from each graph
        for (String name : names) {
            Graph graph = graphs.getGraph(NodeFactory.createURI(name));
            String turtle = RDFWriter.source(graph).lang(Lang.TURTLE).asString();
            assertThat(Rio.parse(new StringReader(turtle), RDFFormat.TURTLE)).hasSize(graph.size());
        }
        assertThat(answer("/doc/municipality/082201.nanopub").statusCode()).isEqualTo(404);
    }

    /** The addresses in the texts for other programs are answered, and codes keep their zeros. */
    @Test
    void snippetsLeadToTheAnswer() throws Exception {
        Pattern quoted = Pattern.compile("\"(http[^\"]+)\"");
        StoredQuery query = StoredQuery.bundled().get("sdg-spending");
        Map<String, String> snippets = RowSnippets.of(query, specimens.address() + "api/queries/sdg-spending?lang=en&");
        assertThat(snippets.keySet()).containsExactly("Python (pandas)", "Python (rdflib)", "R", "Excel (Power Query)");
        for (String snippet : snippets.values()) {
            Matcher address = quoted.matcher(snippet);
            assertThat(address.find()).as(snippet).isTrue();
            assertThat(get(address.group(1))).contains("082201");
        }
        assertThat(snippets.get("Python (pandas)"))
                .contains("\"cityCode\": str")
                .doesNotContain("\"year\": str");
        assertThat(snippets.get("R")).contains("cityCode = \"character\"");
        assertThat(snippets.get("Excel (Power Query)"))
                .contains("{\"cityCode\", type text}", "{\"fullCountYen\", Int64.Type}");
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(specimens.address().resolve("/api/queries/sdg-spending?lang=en"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("Excel (Power Query)");
    }
}
