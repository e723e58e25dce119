package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever changes between two publishes, what is published on top of the last one is what is published from nothing. */
class IncrementalPublishTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");
    private static final String LIST = "tsukuba-r3-list.txt";

    @TempDir
    Path folder;

    private Path data;
    private Path sheets;

    @BeforeEach
    void publishAllButTheList() throws IOException {
        data = folder.resolve("data");
        sheets = Files.createDirectory(folder.resolve("sheets"));
        try (Stream<Path> files = Files.list(SPECIMENS)) {
            for (Path file : files.toList()) {
                Files.copy(file, sheets.resolve(file.getFileName().toString()));
            }
        }
        Files.move(sheets.resolve(LIST), folder.resolve(LIST));
        assertThat(publish(data).exitCode()).isZero();
    }

    private Cli.Said publish(Path to, String... options) {
        List<String> arguments = new ArrayList<>(List.of("publish", "--keep", "1", "--data", to.toString()));
        arguments.addAll(List.of(options));
        arguments.add(sheets.toString());
        return Cli.run(arguments.toArray(String[]::new));
    }

    /** Publishes on top and, with the same registry and readings, from nothing; gives what was said of the first. */
    private Cli.Said publishAndCompare(String... options) throws IOException {
        Path fresh = Files.createTempDirectory(folder, "fresh");
        Path registry = Files.createDirectory(fresh.resolve("registry"));
        try (Stream<Path> known = Files.list(data.resolve("registry"))) {
            for (Path file : known.toList()) {
                Files.copy(file, registry.resolve(file.getFileName()));
            }
        }
        Path readings = Files.createDirectory(fresh.resolve("readings"));
        try (Stream<Path> known = Files.list(data.resolve("readings"))) {
            for (Path reading : known.toList()) {
                Files.copy(reading, readings.resolve(reading.getFileName()));
            }
        }
        Cli.Said said = publish(data, options);
        Cli.Said anew = publish(fresh, options);
        Release one = Releases.in(data).current().orElseThrow();
        Release other = Releases.in(fresh).current().orElseThrow();

        assertThat(said.exitCode()).as(said.err()).isEqualTo(anew.exitCode());
        assertThat(said.err().lines().filter(line -> !line.startsWith("jigyo:")))
                .as("findings")
                .containsExactlyElementsOf(anew.err().lines().toList());
        assertThat(one.id()).isEqualTo(other.id());
        for (String file : List.of("dump/jigyo.nq.gz", "turtle/statistics.ttl")) {
            assertThat(one.folder().resolve(file))
                    .hasSameBinaryContentAs(other.folder().resolve(file));
        }
        for (String city : List.of("082201", "141305", "272043")) {
            assertThat(data.resolve("registry/" + city + ".tsv"))
                    .hasSameTextualContentAs(registry.resolve(city + ".tsv"));
        }
        assertThat(Files.readAllLines(data.resolve("checked.jsonl")))
                .isEqualTo(Files.readAllLines(fresh.resolve("checked.jsonl")));
        return said;
    }

    private void assertBuiltOnTheReleaseBefore() throws IOException {
        Path slices = Releases.in(data).current().orElseThrow().folder().resolve("slices.tsv");
        assertThat(Files.readAllLines(slices).get(2)).as("size and updates").doesNotEndWith("\t0");
    }

    @Test
    void sheetsComeAreCorrectedAndGo() throws IOException {
        Files.copy(folder.resolve(LIST), sheets.resolve(LIST));
        assertThat(publishAndCompare().err()).doesNotContain("jigyo:");
        assertBuiltOnTheReleaseBefore();

        Path corrections = Files.writeString(folder.resolve("corrections.yml"), """
                - city: "082201"
                  fiscalYear: 2021
                  number: "11"
                  name: スマートシティの推進
                  field: texts/purpose
                  was: （標本）新しい技術を市の暮らしに役立てる。
                  now: （標本）新しい技術を市の暮らしと仕事に役立てる。
                  reason: 標本の訂正
                """);
        assertThat(publishAndCompare("--corrections", corrections.toString()).err())
                .contains("CORRECTION_APPLIED")
                .doesNotContain("jigyo:");
        assertBuiltOnTheReleaseBefore();

        Path kept = data.resolve("checked.jsonl");
        Files.writeString(kept, Files.readString(kept).replaceFirst("graph/082201", "graph/082202"));
        Path written = data.resolve("written.tsv");
        Files.writeString(written, Files.readString(written).replaceFirst("graph/082201", "graph/082202"));
        Path list = sheets.resolve(LIST);
        Files.writeString(list, Files.readString(list).replace("基盤の設計", "基盤の見直し"));
        assertThat(publishAndCompare().err())
                .contains("jigyo: all is checked anew: checked.jsonl is damaged")
                .contains("jigyo: all Turtle is written anew: written.tsv is damaged");
        assertBuiltOnTheReleaseBefore();
        Path manifest = Releases.in(data).current().orElseThrow().folder().resolve("release.json");
        assertThat(Files.readString(manifest)).contains("all is checked anew");

        Files.delete(list);
        assertThat(publishAndCompare().err()).doesNotContain("jigyo:");
        assertBuiltOnTheReleaseBefore();

        Path terms = Releases.in(data).current().orElseThrow().tdb().resolve("Data-0001/nodes-data.obj");
        byte[] bytes = Files.readAllBytes(terms);
        bytes[bytes.length / 2] ^= 1;
        Files.write(terms, bytes);
        Files.copy(folder.resolve(LIST), list);
        assertThat(publishAndCompare().err())
                .contains("jigyo: all is checked anew: tdb2/Data-0001/nodes-data.obj is damaged")
                .contains("cannot be built upon, all is made anew: tdb2/Data-0001/nodes-data.obj is damaged");
    }

    @Test
    void aDecisionAboutIdentityChanges() throws IOException {
        Files.delete(data.resolve("registry/082201.tsv"));
        String project = "\t012\tデジタル情報プラットフォームの導入による地域との連携推進";
        Files.writeString(
                data.resolve("registry/082201.review.tsv"),
                "082201\t2022" + project + "\t2024" + project + "\tdifferent\n");
        publishAndCompare();
        assertThat(Files.readString(data.resolve("registry/082201.tsv"))).contains("082201-2024-0012");
    }
}
