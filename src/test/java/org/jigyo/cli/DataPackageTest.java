package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Data Packages are valid by Frictionless Data's own schema ({@code frictionless/tabular-data-package.json}, from the npm package
 * datapackage 1.1.10, MIT), and each CSV is as described.
 */
class DataPackageTest {

    /** What Table Schema allows as the text of a value. */
    private static final Map<String, String> FORMS = Map.of(
            "integer", "-?\\d+",
            "number", "-?\\d+(\\.\\d+)?",
            "boolean", "true|false",
            "date", "\\d{4}-\\d\\d-\\d\\d",
            "year", "\\d{4}",
            "string", "(?s).*");

    @TempDir
    private static Path temporary;

    @AutoClose
    private static Server specimens;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        specimens = PublishedSpecimens.serve(temporary);
    }

    private String get(URI address) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private JsonNode descriptor(String path) throws Exception {
        JsonNode descriptor =
                JsonMapper.builder().build().readTree(get(specimens.address().resolve(path)));
        assertThat(profile().validate(descriptor)).isEmpty();
        return descriptor;
    }

    private static JsonSchema profile() throws IOException {
        try (InputStream in = DataPackageTest.class.getResourceAsStream("/frictionless/tabular-data-package.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
        }
    }

    @Test
    void theWholePackageIsValidAndItsTablesAreAsDescribed() throws Exception {
        JsonNode resources = descriptor("/datapackage.json?lang=en").path("resources");
        assertThat(resources.findValuesAsText("path")).isNotEmpty();
        assertThat(resources).hasSize((int) StoredQuery.bundled().values().stream()
                .filter(query -> query.standsAlone() && query.parsed().isSelectType())
                .count());
        for (JsonNode resource : resources) {
            try (CSVParser csv =
                    CSVParser.parse(get(URI.create(resource.path("path").asText())), CSVFormat.DEFAULT)) {
                check(resource.path("schema").path("fields"), csv.getRecords());
            }
        }
    }

    private static void check(JsonNode fields, List<CSVRecord> rows) {
        assertThat(rows.get(0).toList()).isEqualTo(fields.findValuesAsText("name"));
        for (CSVRecord row : rows.subList(1, rows.size())) {
            for (int i = 0; i < fields.size(); i++) {
                String type = fields.get(i).path("type").asText();
                if (!row.get(i).isEmpty()) {
                    assertThat(row.get(i)).as(fields.get(i).toString()).matches(FORMS.get(type));
                }
            }
        }
    }

    @Test
    void aQuerysPackageHasItsParameters() throws Exception {
        JsonNode resource = descriptor("/api/queries/sdg-spending.datapackage.json?city=082201&lang=en")
                .path("resources")
                .path(0);
        String path = resource.path("path").asText();
        assertThat(path).endsWith("/api/queries/sdg-spending?city=082201&lang=en&format=csv");
        assertThat(get(URI.create(path))).contains("082201").doesNotContain("141305");
        assertThat(resource.path("schema").path("fields").findValuesAsText("columnType"))
                .contains("date:fiscal-year", "value");
    }

    @Test
    void thePageOfAQueryLeadsToItsPackage() throws Exception {
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(specimens.address().resolve("/api/queries/coverage?year=all&lang=en"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("/api/queries/coverage.datapackage.json?lang=en&amp;year=all");
    }

    /** The schema can fail. */
    @Test
    void anotherTypeIsRefused() throws Exception {
        JsonNode descriptor = descriptor("/api/queries/coverage.datapackage.json");
        ((ObjectNode) descriptor.at("/resources/0/schema/fields/0")).put("type", "number of yen");
        assertThat(profile().validate(descriptor)).isNotEmpty();
    }
}
