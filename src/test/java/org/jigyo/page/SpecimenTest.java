package org.jigyo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The specimens of ruled forms match their drawings. Refresh them with {@code -Djigyo.golden=write}. */
class SpecimenTest {

    @ParameterizedTest
    @CsvSource({"ikeda-specimen.txt, ikeda-r6.pdf", "yokohama-specimen.txt, yokohama-r7.pdf"})
    void theSpecimenIsDrawnFromItsText(String drawing, String specimen) throws IOException {
        byte[] drawn = Typesetter.pdf(Files.readString(Path.of("src/test/resources/forms", drawing)));
        Path file = Path.of("src/main/resources/specimens", specimen);
        if ("write".equals(System.getProperty("jigyo.golden"))) {
            Files.write(file, drawn);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(drawn);
    }
}
