package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jigyo.Bundled;
import org.jigyo.Finding.Code;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Layouts with slips of all kinds: each is refused in an author's words, or it reads and its sheets are mapped without an internal
 * error. How many for each layout: {@code -Djigyo.mutations=2000}.
 */
class LayoutMutationTest {

    private static final int TIMES = Integer.getInteger("jigyo.mutations", 60);
    private static final Map<String, String> YAML = new TreeMap<>();

    @TempDir
    static Path folder;

    static Stream<String> layouts() throws IOException {
        Bundled.files("/layouts", ".yml").forEach((n, bytes) -> YAML.put(n, new String(bytes, StandardCharsets.UTF_8)));
        YAML.put("mori-r5.yml", Files.readString(Path.of("src/test/resources/forms/mori-r5.yml")));
        Files.write(
                folder.resolve("mori.pdf"),
                Typesetter.pdf(Files.readString(Path.of("src/test/resources/forms/mori.txt"))));
        return YAML.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void noSlipIsAnInternalError(String file) throws IOException {
        List<SourceFile> specimens = specimens(file);
        Random chance = new Random(Long.getLong("jigyo.mutations.seed", 20241129L));
        List<String> internal = new ArrayList<>();
        int loaded = 0;
        int sheets = 0;
        for (int n = 0; n < TIMES; n++) {
            String yaml = LayoutMutations.of(YAML.get(file), chance);
            Layout layout;
            try {
                layout = Layouts.read(file, yaml);
            } catch (LayoutException e) {
                assertThat(e.getMessage()).doesNotContain("Exception", "org.jigyo", "java.");
                continue;
            }
            loaded++;
            sheets += read(layout, specimens, internal);
        }
        System.out.println(file + ": " + TIMES + " slips, " + loaded + " loaded, " + sheets + " sheets read");
        assertThat(internal).isEmpty();
    }

    private static int read(Layout layout, List<SourceFile> specimens, List<String> internal) {
        List<Sheet> sheets = new ArrayList<>();
        for (SourceFile file : specimens) {
            FileReading reading = new Extractor(List.of(layout), Limits.DEFAULT, true).read(file);
            reading.findings().stream()
                    .filter(f -> f.code() == Code.INTERNAL_ERROR)
                    .forEach(f -> internal.add(f.toString()));
            sheets.addAll(reading.sheets());
        }
        EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, Map.of(), folder.resolve("graphs"));
        return sheets.size();
    }

    /** The specimen of a layout; a page that its phrases do not know is none of its. */
    private static List<SourceFile> specimens(String file) throws IOException {
        Layout layout = Layouts.read(file, YAML.get(file));
        return SourceFiles.of(List.of(Path.of("src/main/resources/specimens"), folder.resolve("mori.pdf")), f -> {})
                .stream()
                .filter(s -> layout.tree() != null
                        || !new Extractor(List.of(layout), Limits.DEFAULT, false)
                                .read(s)
                                .sheets()
                                .isEmpty())
                .toList();
    }
}
