package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jigyo.cli.Main;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jigyo serve} with 256 MB: queries that want more end with an error, the server goes on. */
class SmallHeapTest {

    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/jigyo/ns#Project> }";
    private static final int PROJECTS = 4000;

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AutoClose
    private static Child server;

    private static URI address;
    private static URI monitor;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Releases.in(data).publish(Drawer.ofCity(folder.resolve("turtle"), 1).graphs(), 2);
        Releases.in(data)
                .publish(Drawer.ofCity(folder.resolve("turtle"), PROJECTS).graphs(), 2);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path settings = Files.writeString(
                folder.resolve("serve.yml"),
                "listen: { port: 0, monitor-port: " + port + " }\nquery: { time-seconds: 60, heap-percent: 70 }\n");
        server = new Child(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--config",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
        monitor = URI.create("http://127.0.0.1:" + port);
        address = ready();
    }

    private static URI ready() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end && server.process.isAlive()) {
            try (BufferedReader log = Files.newBufferedReader(folder.resolve("log"), StandardCharsets.UTF_8)) {
                var line =
                        log.lines().filter(said -> said.contains("ready at ")).findFirst();
                if (line.isPresent()) {
                    return URI.create(line.get().replaceFirst(".*ready at ", ""))
                            .resolve("sparql");
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError(Files.readString(folder.resolve("log")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?a ?d ?c ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d ?c ?f",
                "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?c), STR(?d), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
            })
    void aQueryThatWantsMoreEndsWithAnErrorAndTheServerGoesOn(String query) throws Exception {
        HttpResponse<String> answer = ask(query).join();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("Memory limit");
        assertAlive();
    }

    private static String said() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Test
    void manyMayFetchALargeFileAtOnce() throws Exception {
        Path data = folder.resolve("data");
        Path changes = Releases.in(data).current().orElseThrow().changes();
        assertThat(Files.size(changes)).isGreaterThan(5_000_000);
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/changes/" + changes.getParent().getFileName() + ".ttl"))
                .build();
        List<CompletableFuture<HttpResponse<InputStream>>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // its head has come, its body is taken later: all are under way together
            answers.add(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
        }
        for (CompletableFuture<HttpResponse<InputStream>> answer : answers) {
            assertThat(answer.join().statusCode()).as(said()).isEqualTo(200);
        }
        for (CompletableFuture<HttpResponse<InputStream>> answer : answers) {
            try (InputStream body = answer.join().body()) {
                assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(Files.size(changes));
            }
        }
        assertAlive();
    }

    @Test
    void manyAtOnceAreAllAnsweredWhole() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(ask("SELECT ?a ?d ?c ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d ?c ?f # " + i));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
        }
        assertAlive();
    }

    private static void assertAlive() throws Exception {
        assertThat(server.process.isAlive()).isTrue();
        assertThat(CLIENT.send(
                                HttpRequest.newBuilder(monitor.resolve("/health"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> count = ask(COUNT).join();
        assertThat(count.body()).contains("" + PROJECTS);
    }

    private static CompletableFuture<HttpResponse<String>> ask(String query) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/sparql-query")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private record Child(Process process) implements AutoCloseable {

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
