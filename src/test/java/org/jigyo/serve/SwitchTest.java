package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New releases while the server answers: switching under load, a publish killed halfway, two at once. */
class SwitchTest {

    private static final String NUMBERS = "PREFIX jg: <https://w3id.org/jigyo/ns#> "
            + "SELECT ?left ?right { jg:left jg:number ?left . jg:right jg:number ?right }";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void publish() {
        data = folder.resolve("data");
        Publisher.publish(data, folder.resolve("turtle"), 0);
    }

    private Site site() {
        return Site.over(
                Releases.in(data),
                Site.settings(folder, "release: { watch-seconds: 0.1, warm-up: false, exercise-seconds: 0 }"));
    }

    @Test
    void aSwitchUnderLoadDropsNoRequestAndMixesNoAnswer() throws Exception {
        try (Site site = site()) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger answered = new AtomicInteger();
            ExecutorService clients = Executors.newFixedThreadPool(6);
            List<Future<?>> loops = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int client = i;
                loops.add(clients.submit(() -> {
                    while (!done.get()) {
                        // half of the clients ask something new each time, past the cache
                        String query = client % 2 == 0 ? NUMBERS : NUMBERS + " LIMIT " + (1 + answered.get());
                        HttpResponse<String> answer = site.query(query, "Accept", "text/csv");
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                        String[] numbers = answer.body()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                                .split(",");
                        assertThat(numbers[0]).isEqualTo(numbers[1]);
                        answered.incrementAndGet();
                        Thread.sleep(5);
                    }
                    return null;
                }));
            }
            for (int number = 1; number <= 4; number++) {
                Publisher.publish(data, folder.resolve("turtle"), number);
                await(site, number);
            }
            done.set(true);
            for (Future<?> loop : loops) {
                loop.get(60, TimeUnit.SECONDS);
            }
            clients.shutdown();
            assertThat(answered.get()).isGreaterThan(20);
        }
    }

    @Test
    void aPublisherThatIsKilledLeavesTheOldReleaseServed() throws Exception {
        int kills = Integer.getInteger("jigyo.kills", 1);
        Random random = new Random(20241122);
        Releases releases = Releases.in(data);
        try (Site site = site()) {
            long whole = spawn(1, Long.MAX_VALUE);
            await(site, 1);
            for (int i = 0; i < kills; i++) {
                Release before = releases.current().orElseThrow();
                spawn(2 + i, (long) (random.nextDouble() * whole));
                // a kill may come too late: then the new release is whole and served
                Release now = releases.current().orElseThrow();
                int shown = now.equals(before) ? -1 : 2 + i;
                if (shown > 0) {
                    await(site, shown);
                }
                assertThat(site.query(NUMBERS).statusCode()).isEqualTo(200);
                assertThat(releases.list()).contains(now);
            }
            Publisher.publish(data, folder.resolve("turtle"), 1000);
            await(site, 1000);
        }
        try (Stream<Path> left = Files.list(data.resolve("releases"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aSecondPublisherIsToldToWait() throws Exception {
        Path lock = data.resolve("publish.lock");
        Process other = new ProcessBuilder(
                        java("-cp", System.getProperty("java.class.path"), Holder.class.getName(), lock.toString()))
                .start();
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> Publisher.publish(data, folder.resolve("turtle"), 1))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("another publish");
        } finally {
            other.destroyForcibly().waitFor();
        }
        Publisher.publish(data, folder.resolve("turtle"), 1);
    }

    /** Holds the lock until killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                var lock = channel.lock();
                System.out.println(lock.isValid() ? "held" : "not held");
                System.out.flush();
                Thread.sleep(120_000);
            }
        }
    }

    /** Publishes in another process and kills it so many milliseconds after its beginning; gives how long it ran. */
    private long spawn(int number, long killAfter) throws Exception {
        Process process = new ProcessBuilder(java(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        data.toString(),
                        folder.resolve("turtle" + number).toString(),
                        Integer.toString(number)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("begin");
            long start = System.nanoTime();
            if (!process.waitFor(Math.min(killAfter, 120_000), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void await(Site site, int number) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String wanted = number + "," + number;
        while (!site.query(NUMBERS, "Accept", "text/csv").body().contains(wanted)) {
            assertThat(System.nanoTime())
                    .as("release " + number + " is not served")
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }
}
