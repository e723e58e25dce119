package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A reader of CSV on the Web finds the description of each CSV, and the CSV is as described. */
class CsvMetadataTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DESCRIBED =
            Pattern.compile("<([^>]*)>; rel=\"describedby\"; type=\"application/csvm\\+json\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\+?(\\w+)}");

    @TempDir
    private static Path temporary;

    @AutoClose
    private static Server specimens;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        specimens = PublishedSpecimens.serve(temporary);
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAsDescribed() {
        return StoredQuery.bundled().values().stream()
                .filter(query -> query.parsed().isSelectType() && !query.about().federated())
                .filter(query -> query.about().params().stream().noneMatch(parameter -> parameter.required()))
                .flatMap(query -> Stream.of("csv", "csv&header=labels&lang=ja", "csv&header=labels&lang=en")
                        .map(format -> DynamicTest.dynamicTest(
                                query.name() + " " + format,
                                () -> described("/api/queries/" + query.name() + "?format=" + format))));
    }

    private void described(String path) throws Exception {
        URI address = specimens.address().resolve(path);
        HttpResponse<String> csv = get(address);
        assertThat(csv.statusCode()).isEqualTo(200);
        URI description = csv.headers().allValues("Link").stream()
                .map(DESCRIBED::matcher)
                .filter(Matcher::matches)
                .map(link -> address.resolve(link.group(1)))
                .findFirst()
                .orElseThrow();
        JsonNode table = JSON.readTree(get(description).body());
        // otherwise a reader has to ignore the description
        assertThat(description.resolve(table.path("url").asText())).isEqualTo(address);
        try (CSVParser rows = CSVParser.parse(csv.body(), CSVFormat.DEFAULT)) {
            columns(table.path("tableSchema").path("columns"), rows.getRecords());
        }
    }

    private static void columns(JsonNode columns, List<CSVRecord> rows) {
        assertThat(rows.get(0).size()).isEqualTo(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            JsonNode column = columns.get(i);
            assertThat(column.path("titles").findValuesAsText("und"))
                    .containsExactly(column.path("name").asText());
            assertThat(column.path("titles"))
                    .extracting(JsonNode::asText)
                    .contains(rows.get(0).get(i));
            for (CSVRecord row : rows.subList(1, rows.size())) {
                if (!row.get(i).isEmpty() && column.path("datatype").asText().equals("decimal")) {
                    assertThat(new BigDecimal(row.get(i))).isNotNull();
                }
            }
            VARIABLE.matcher(column.path("valueUrl").asText())
                    .results()
                    .forEach(
                            name -> assertThat(columns.findValuesAsText("name")).contains(name.group(1)));
            if (column.has("valueUrl")) {
                assertThat(column.path("valueUrl").asText()).matches("(https?:|\\{\\+).*");
            }
        }
    }

    @Test
    void parametersAreThoseOfTheQuery() throws Exception {
        HttpResponse<String> wrong =
                get(specimens.address().resolve("/api/queries/coverage.csv-metadata.json?nothing=1"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        JsonNode table =
                JSON.readTree(get(specimens.address().resolve("/api/queries/coverage.csv-metadata.json?lang=ja"))
                        .body());
        assertThat(table.path("url").asText()).isEqualTo("coverage?lang=ja&format=csv");
        assertThat(table.path("dc:title").findValuesAsText("@language")).containsExactly("en", "ja");
    }
}
