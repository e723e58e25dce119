package org.jigyo.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.Program;
import org.jigyo.graph.GraphBase;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.publish.Published.Kind;
import org.jigyo.release.Folders;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that were built step by step, as a cluster does, make the same release as a publish; others are refused. */
class PartsFolderTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");
    private static final String KAWASAKI = "141305";
    private static final String TSUKUBA = "082201";
    private static final Reader READER = Reader.of(Layouts.bundled(), List.of(), Limits.DEFAULT, true, 1);
    private static final Reader NONE = new Reader(
            file -> {
                throw new AssertionError("read " + file);
            },
            List.of(),
            "none",
            1);

    @TempDir
    private Path folder;

    private Path sheets;
    private Path parts;

    @BeforeEach
    void copySheets() throws IOException {
        sheets = Files.createDirectories(folder.resolve("sheets"));
        parts = folder.resolve("parts");
        for (String name : List.of("kawasaki-r5-policy-4-2.txt", "tsukuba-r4-tables.txt")) {
            Files.copy(SPECIMENS.resolve(name), sheets.resolve(name));
        }
        Files.writeString(sheets.resolve("empty.txt"), "");
    }

    /** Builds the parts; what a step hands to the next one passes through JSON. */
    private void build() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Finding> findings = new ArrayList<>();
        List<FileReport> reports = new ArrayList<>();
        for (SourceFile file : SourceFiles.of(List.of(sheets), findings::add)) {
            FileReport report = PartBuilding.read(parts, file, READER);
            reports.add(json.readValue(json.writeValueAsString(report), FileReport.class));
            assertThat(reports.get(reports.size() - 1)).isEqualTo(report);
        }
        List<PartEntry> entries = PartBuilding.sources(reports.iterator(), READER, findings::add).entrySet().stream()
                .map(city -> PartBuilding.build(parts, GraphBase.DEFAULT, city.getKey(), city.getValue())
                        .entry())
                .toList();
        PartsManifest manifest =
                new PartsManifest(Program.fingerprint(), GraphBase.DEFAULT.iri(), entries, List.copyOf(findings));
        Files.write(parts.resolve(PartsManifest.FINDINGS), manifest.findingLines());
        Files.write(parts.resolve(PartsManifest.PARTS), manifest.lines());
        assertThat(PartsManifest.read(parts)).isEqualTo(manifest);
    }

    private Published publish(Path data) {
        return Publishing.publish(data, READER, Progress.NONE, Request.add(List.of(sheets)));
    }

    private Published link(Path data) {
        Request request = new Request(List.of(), parts, List.of(), false, false, false, null, null, null, 5);
        return Publishing.publish(data, NONE, Progress.NONE, request);
    }

    private static Map<String, String> files(Path data) {
        Map<String, String> files = new TreeMap<>();
        for (String below : List.of("cities", "registry", "readings")) {
            try (Stream<Path> all = Files.walk(data.resolve(below))) {
                all.filter(Files::isRegularFile)
                        .forEach(file -> files.put(data.relativize(file).toString(), Folders.sha256(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    @Test
    void makesTheSameReleaseWithoutReading() throws IOException {
        build();
        Published read = publish(folder.resolve("read"));
        Published linked = link(folder.resolve("linked"));
        assertThat(linked.release().id()).isEqualTo(read.release().id());
        assertThat(linked.findings()).containsExactlyInAnyOrderElementsOf(read.findings());
        assertThat(linked.count(Kind.ADDED)).isEqualTo(2);
        assertThat(files(folder.resolve("linked"))).isEqualTo(files(folder.resolve("read")));

        // the same parts once more, and then a sheet: the other city is built from the readings that came with the
        // parts
        assertThat(link(folder.resolve("linked")).release().id())
                .isEqualTo(linked.release().id());
        FileUtils.deleteDirectory(parts.toFile());
        Files.writeString(
                sheets.resolve("kawasaki-r5-policy-4-2.txt"),
                Files.readString(sheets.resolve("kawasaki-r5-policy-4-2.txt")).replace("（標本）", "（標本）改めた"));
        assertThat(publish(folder.resolve("linked")).release().id())
                .isEqualTo(publish(folder.resolve("read")).release().id());
    }

    private static Stream<String> leftOut(Published published) {
        return published.findings().stream()
                .map(Finding::detail)
                .filter(detail -> detail.startsWith("this part was left out"));
    }

    @Test
    void leavesOutADamagedPart() throws IOException {
        build();
        Path graph;
        try (Stream<Path> all = Files.walk(parts.resolve("cities").resolve(KAWASAKI))) {
            graph = all.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(graph, Files.readString(graph) + "\n");
        Published published = link(folder.resolve("data"));
        assertThat(leftOut(published)).singleElement().asString().contains("is damaged");
        assertThat(published.release().cities()).containsOnlyKeys(TSUKUBA);
        Files.delete(graph);
        assertThat(leftOut(link(folder.resolve("data"))))
                .singleElement()
                .asString()
                .contains("is missing");
    }

    @Test
    void leavesOutAPartThatWasBuiltWithOtherKeysOrCorrections() throws IOException {
        build();
        Path data = folder.resolve("data");
        Path corrections = Files.createDirectories(data.resolve("corrections"));
        Files.writeString(corrections.resolve("a.yml"), """
                - city: "082201"
                  fiscalYear: 2022
                  name: 無い事業
                  field: costs/total/settled/2022
                  was: 1
                  now: 2
                  reason: Digits swapped.
                  who: 財政課
                  when: 2026-04-01
                """);
        Published published = link(data);
        assertThat(leftOut(published)).singleElement().asString().contains("other corrections");
        assertThat(published.release().cities()).containsOnlyKeys(KAWASAKI);
        assertThat(Files.exists(data.resolve("registry/" + TSUKUBA + ".tsv"))).isFalse();

        Files.delete(corrections.resolve("a.yml"));
        Path keys = data.resolve("registry/" + KAWASAKI + ".tsv");
        Files.writeString(keys, Files.readString(keys) + "# another run\n");
        Published second = link(data);
        assertThat(leftOut(second)).singleElement().asString().contains("other keys");
        assertThat(second.release().cities()).containsOnlyKeys(KAWASAKI, TSUKUBA);
    }

    @Test
    void refusesAnUnfinishedFolderAndAnotherProgram() throws IOException {
        build();
        Path manifest = parts.resolve(PartsManifest.PARTS);
        Files.writeString(manifest, Files.readString(manifest).replace(Program.fingerprint(), "0123"));
        assertThatThrownBy(() -> link(folder.resolve("data")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("another version");
        Files.delete(manifest);
        assertThatThrownBy(() -> link(folder.resolve("data")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("no finished parts");
    }
}
