package org.jigyo.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up sheets of every bundled form are read as they were written, and their projects are known again a year later. */
class GeneratedSheetsTest {

    @TempDir
    private Path folder;

    /** {@code -Djigyo.generated=N -Djigyo.generated.seed=S}: so many projects over three years. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "test/resources/forms/ikeda-specimen.txt",
                "test/resources/forms/yokohama-specimen.txt",
                "main/resources/specimens/tsukuba-r3-list.txt",
                "main/resources/specimens/tsukuba-r4-tables.txt",
                "main/resources/specimens/tsukuba-r6-sheets.txt",
                "main/resources/specimens/kawasaki-r5-policy-4-2.txt"
            })
    void sheetsAreReadAndProjectsKnownAgain(String specimen) throws IOException {
        int projects = Integer.getInteger("jigyo.generated", 6);
        FormTemplate form = FormTemplate.of(Path.of("src").resolve(specimen), folder);
        GenerationScore score = GeneratedSheets.write(
                        form,
                        folder,
                        new MadeCity(Long.getLong("jigyo.generated.seed", 20261130)).projects(projects, form.year(), 3))
                .score();
        assertThat(score.sheets()).isGreaterThan(projects);
        assertThat(score.right()).isGreaterThan(score.sheets() * 5L);
        assertThat(score.other()).as(score.toString()).isZero();
        assertThat(score.merged()).as(score.toString()).isZero();
        assertThat(score.continued() + score.doubted()).as(score.toString()).isEqualTo(score.continuations());
        assertThat(score.doubted()).as(score.toString()).isLessThanOrEqualTo(score.continuations() / 20);
    }
}
