package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Copies;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A publish that is killed at any moment loses nothing: the release before it stays, and the next publish gives the
 * same result as without the interruption.
 */
class PublishKilledTest {

    private static final int STEPS = Integer.getInteger("jigyo.steps", 1);
    private static final long SEED = Long.getLong("jigyo.steps.seed", 20261129);
    private static final Path BEFORE = PublishedSpecimens.SHEETS.resolve("tsukuba-r3-list.txt");
    private static final Path KILLED = PublishedSpecimens.SHEETS.resolve("kawasaki-r5-policy-4-2.txt");

    @TempDir
    private static Path shared;

    private static Map<String, String> undisturbed;
    private static Release before;
    private static Release after;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeAll
    static void publishUndisturbed() throws IOException {
        publish(shared.resolve("before"), BEFORE);
        before = current(shared.resolve("before"));
        Path whole = Copies.of(shared.resolve("before"), shared.resolve("undisturbed"));
        publish(whole, KILLED);
        undisturbed = state(whole);
        after = current(whole);
    }

    @BeforeEach
    void begin() {
        data = Copies.of(shared.resolve("before"), folder.resolve("data"));
    }

    private static void publish(Path data, Path sheets) {
        Cli.Said said = Cli.run("publish", "--data", data.toString(), sheets.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    private static Release current(Path data) {
        return Releases.in(data).current().orElseThrow();
    }

    /** The contents of a data folder that follow from its sheets, and the names of all other files. */
    private static Map<String, String> state(Path data) throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (String below : List.of(
                "registry", "cities", "readings", "releases/" + current(data).id() + "/turtle")) {
            try (Stream<Path> files = Files.walk(data.resolve(below))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    // The catalogue and the list of its blocks contain the time of publication.
                    boolean dated = file.getFileName().toString().startsWith("catalogue");
                    state.put(
                            data.relativize(file).toString(),
                            dated ? "" : DigestUtils.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        try (Stream<Path> left = Files.list(data)) {
            state.put(
                    "", left.map(file -> file.getFileName().toString()).sorted().collect(Collectors.joining(" ")));
        }
        return state;
    }

    /** Stages of a publish, each recognised by a file or folder that then exists; two for each step. */
    static List<String> points() {
        List<String> points = new ArrayList<>(List.of(
                "cities/141305/.unfinished-*",
                "registry/141305.tsv",
                "releases/.unfinished-*/tdb2/*/POS.dat",
                "releases/.unfinished-*/files.tsv"));
        Collections.shuffle(points, new Random(SEED));
        return points.subList(0, Math.min(2 * STEPS, points.size()));
    }

    @ParameterizedTest
    @MethodSource("points")
    void atACertainPoint(String reached) throws Exception {
        assertThat(killed(data, process -> exists(data, reached)))
                .as("there was nothing to kill")
                .isTrue();
        assertNothingIsLost();
    }

    /** {@code -Djigyo.steps=N -Djigyo.steps.seed=S} tests more points. */
    @Test
    void atAnyTime() throws Exception {
        Random random = new Random(SEED);
        Path other = Copies.of(shared.resolve("undisturbed"), folder.resolve("undisturbed"));
        long begin = System.nanoTime();
        assertThat(killed(other, process -> false)).isFalse();
        long whole = System.nanoTime() - begin;
        for (int step = 1; step <= STEPS; step++) {
            long end = System.nanoTime() + (long) (random.nextDouble() * whole);
            data = Copies.of(shared.resolve("before"), folder.resolve("data-" + step));
            killed(data, process -> System.nanoTime() > end);
            assertNothingIsLost();
        }
    }

    /** Publishes in a separate process and kills it; false if it ended before. */
    private static boolean killed(Path data, Predicate<Process> when) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "publish",
                        "--data",
                        data.toString(),
                        KILLED.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!when.test(process)) {
                if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return true;
    }

    private static boolean exists(Path data, String pattern) {
        List<Path> reached = List.of(data);
        for (String name : pattern.split("/")) {
            reached = reached.stream().flatMap(below -> named(below, name)).toList();
        }
        return !reached.isEmpty();
    }

    private static Stream<Path> named(Path folder, String name) {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name)) {
            found.forEach(all::add);
        } catch (IOException | DirectoryIteratorException e) {
            // It does not exist yet, or was deleted while it was read.
            return Stream.empty();
        }
        return all.stream();
    }

    private void assertNothingIsLost() throws IOException {
        Release left = current(data);
        assertThat(left.id()).isIn(before.id(), after.id());
        OpenRelease.verified(left).close();
        publish(data, KILLED);
        assertThat(state(data)).isEqualTo(undisturbed);
    }
}
