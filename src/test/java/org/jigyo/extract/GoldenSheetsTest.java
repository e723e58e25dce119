package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jigyo.compare.GoldenRecords;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The records read from the specimens, as reviewed by a person, with all their issues. {@code -Djigyo.golden=write}
 * writes them; review the difference like code.
 */
class GoldenSheetsTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Path> specimens() throws IOException {
        try (Stream<Path> files = Files.list(SPECIMENS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void theSpecimenIsReadAsReviewed(Path specimen) throws IOException {
        String name = specimen.getFileName().toString().replaceFirst("\\.[a-z]+$", ".jsonl");
        compare(read(specimen), GOLDEN.resolve(name));
    }

    private static void compare(List<Sheet> sheets, Path golden) throws IOException {
        String records = GoldenRecords.text(sheets);
        if ("write".equals(System.getProperty("jigyo.golden"))) {
            Files.writeString(golden, records);
        }
        assertThat(golden)
                .as("records to review; -Djigyo.golden=write writes them")
                .exists();
        assertThat(records).isEqualTo(Files.readString(golden));
    }

    private static List<Sheet> read(Path specimen) {
        return read(Layouts.bundled(), specimen);
    }

    private static List<Sheet> read(List<Layout> layouts, Path specimen) {
        return new Extractor(layouts, Limits.DEFAULT, false)
                .read(SourceFiles.of(List.of(specimen), f -> {}).get(0))
                .sheets();
    }

    /**
     * Forms of our own, described using only the guide for layout authors: labels above and beside, options, years in labels, blocks side by side;
     * two pages with circles around options, a table that goes on, one inside a narrative, and parts; two sheets on a page without an era, with
     * labels that span rows.
     */
    @ParameterizedTest
    @ValueSource(strings = {"hoshi", "mizube", "nagi", "taki"})
    void aFormDescribedWithThePageForAuthorsIsReadWhole(String name, @TempDir Path folder) throws IOException {
        Path forms = Path.of("src/test/resources/forms");
        String file = name + "-r6.yml";
        Layout layout = Layouts.read(file, Files.readString(forms.resolve(file)));
        Path pdf = Files.write(
                folder.resolve(name + ".pdf"), Typesetter.pdf(Files.readString(forms.resolve(name + ".txt"))));
        List<Sheet> sheets = read(List.of(layout), pdf);
        assertThat(sheets).isNotEmpty().allMatch(sheet -> sheet.issues().isEmpty());
        compare(sheets, GOLDEN.resolve(name + ".jsonl"));
    }

    @Test
    void everyBundledLayoutHasOne() throws IOException {
        List<Sheet> read =
                specimens().flatMap(specimen -> read(specimen).stream()).toList();
        assertThat(Layouts.bundled().stream().filter(l -> l.tree() == null))
                .allMatch(layout -> read.stream().anyMatch(by(layout.id())));
        // The tree of a plan has no sheets of its own; its effect shows in the sheets to which it gives codes, in the
        // fact that only it states.
        assertThat(Layouts.bundled().stream().filter(l -> l.tree() != null))
                .allMatch(tree -> Layouts.bundled().stream()
                        .filter(l -> l.form().equals(tree.tree().form()))
                        .anyMatch(l -> read.stream()
                                .filter(by(l.id()))
                                .anyMatch(
                                        s -> Facts.of(s).containsKey(tree.tree().fact()))));
    }

    private static Predicate<Sheet> by(String layout) {
        return sheet -> sheet.origin().layout().equals(layout);
    }

    /** A specimen is marked, so that nobody takes it for a page of the city. */
    @ParameterizedTest
    @MethodSource("specimens")
    void everySheetOfASpecimenIsMarkedAsOne(Path specimen) {
        assertThat(read(specimen))
                .isNotEmpty()
                .allMatch(sheet -> SheetJson.write(sheet).contains("標本"));
    }
}
