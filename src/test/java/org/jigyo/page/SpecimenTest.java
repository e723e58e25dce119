package org.jigyo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The specimen of the Ikeda form is what its drawing says. Refresh it with {@code -Djigyo.golden=write}. */
class SpecimenTest {

    private static final Path DRAWING = Path.of("src/test/resources/forms/ikeda-specimen.txt");
    private static final Path SPECIMEN = Path.of("src/main/resources/specimens/ikeda-r6.pdf");

    @Test
    void theSpecimenIsDrawnFromItsText() throws IOException {
        byte[] drawn = Typesetter.pdf(Files.readString(DRAWING));
        if ("write".equals(System.getProperty("jigyo.golden"))) {
            Files.write(SPECIMEN, drawn);
        }
        assertThat(Files.readAllBytes(SPECIMEN)).isEqualTo(drawn);
    }
}
