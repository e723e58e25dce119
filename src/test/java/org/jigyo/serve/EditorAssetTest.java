package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** The script of the query page is what its sources and its lock file make, not edited by hand. */
class EditorAssetTest {

    private static final Path LIST = Path.of("src/main/resources/web/editor.licences.txt");
    private static final Path SOURCES = Path.of("src/main/web");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(LIST);
    }

    @Test
    void theAssetAndItsSourcesAreThoseOfTheLastBuild() throws IOException {
        List<String> files = lines().stream()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(files)
                .extracting(line -> line.split("  ")[1])
                .containsExactly(
                        "src/main/resources/web/editor.js",
                        "src/main/web/editor.js",
                        "src/main/web/build.mjs",
                        "src/main/web/package.json",
                        "src/main/web/package-lock.json");
        for (String line : files) {
            assertThat(DigestUtils.sha256Hex(Files.readAllBytes(Path.of(line.split("  ")[1]))))
                    .as(line + ": run npm run build in src/main/web")
                    .isEqualTo(line.split("  ")[0]);
        }
    }

    @Test
    void everyPartHasTheIntegrityOfTheLockFileAndAFreeLicence() throws IOException {
        JsonNode locked = JsonMapper.builder()
                .build()
                .readTree(SOURCES.resolve("package-lock.json").toFile())
                .path("packages");
        List<String[]> parts = lines().stream()
                .dropWhile(line -> !line.isBlank())
                .skip(2)
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.split("  "))
                .toList();

        assertThat(parts).extracting(part -> part[0]).contains("@codemirror/view", "codemirror-lang-sparql");
        for (String[] part : parts) {
            JsonNode entry = locked.path("node_modules/" + part[0]);
            assertThat(part)
                    .containsExactly(
                            part[0],
                            entry.path("version").asText(),
                            entry.path("license").asText(),
                            entry.path("integrity").asText());
            assertThat(part[2]).isEqualTo("MIT");
            assertThat(part[3]).startsWith("sha512-");
            assertThat(lines()).contains("# " + part[0]);
        }
    }

    @Test
    void itIsSmall() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            Files.copy(Path.of("src/main/resources/web/editor.js"), out);
        }
        assertThat(compressed.size()).isLessThan(200_000);
    }
}
