package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many concurrent clients: identical requests are computed once, and no client excludes the others. */
class ManyClientsTest {

    /** A million pairs, half a second: some projects with every statement of the release. */
    private static final String SLOW = "PREFIX jg: <https://w3id.org/jigyo/ns#> SELECT (COUNT(*) AS ?n) "
            + "{ { SELECT ?c { ?a jg:numberAsPrinted ?c } LIMIT 50 } ?d ?e ?f FILTER(?c != ?f) }";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static List<HttpResponse<String>> atOnce(int times, IntFunction<HttpRequest> request) {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, times)
                .mapToObj(i -> CLIENT.sendAsync(request.apply(i), HttpResponse.BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> answers = new ArrayList<>();
        sent.forEach(answer -> answers.add(answer.join()));
        return answers;
    }

    private static HttpRequest slow(Site site, int variant, String client) {
        HttpRequest.Builder request = site.request("/sparql?query=" + Site.encoded(SLOW + " LIMIT " + (variant + 1)));
        return (client == null ? request : request.header("X-Forwarded-For", client)).build();
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }

    private static double shared(Site site) throws Exception {
        URI metrics = site.server().monitor().resolve("/metrics");
        return CLIENT.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("jigyo_cache_shared_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equalQuestionsAtOnceAreComputedOnce(@TempDir Path folder) throws Exception {
        try (Site site = Site.ofCity(folder, 300, "query: { running: 1, wait-seconds: 0, time-seconds: 120 }")) {
            List<HttpResponse<String>> same = atOnce(6, i -> slow(site, 0, null));

            assertThat(statuses(same)).containsOnly(200).hasSize(6);
            assertThat(same)
                    .extracting(HttpResponse::body)
                    .containsOnly(same.get(0).body());
            assertThat(shared(site)).isEqualTo(5);
            assertThat(statuses(atOnce(6, i -> slow(site, i + 1, null))))
                    .as("others need a place of their own")
                    .contains(200, 503);
        }
    }

    /** An answer in a file is sent by all who wait for it, and an error is returned to all. */
    @ParameterizedTest
    @ValueSource(ints = {200, 413})
    void whatIsSharedIsWhole(int status, @TempDir Path folder) throws Exception {
        String query = "SELECT ?a ?c { ?a ?b ?c . ?d ?e ?f FILTER(?a = ?f) } ORDER BY ?a ?c";
        String settings = "query: { memory-bytes: 1024, running: 1, wait-seconds: 0, time-seconds: 120, rows: "
                + (status == 200 ? 1_000_000 : 600) + " }";
        try (Site site = Site.ofCity(folder, 300, settings)) {
            List<HttpResponse<String>> same = atOnce(
                    6, i -> site.request("/sparql?query=" + Site.encoded(query)).build());

            assertThat(statuses(same)).containsOnly(status).hasSize(6);
            assertThat(same)
                    .extracting(HttpResponse::body)
                    .containsOnly(same.get(0).body());
            assertThat(same.get(0).body().length()).isGreaterThan(status == 200 ? 1024 : 0);
            assertThat(site.query(query).body()).isEqualTo(same.get(0).body());
        }
    }

    @Test
    void oneClientLeavesPlacesToOthers(@TempDir Path folder) {
        String settings =
                "listen: { monitor-port: 0, forwarded: true }\nquery: { running: 3, wait-seconds: 0.2, time-seconds: 120 }";
        try (Site site = Site.ofCity(folder, 300, settings)) {
            CompletableFuture<List<HttpResponse<String>>> greedy =
                    CompletableFuture.supplyAsync(() -> atOnce(12, i -> slow(site, i, "192.0.2.1")));
            List<HttpResponse<String>> other = new ArrayList<>();
            for (int i = 0; !greedy.isDone(); i++) {
                other.addAll(atOnce(1, variant -> slow(site, 100, "2001:db8::1")));
                other.addAll(List.of(site.get("/sparql?query=ASK%7B%7D&nothing=" + i, "X-Forwarded-For", "192.0.2.2")));
            }
            assertThat(statuses(greedy.join())).contains(200, 429).doesNotContain(503);
            assertThat(statuses(other)).containsOnly(200);
            HttpResponse<String> refused = greedy.join().stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.body()).contains("Too many at once", "\"limit\" : 2");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void theNetworkOfAnIpv6AddressIsOneClientAndThisMachineIsNotLimited(@TempDir Path folder) {
        String settings =
                "listen: { monitor-port: 0, forwarded: true }\nquery: { running: 3, wait-seconds: 0, time-seconds: 120 }";
        try (Site site = Site.ofCity(folder, 300, settings)) {
            assertThat(statuses(atOnce(3, i -> slow(site, i, "2001:db8:0:0:" + i + "::1"))))
                    .contains(429);
            assertThat(statuses(atOnce(3, i -> slow(site, 10 + i, "127.0.0.1"))))
                    .containsOnly(200);
        }
    }
}
