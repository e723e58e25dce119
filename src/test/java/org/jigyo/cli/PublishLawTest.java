package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Laws of publishing: the order and grouping of publishes make no difference, and nothing is removed without being
 * named.
 */
class PublishLawTest {

    private static final String LIST = "tsukuba-r3-list.txt";
    private static final String TABLES = "tsukuba-r4-tables.txt";
    private static final String KAWASAKI = "kawasaki-r5-policy-4-2.txt";
    private static final String IKEDA = "ikeda-r6.pdf";
    private static final String YOKOHAMA = "yokohama-r7.pdf";

    @TempDir
    Path folder;

    private Path sheets;

    @BeforeEach
    void copySpecimens() throws IOException {
        sheets = Files.createDirectory(folder.resolve("sheets"));
        try (Stream<Path> files = Files.list(PublishedSpecimens.SHEETS)) {
            for (Path file : files.toList()) {
                Files.copy(file, sheets.resolve(file.getFileName().toString()));
            }
        }
    }

    private Cli.Said publish(String data, String... words) {
        List<String> arguments =
                new ArrayList<>(List.of("publish", "--data", data(data).toString()));
        for (String word : words) {
            arguments.add(word.startsWith("-") ? word : sheets.resolve(word).toString());
        }
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Path data(String name) {
        return folder.resolve(name);
    }

    private Release current(String data) {
        return Releases.in(data(data)).current().orElseThrow();
    }

    /** The files below a folder: relative path → digest. */
    private Map<String, String> files(Path below) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(below)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(below.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private void assertSame(String one, String other) throws IOException {
        assertThat(current(one).id()).isEqualTo(current(other).id());
        for (String file : List.of("dump/jigyo.nq.gz", "turtle/statistics.ttl", "turtle/derived.ttl")) {
            assertThat(current(one).folder().resolve(file))
                    .hasSameBinaryContentAs(current(other).folder().resolve(file));
        }
    }

    @Test
    void citiesTogetherAreCitiesOneByOne() throws IOException {
        publish("ikeda", IKEDA);
        publish("kawasaki", KAWASAKI);
        publish("tsukuba", LIST, TABLES, "tsukuba-r6-sheets.txt");
        Map<String, String> graphs = new TreeMap<>();
        for (String city : List.of("ikeda", "kawasaki", "tsukuba")) {
            files(data(city).resolve("cities")).forEach((file, digest) -> {
                if (file.endsWith(".ttl")
                        || file.endsWith(".nq.gz")
                        || file.endsWith(".blocks.tsv")
                        || file.endsWith("drawings.zip")) {
                    graphs.put(file.replaceFirst("/[0-9a-f]{16}/", "/"), digest);
                }
            });
        }
        Map<String, String> together = new TreeMap<>();
        files(PublishedSpecimens.data().resolve("cities"))
                .forEach((file, digest) -> together.put(file.replaceFirst("/[0-9a-f]{16}/", "/"), digest));
        assertThat(graphs).hasSizeGreaterThan(40);
        assertThat(together).containsAllEntriesOf(graphs);
    }

    /** Ends with seeded steps; {@code -Djigyo.steps=N -Djigyo.steps.seed=S} for long runs. */
    @Test
    void publishingByAndByIsPublishingAtOnceAndTouchesNoOtherCity() throws IOException {
        publish("steps", TABLES, "tsukuba-r6-sheets.txt", LIST);
        Cli.Said second = publish("steps", KAWASAKI, IKEDA, YOKOHAMA);
        assertThat(second.out()).contains("3 added, 0 replaced, 3 kept, 0 removed");
        Path cities = data("steps").resolve("cities");
        Map<String, String> before = files(cities);
        Map<String, FileTime> times = times(cities);

        Path tables = sheets.resolve(TABLES);
        Files.writeString(tables, Files.readString(tables).replace("（標本）", "（標本）改めた"));
        Cli.Said mended = publish("steps", TABLES);
        assertThat(mended.out()).contains("0 added, 1 replaced, 5 kept, 0 removed");
        Map<String, String> after = files(cities);
        for (String city : List.of("141003", "141305", "272043")) {
            before.forEach((file, digest) -> {
                if (file.startsWith(city)) {
                    assertThat(after).containsEntry(file, digest);
                    assertThat(times).containsEntry(file, time(cities.resolve(file)));
                }
            });
        }

        Random random = new Random(Long.getLong("jigyo.steps.seed", 20261129));
        for (int step = 1; step <= Integer.getInteger("jigyo.steps", 1); step++) {
            step("steps", random, step);
        }
        publish("once", ".");
        assertSame("steps", "once");
    }

    /** Publishes one of the files again, changed where it is a text. */
    private void step(String data, Random random, int step) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(sheets)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        String name = names.get(random.nextInt(names.size()));
        if (name.endsWith(".txt")) {
            Path file = sheets.resolve(name);
            Files.writeString(file, Files.readString(file).replaceFirst("（標本）", "（標本）" + step + "度目の"));
        }
        Cli.Said said = publish(data, name);
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    @Test
    void drawingsStayUntilTheirFileIsReadAgain() throws IOException {
        publish("data", "--no-drawings", TABLES);
        assertThat(drawings("data")).isEmpty();
        publish("data", LIST);
        assertThat(drawings("data")).isNotEmpty().allMatch(entry -> entry.startsWith("2021/"));
        publish("data", TABLES);
        List<String> both = drawings("data");
        assertThat(both).anyMatch(entry -> entry.startsWith("2021/")).anyMatch(entry -> entry.startsWith("2022/"));
        publish("data", "--no-drawings", KAWASAKI);
        assertThat(drawings("data")).isEqualTo(both);
    }

    /** The entries of the drawings of the current release. */
    private List<String> drawings(String data) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<String, String> city : current(data).cities().entrySet()) {
            Path file = data(data)
                    .resolve("cities")
                    .resolve(city.getKey())
                    .resolve(city.getValue())
                    .resolve("drawings.zip");
            if (Files.exists(file)) {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    zip.stream().forEach(entry -> entries.add(entry.getName()));
                }
            }
        }
        return entries;
    }

    private Map<String, FileTime> times(Path below) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        files(below).keySet().forEach(file -> times.put(file, time(below.resolve(file))));
        return times;
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aReplacedFileLosesNoSheetUnlessThatIsAllowed() throws IOException {
        publish("data", LIST, TABLES);
        String before = current("data").id();
        Path list = sheets.resolve(LIST);
        Files.writeString(
                list,
                String.join(
                        "\n",
                        Files.readAllLines(list).stream()
                                .filter(line -> !line.startsWith("3\t11\t"))
                                .toList()));
        Cli.Said refused = publish("data", LIST);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.SHEETS_WITH_ERRORS);
        assertThat(refused.err())
                .contains("SHEET_REMOVED", "--allow-removals", "nothing was published, because sheets would be removed")
                .containsOnlyOnce("11 スマートシティの推進");
        assertThat(current("data").id()).isEqualTo(before);

        Cli.Said allowed = publish("data", "--allow-removals", LIST);
        assertThat(allowed.exitCode()).as(allowed.err()).isZero();
        assertThat(allowed.err()).contains("sheets removed:", "11 スマートシティの推進");
        assertThat(current("data").id()).isNotEqualTo(before);
    }

    @Test
    void whatIsNamedGoes() {
        PublishedSpecimens.copy(data("data"));
        int graphs = current("data").graphs().size();
        Cli.Said said = Cli.run("withdraw", "--data", data("data").toString(), "082201/2021");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(current("data").graphs())
                .hasSize(graphs - 2)
                .noneMatch(part -> part.graph().contains("/2021"));
        Cli.run("withdraw", "--data", data("data").toString(), "272043");
        assertThat(current("data").cities()).containsOnlyKeys("082201", "141003", "141305");
        Cli.Said unknown = Cli.run("withdraw", "--data", data("data").toString(), "272043");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("no city 272043", "082201, 141003, 141305");
        Cli.Said file = Cli.run("withdraw", "--data", data("data").toString(), "141305/2023/other.txt");
        assertThat(file.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(file.err()).contains("it has 141305/2023/" + KAWASAKI);
        Cli.Said nothing = Cli.run("withdraw", "--data", data("empty").toString(), "141305");
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nothing.err()).contains("no release", "--data");
        assertThat(data("empty")).doesNotExist();
        assertThat(publish("data", "--only", IKEDA).exitCode()).isZero();
        assertThat(current("data").cities()).containsOnlyKeys("272043");
    }

    @Test
    void aReleaseOfAnotherVersionOfTheProgramIsNamed() throws IOException {
        PublishedSpecimens.copy(data("data"));
        String[] query = {"query", "--data", data("data").toString(), "coverage"};
        assertThat(Cli.run(query).err()).isEmpty();
        Path sums = current("data").folder().resolve("files.tsv");
        List<String> lines = new ArrayList<>(Files.readAllLines(sums));
        lines.set(0, "another");
        Files.write(sums, lines);
        Cli.Said said = Cli.run(query);
        assertThat(said.exitCode()).isZero();
        assertThat(said.err())
                .containsOnlyOnce("another version of the program")
                .contains("publish");
    }

    @Test
    void aCityThatCannotBeBuiltStaysAsItWasAndTheOthersGoOn() throws IOException {
        PublishedSpecimens.copy(data("data"));
        Map<String, String> before = current("data").cities();
        try (Stream<Path> readings = Files.list(data("data").resolve("readings"))) {
            for (Path reading :
                    readings.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                String text = Files.readString(reading);
                if (text.contains("\"141305\"")) {
                    Files.writeString(reading, text.substring(0, text.length() / 2));
                }
            }
        }
        Path registry = Files.createDirectories(data("data").resolve("registry"));
        Files.writeString(
                registry.resolve("141305.review.tsv"),
                "141305\t2022\t1\ta\t2023\t1\tb\tdifferent\n",
                java.nio.file.StandardOpenOption.CREATE);
        Path tables = sheets.resolve(TABLES);
        Files.writeString(tables, Files.readString(tables).replace("（標本）", "（標本）改めた"));
        Cli.Said said = publish("data", TABLES);
        assertThat(said.exitCode()).isEqualTo(ExitCode.SHEETS_WITH_ERRORS);
        assertThat(said.err()).contains("INTERNAL_ERROR", "141305", "it stays as it was");
        assertThat(current("data").cities()).containsEntry("141305", before.get("141305"));
        assertThat(current("data").cities().get("082201")).isNotNull().isNotEqualTo(before.get("082201"));
        assertThat(Files.readString(current("data").folder().resolve("turtle/082201-2022.ttl")))
                .contains("（標本）改めた");
    }
}
