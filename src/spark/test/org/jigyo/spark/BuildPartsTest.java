package org.jigyo.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.graph.GraphBase;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.publish.PartEntry;
import org.jigyo.publish.PartsManifest;
import org.jigyo.publish.Progress;
import org.jigyo.publish.Published;
import org.jigyo.publish.Publishing;
import org.jigyo.publish.Reader;
import org.jigyo.publish.Request;
import org.jigyo.release.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster builds the same parts as one machine, byte for byte, and what dies in it costs only itself. */
class BuildPartsTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");

    @TempDir
    private Path folder;

    private Path sheets;

    @BeforeEach
    void copySheets() throws IOException {
        sheets = Files.createDirectories(folder.resolve("sheets"));
        Path below = Files.createDirectories(sheets.resolve("below"));
        Files.createDirectories(sheets.resolve(".hidden"));
        try (Stream<Path> all = Files.list(SPECIMENS)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("ikeda")) {
                    archive(file, sheets.resolve("ikeda.zip"));
                } else {
                    Files.copy(file, (name.startsWith("kawasaki") ? below : sheets).resolve(name));
                }
            }
        }
        Files.writeString(sheets.resolve("empty.txt"), "");
        Files.writeString(sheets.resolve("damaged.pdf"), "%PDF-1.7 cut off");
        Files.writeString(sheets.resolve("letter.docx"), "not read");
        Files.writeString(sheets.resolve(".hidden/a.txt"), "not read");
    }

    private static void archive(Path file, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry(file.getFileName().toString()));
            Files.copy(file, packed);
        }
    }

    private static JavaSparkContext spark(String master) {
        return new JavaSparkContext(new SparkConf()
                .setMaster(master)
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .set("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    private PartsManifest run(
            String master, Path data, Path out, Class<? extends Step> read, Class<? extends Step> build)
            throws IOException {
        try (JavaSparkContext spark = spark(master)) {
            SerializableConfiguration configuration = new SerializableConfiguration(spark.hadoopConfiguration());
            Storage from = data == null ? null : new Storage(data.toString(), configuration);
            Settings settings = new Settings(
                    new Storage(out.toUri().toString(), configuration),
                    from,
                    from == null ? new TreeMap<>() : Settings.own(from),
                    GraphBase.DEFAULT.iri(),
                    true,
                    read,
                    build);
            List<String> messages = new ArrayList<>();
            PartsManifest manifest = new Job(spark, settings)
                    .run(
                            List.of(
                                    new Storage(sheets + "/", configuration),
                                    new Storage(sheets.resolve("empty.txt").toString(), configuration)),
                            messages::add);
            assertThat(messages).isEmpty();
            return manifest;
        }
    }

    private Published publish(Path data) {
        Reader reader = Reader.of(Layouts.bundled(), List.of(), Limits.DEFAULT, true, 2);
        return Publishing.publish(data, reader, Progress.NONE, Request.add(List.of(sheets)));
    }

    private static Published link(Path data, Path parts) {
        Reader none = new Reader(
                file -> {
                    throw new AssertionError("read " + file);
                },
                List.of(),
                "none",
                1);
        Request request = new Request(List.of(), parts, List.of(), false, false, false, null, null, null, 5);
        return Publishing.publish(data, none, Progress.NONE, request);
    }

    /** Path → SHA-256 of the files below a folder; a review file, which a person completes, is left out. */
    private static Map<String, String> files(Path data, String... folders) {
        Map<String, String> files = new TreeMap<>();
        for (String below : folders) {
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
    void buildsWhatOneMachineBuilds() throws IOException {
        Path alone = folder.resolve("alone");
        Path parts = folder.resolve("parts");
        Published published = publish(alone);
        run("local[2]", null, parts, ReadStep.class, BuildStep.class);
        assertThat(files(parts, "cities", "registry")).isEqualTo(files(alone, "cities", "registry"));
        Published linked = link(folder.resolve("linked"), parts);
        assertThat(linked.release().id()).isEqualTo(published.release().id());
        assertThat(linked.findings()).containsExactlyInAnyOrderElementsOf(published.findings());
        assertThat(published.findings())
                .extracting(Finding::code)
                .contains(Finding.Code.FILE_SKIPPED, Finding.Code.FILE_EMPTY);

        // later: another sheet, and the keys so far; the readings of the other files are there
        Path more = sheets.resolve("more.txt");
        Files.writeString(
                more,
                Files.readString(SPECIMENS.resolve("tsukuba-r4-tables.txt")).replace("（標本）", "（標本）改めた"));
        Published next = publish(alone);
        run("local[2]", folder.resolve("linked"), parts, ReadStep.class, BuildStep.class);
        assertThat(link(folder.resolve("linked"), parts).release().id())
                .isEqualTo(next.release().id());
        assertThat(files(folder.resolve("linked"), "registry")).isEqualTo(files(alone, "registry"));
    }

    @Test
    void whatDiesCostsOnlyItself() throws IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        Published published = publish(folder.resolve("alone"));
        Files.writeString(sheets.resolve("poison.txt"), "ends the program");
        Files.move(sheets.resolve("ikeda.zip"), sheets.resolve("heavy.zip"));
        Path parts = folder.resolve("parts");
        PartsManifest manifest = run("local-cluster[2,1,1024]", null, parts, FaultyRead.class, FaultyBuild.class);
        Map<String, String> built = new TreeMap<>();
        manifest.parts().forEach(part -> built.put(part.city(), part.part()));
        Map<String, String> expected = new TreeMap<>(published.release().cities());
        expected.remove(FaultyBuild.POISON);
        assertThat(built).isEqualTo(expected);
        assertThat(manifest.findings().stream()
                        .filter(finding -> finding.code() == Finding.Code.INTERNAL_ERROR)
                        .map(Finding::toString))
                .satisfiesExactlyInAnyOrder(
                        file -> assertThat(file).contains("poison.txt", "exit code 137"),
                        city -> assertThat(city).contains(FaultyBuild.POISON, "exit code 137", "left out"));
        assertThat(link(folder.resolve("linked"), parts).release().cities()).isEqualTo(expected);
        assertThat(manifest.parts())
                .allSatisfy(part -> assertThat(readings(part)).isNotEmpty());
    }

    private static List<String> readings(PartEntry part) {
        return part.files().keySet().stream()
                .filter(file -> file.startsWith("readings/"))
                .toList();
    }

    @Test
    void anInvalidCorrectionStopsTheRunBeforeAnythingIsRead() throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("corrections"));
        Files.writeString(data.resolve("corrections/a.yml"), "- city: nowhere\n");
        assertThatThrownBy(() -> run("local[2]", data, folder.resolve("parts"), FaultyRead.class, FaultyBuild.class))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("corrections/a.yml");
        assertThat(Files.exists(folder.resolve("parts"))).isFalse();
    }
}
