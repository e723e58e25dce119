package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jigyo.release.Releases;
import org.jigyo.release.Replica;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas behind HAProxy with {@code fuseki-config/haproxy.cfg}: one switches to another release before the other, and one is killed, and
 * no request fails and no session sees two releases. {@code -Djigyo.haproxy=60} keeps the load on for so many seconds before each.
 */
class HaproxyTest {

    private static final int SECONDS = Integer.getInteger("jigyo.haproxy", 1);
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 12;
    private static final String NUMBERS = "PREFIX jg: <https://w3id.org/jigyo/ns#> "
            + "SELECT ?left ?right { jg:left jg:number ?left . jg:right jg:number ?right } LIMIT ";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<Process> processes = new ArrayList<>();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Queue<Set<String>> sessions = new ConcurrentLinkedQueue<>();
    private Path origin;
    private Path one;
    private Path two;
    private int port;

    @BeforeEach
    void publish() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "haproxy"))),
                "haproxy is not on the PATH (Debian: apt-get install haproxy)");
        origin = folder.resolve("origin");
        one = folder.resolve("one");
        two = folder.resolve("two");
        Publisher.publish(origin, folder.resolve("turtle"), 1);
        pull(one);
        pull(two);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void pull(Path data) {
        assertThat(Replica.pull(origin.toString(), Releases.in(data), 3)).isTrue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Process start(String name, String... words) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Process server(Path data, int port, int monitor) throws IOException {
        String name = data.getFileName().toString();
        Path config = Files.writeString(
                folder.resolve(name + ".yml"),
                "listen: { port: " + port + ", monitor-port: " + monitor + " }\n"
                        + "release: { watch-seconds: 0.2, session-seconds: 300, warm-up: false, exercise-seconds: 0 }\n");
        return start(
                name,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.jigyo.cli.Main",
                "serve",
                "--data",
                data.toString(),
                "--config",
                config.toString());
    }

    /** Waits until a server serves the release of its data folder. */
    private void await(Path data, int monitor) throws Exception {
        String id = Files.readString(data.resolve("current")).strip();
        for (int i = 0; i < 1200; i++) {
            try {
                if (get("http://127.0.0.1:" + monitor + "/health").body().contains(id)) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError(Files.readString(folder.resolve(data.getFileName() + ".log")));
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(40));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One client's sessions, one after the other. Every second client brings the header back, the others the cookie. */
    private void sessions(int number) throws Exception {
        while (!done.get()) {
            Set<String> seen = new TreeSet<>();
            List<String> headers = new ArrayList<>(List.of("Accept", "text/csv"));
            for (int i = 0; i < REQUESTS; i++) {
                String address = "http://127.0.0.1:" + port + "/sparql?query="
                        + Site.encoded(NUMBERS + (1 + requests.incrementAndGet()));
                try {
                    HttpResponse<String> answer = get(address, headers.toArray(String[]::new));
                    if (answer.statusCode() == 200) {
                        String id =
                                answer.headers().firstValue("X-Jigyo-Release").orElseThrow();
                        seen.add(id + answer.body().lines().skip(1).toList());
                        if (headers.size() == 2) {
                            String cookie =
                                    answer.headers().firstValue("Set-Cookie").orElseThrow();
                            headers.addAll(
                                    number % 2 == 0
                                            ? List.of("Cookie", cookie.split(";")[0])
                                            : List.of("X-Jigyo-Release", id));
                        }
                    } else {
                        failed.add(answer.statusCode() + " " + answer.body());
                    }
                } catch (IOException e) {
                    failed.add(e.toString());
                }
                Thread.sleep(10);
            }
            sessions.add(seen);
        }
    }

    @Test
    void noRequestFailsAndNoSessionSeesTwoReleases() throws Exception {
        int[] ports = {freePort(), freePort(), freePort(), freePort()};
        port = freePort();
        Process first = server(one, ports[0], ports[1]);
        server(two, ports[2], ports[3]);
        await(one, ports[1]);
        await(two, ports[3]);
        String config = Files.readString(Path.of("fuseki-config/haproxy.cfg"))
                .replace("127.0.0.1:3000", "127.0.0.1:" + port)
                .replace("127.0.0.1:3030 check port 3031", "127.0.0.1:" + ports[0] + " check port " + ports[1])
                .replace("127.0.0.1:3040 check port 3041", "127.0.0.1:" + ports[2] + " check port " + ports[3]);
        start(
                "haproxy",
                "haproxy",
                "-db",
                "-f",
                Files.writeString(folder.resolve("haproxy.cfg"), config).toString());
        Thread.sleep(1000);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> loops = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            loops.add(clients.submit(() -> {
                sessions(number);
                return null;
            }));
        }
        TimeUnit.SECONDS.sleep(SECONDS);
        Publisher.publish(origin, folder.resolve("turtle"), 2);
        pull(one);
        await(one, ports[1]);
        TimeUnit.SECONDS.sleep(SECONDS);
        pull(two);
        await(two, ports[3]);
        TimeUnit.SECONDS.sleep(SECONDS);
        first.destroyForcibly();
        TimeUnit.SECONDS.sleep(2L + SECONDS);
        done.set(true);
        for (Future<?> loop : loops) {
            loop.get(2, TimeUnit.MINUTES);
        }
        clients.shutdown();
        assertThat(failed).isEmpty();
        assertThat(sessions).allSatisfy(seen -> assertThat(seen).hasSize(1));
        assertThat(sessions).anySatisfy(seen -> assertThat(seen.toString()).contains("1,1"));
        assertThat(sessions).anySatisfy(seen -> assertThat(seen.toString()).contains("2,2"));
        assertThat(requests.get()).isGreaterThan(REQUESTS * CLIENTS);
    }
}
