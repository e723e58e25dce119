package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutated layouts: each is refused in an author's words, or it reads and its sheets are mapped without an internal
 * error. {@code -Djigyo.mutations=2000} sets the number for each layout.
 */
class LayoutMutationTest {

    private static final int TIMES = Integer.getInteger("jigyo.mutations", 20);
    private static final Map<String, String> YAML = new TreeMap<>();

    /** An existing municipality for the form of an invented one, because the result is published. */
    private static final String EXISTING = "131016";

    @TempDir
    static Path folder;

    static Stream<String> layouts() throws IOException {
        YAML.putAll(LayoutSpecimens.yaml());
        YAML.replaceAll((name, yaml) -> yaml.replace("999997", EXISTING));
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
        assertThat(sheets).as("sheets read").isPositive();
        System.out.println(file + ": " + TIMES + " slips, " + loaded + " loaded, " + sheets + " sheets read");
        assertThat(internal).isEmpty();
    }

    private static int read(Layout layout, List<SourceFile> specimens, List<String> internal) {
        List<Sheet> sheets = new ArrayList<>();
        for (SourceFile file : specimens) {
            FileReading reading = new Extractor(together(layout), Limits.DEFAULT, true).read(file);
            reading.findings().stream()
                    .filter(f -> f.code() == Code.INTERNAL_ERROR)
                    .forEach(f -> internal.add(f.toString()));
            sheets.addAll(reading.sheets());
        }
        EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, Map.of(), folder.resolve("graphs"));
        return sheets.size();
    }

    /** A layout; for a tree of codes, together with the layout whose sheets it serves. */
    private static List<Layout> together(Layout layout) {
        Stream<Layout> joined = Layouts.bundled().stream()
                .filter(l ->
                        layout.tree() != null && l.tree() == null && l.city().equals(layout.city()));
        return Stream.concat(Stream.of(layout), joined).toList();
    }

    /** The files of ours that a layout reads. */
    private static List<SourceFile> specimens(String file) throws IOException {
        Extractor extractor = new Extractor(together(Layouts.read(file, YAML.get(file))), Limits.DEFAULT, false);
        return LayoutSpecimens.files(folder).stream()
                .filter(s -> !extractor.read(s).sheets().isEmpty())
                .toList();
    }
}
