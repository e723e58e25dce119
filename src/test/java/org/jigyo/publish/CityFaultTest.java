package org.jigyo.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jigyo.Finding;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.publish.Published.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of the program in one city: the others get their new parts, and the user is told which city stays as it was. */
class CityFaultTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");
    private static final String KAWASAKI = "141305";
    private static final String TSUKUBA = "082201";

    @TempDir
    private Path folder;

    private Published publish(CityBuild.Builder builder) {
        Extractor extractor = new Extractor(Layouts.bundled(), Limits.DEFAULT, true);
        Reader reader = new Reader(extractor::raw, Layouts.bundled(), "bundled", 1);
        Request request = Request.add(List.of(folder.resolve("sheets")));
        return Publishing.publish(folder.resolve("data"), reader, Progress.NONE, request, builder);
    }

    /** Builds parts as ever, but comes to grief over one city when its part is almost there. */
    private static CityBuild.Builder failing(String city, Runnable fault) {
        return (setup, registry, sources, before) -> {
            CityBuild.Built built = CityBuild.build(setup, registry, sources, before);
            if (registry.city().equals(city)) {
                fault.run();
            }
            return built;
        };
    }

    private static Stream<String> told(Published published) {
        return published.findings().stream()
                .filter(finding -> finding.code() == Finding.Code.INTERNAL_ERROR)
                .map(Finding::toString);
    }

    @Test
    void theOtherCitiesGoOn() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Path kawasaki = sheets.resolve("kawasaki-r5-policy-4-2.txt");
        Files.copy(SPECIMENS.resolve(kawasaki.getFileName()), kawasaki);
        Files.copy(SPECIMENS.resolve("tsukuba-r4-tables.txt"), sheets.resolve("tsukuba-r4-tables.txt"));

        Published first = publish(failing(TSUKUBA, () -> {
            throw new IllegalStateException("out of step");
        }));
        assertThat(told(first)).singleElement().asString().contains(TSUKUBA, "out of step", "it is left out");
        assertThat(first.release().cities()).containsOnlyKeys(KAWASAKI);
        assertThat(first.count(Kind.ADDED)).isEqualTo(1);
        Map<String, String> before = first.release().cities();

        Files.writeString(kawasaki, Files.readString(kawasaki).replace("（標本）", "（標本）改めた"));
        Published second = publish(failing(KAWASAKI, () -> {
            throw new StackOverflowError();
        }));
        assertThat(told(second))
                .singleElement()
                .asString()
                .contains(KAWASAKI, "StackOverflowError", "it stays as it was");
        assertThat(second.release().cities())
                .containsOnlyKeys(TSUKUBA, KAWASAKI)
                .containsEntry(KAWASAKI, before.get(KAWASAKI));
        assertThat(second.count(Kind.REPLACED)).isZero();
        assertThat(second.count(Kind.KEPT)).isEqualTo(1);

        Published third = publish(CityBuild::build);
        assertThat(third.count(Kind.REPLACED)).isEqualTo(1);
        assertThat(third.release().cities().get(KAWASAKI)).isNotEqualTo(before.get(KAWASAKI));
    }
}
