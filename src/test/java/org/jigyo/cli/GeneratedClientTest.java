package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client generated from {@code /openapi.json} by OpenAPI Generator calls every operation and parses every answer. */
class GeneratedClientTest {

    /**
     * An address where nothing listens and which is not on the allow-list, for the required parameter of federated
     * queries.
     */
    private static final String ENDPOINT = "http://127.0.0.1:9/sparql";

    /** For the required parameter of the search. */
    private static final String WORDS = "スマートシティ";

    private static final String GENERATOR = System.getProperty("jigyo.generator", "");
    private static final String PYTHON = System.getProperty("jigyo.python", "python3");

    @TempDir
    private Path temporary;

    @Test
    void everyOperationWorks() throws Exception {
        assumeTrue(
                !GENERATOR.isBlank(),
                "-Djigyo.generator names no jar of openapi-generator-cli, as .ci/run gives it with -Djigyo.python");
        try (Server server = PublishedSpecimens.serve(temporary)) {
            String host = server.address().toString().replaceFirst("/$", "");
            Path client = temporary.resolve("client");
            Path description = Files.writeString(temporary.resolve("openapi.json"), get(host + "/openapi.json"));
            run(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    GENERATOR,
                    "generate",
                    "-g",
                    "python",
                    "-i",
                    description.toString(),
                    "-o",
                    client.toString());
            String said = run(
                    PYTHON,
                    "src/test/resources/client/every_operation.py",
                    client.toString(),
                    host,
                    "endpoint=" + ENDPOINT,
                    "q=" + WORDS);
            assertThat(said.lines().toList()).containsExactlyElementsOf(expected(host));
        }
    }

    /** The expected output, one line for each operation, without a generated client. */
    private static List<String> expected(String host) throws Exception {
        Map<String, String> lines = new TreeMap<>();
        for (StoredQuery query : StoredQuery.bundled().values()) {
            String address = host + "/api/queries/" + query.name() + "?format=json"
                    + (query.about().federated()
                            ? "&endpoint=" + URLEncoder.encode(ENDPOINT, StandardCharsets.UTF_8)
                            : "");
            JsonNode answer = JsonMapper.builder().build().readTree(get(address));
            String name = query.name().replace('-', '_');
            lines.put(name, name + "\t" + (answer.has("head") ? table(answer) : problem(answer)));
        }
        JsonNode hits = JsonMapper.builder()
                .build()
                .readTree(get(host + "/search?format=json&q=" + URLEncoder.encode(WORDS, StandardCharsets.UTF_8)));
        lines.put("search", "search\t" + table(hits));
        return new ArrayList<>(lines.values());
    }

    private static String table(JsonNode answer) {
        List<String> variables = new ArrayList<>();
        answer.at("/head/vars").forEach(name -> variables.add(name.asText()));
        return String.join(",", variables) + "\t"
                + answer.at("/results/bindings").size();
    }

    private static String problem(JsonNode answer) {
        return answer.get("status").asInt() + "\t" + answer.get("title").asText();
    }

    private static String get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String run(String... command) throws Exception {
        Path log = temporary.resolve("errors.log");
        Path out = temporary.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readString(out);
    }
}
