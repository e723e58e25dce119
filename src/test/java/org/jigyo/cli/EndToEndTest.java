package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
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
import java.util.stream.Stream;
import org.jigyo.RealSheets;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from sheets to an answer over HTTP. */
class EndToEndTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    @Test
    void settledCostPerGoalIsTheSumOverGold() throws Exception {
        Path shared = RealSheets.folder();
        String data = temporary.resolve("data").toString();
        List<String> arguments = new ArrayList<>(List.of("publish", "--quiet", "--data", data));
        try (Stream<Path> files = Files.list(shared.resolve("sheets"))) {
            files.filter(f -> f.getFileName().toString().startsWith("tsukuba"))
                    .sorted()
                    .forEach(f -> arguments.add(f.toString()));
        }
        assertThat(Cli.run(arguments.toArray(String[]::new)).exitCode()).isZero();
        try (Server server = serve(data)) {
            assertThat(costPerGoal(server, "2024")).isEqualTo(goldCostPerGoal(shared.resolve("gold")));
        }
    }

    @Test
    void theSpecimensAnswerAndPublishingAgainChangesNothing() throws Exception {
        String data = temporary.resolve("data").toString();
        String specimens = PublishedSpecimens.SHEETS.toString();
        Cli.Said first = Cli.run("publish", "--data", data, specimens);
        assertThat(first.exitCode()).as(first.err()).isZero();
        Cli.Said again = Cli.run("publish", "--data", data, specimens);
        assertThat(again.out().lines().findFirst())
                .isEqualTo(first.out().lines().findFirst());
        assertThat(first.out()).contains("6 added, 0 replaced, 0 kept");
        assertThat(again.out()).contains("0 added, 0 replaced, 6 kept");
        try (Server server = serve(data)) {
            assertThat(costPerGoal(server, "2022")).isNotEmpty();
        }
        Cli.Said asked = Cli.run("query", "--data", data, "sdg-goal-cost", "--format", "csv");
        assertThat(asked.exitCode()).as(asked.err()).isZero();
        assertThat(asked.out()).startsWith("cityCode,year,goal,name,basis,projects,yen,reason,why");
    }

    @Test
    void aDataFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        Cli.Said said = Cli.run("publish", "--data", file.resolve("data").toString(), "src/main/resources/specimens");
        assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(said.err()).contains("data").doesNotContain("\tat ");
    }

    @Test
    void aPortInUse() throws Exception {
        String data = PublishedSpecimens.data().toString();
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Cli.Said said = Cli.run("serve", "--data", data, "--port", "" + taken.getLocalPort());
            assertThat(said.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(said.err()).contains("port " + taken.getLocalPort()).contains("--port");
        }
    }

    private Server serve(String data) throws IOException {
        return PublishedSpecimens.serve(Path.of(data), temporary);
    }

    private static Map<Integer, BigDecimal> costPerGoal(Server server, String year) throws Exception {
        String query = StoredQuery.bundled()
                .get("sdg-goal-cost")
                .bind(Map.of("year", year))
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        server.address() + "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .header("Accept", "application/sparql-results+json")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Map<Integer, BigDecimal> yen = new TreeMap<>();
        for (JsonNode row : JSON.readTree(response.body()).at("/results/bindings")) {
            if (!row.has("reason")) {
                yen.merge(
                        row.at("/goal/value").asInt(),
                        new BigDecimal(row.at("/yen/value").asText()),
                        BigDecimal::add);
            }
        }
        return yen;
    }

    /** A project with three goals counts in full under each. */
    private static Map<Integer, BigDecimal> goldCostPerGoal(Path gold) throws IOException {
        Map<Integer, BigDecimal> yen = new TreeMap<>();
        try (Stream<Path> files = Files.list(gold)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("tsukuba-2024-"))
                    .toList()) {
                JsonNode record = JSON.readTree(file.toFile());
                BigDecimal settled = BigDecimal.ZERO;
                for (JsonNode cost : record.path("costs")) {
                    if (cost.path("item").asText().equals("total")
                            && cost.path("phase").asText().equals("settled")
                            && cost.path("year").asInt() == 2024) {
                        settled = cost.path("value").decimalValue().multiply(BigDecimal.valueOf(1000));
                    }
                }
                for (JsonNode sdg : record.path("sdgs")) {
                    yen.merge(sdg.path("goal").asInt(), settled, BigDecimal::add);
                }
            }
        }
        return yen;
    }
}
