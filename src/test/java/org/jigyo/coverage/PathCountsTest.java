package org.jigyo.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.Place;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The paths that a layout can fill are those that its sheets do fill. */
class PathCountsTest {

    private static final Path LAYOUTS = Path.of("src/main/resources/layouts");
    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");

    static Stream<Path> layouts() throws IOException {
        try (Stream<Path> files = Files.list(LAYOUTS)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        }
    }

    /** What the layout does not read from the sheet: what it knows, the first department of several, the unit of an amount, the number of a part. */
    private static boolean read(String path) {
        return !path.equals("city")
                && !path.equals("department")
                && !path.matches("(.*/)?costs/.*/unit|parts/\\d+/number");
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void eachFactOfASpecimenIsOfAPathOfItsLayout(Path file) {
        Layouts.Compiled compiled = Layouts.compile(file);
        PathCounts counts = new PathCounts(compiled.paths());
        Layout layout = compiled.layout();
        List<String> strange = new ArrayList<>();
        int sheets = 0;
        Extractor extractor = new Extractor(List.of(layout), Limits.DEFAULT, false);
        for (var source : SourceFiles.of(List.of(SPECIMENS), f -> {})) {
            for (Sheet sheet : extractor.read(source).sheets()) {
                sheets++;
                Set<String> facts = Facts.of(sheet).keySet();
                facts.stream()
                        .filter(fact -> read(fact) && counts.filledBy(fact, sheet.fiscalYear()).length == 0)
                        .forEach(strange::add);
            }
        }
        assertThat(strange).isEmpty();
        assertThat(sheets > 0).isEqualTo(layout.tree() == null);
    }

    @Test
    void aYearIsCountedFromTheEvaluatedOne() {
        PathCounts counts = new PathCounts(Map.of("costs/total/settled/{year-1}", "a.yml:1:1"));
        Place sheet = Place.of("a.pdf");
        counts.add(2024, Set.of("costs/total/settled/2023"), sheet);
        counts.add(2022, Set.of("costs/total/settled/2021", "costs/total/budget/2021"), sheet);
        counts.add(2023, Set.of("costs/total/settled/2023"), sheet);
        assertThat(counts.filled())
                .containsExactly(new Coverage.Filled("costs/total/settled/{year-1}", "a.yml:1:1", 2, List.of(sheet)));
    }

    /** A column of a list is a path for each of its years, and a name from the sheet may hold slashes. */
    @Test
    void columnsOfAListAndNamesAreCounted() {
        Map<String, String> hara =
                Layouts.compile(Path.of("src/test/resources/forms/hara-r6.yml")).paths();
        assertThat(hara)
                .containsKeys(
                        "costs/total/settled/{year-2}", "costs/total/settled/{year}", "costs/total/settled/{year+1}");
        assertThat(new PathCounts(Map.of("costs/breakdown/{label}/settled/{year}", ""))
                        .filledBy("costs/breakdown/旅費/交通費/settled/2024", 2024))
                .hasSize(1);
    }
}
