package org.jigyo.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An answer reviewed by a person; later answers are compared with it. */
final class Golden {

    private Golden() {}

    /** Whether answers are written rather than compared with the existing ones. */
    static boolean writing() {
        return "write".equals(System.getProperty("jigyo.golden"));
    }

    static void check(Path file, String answer) {
        String now = settled(answer);
        try {
            if (writing()) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, now);
            }
            assertThat(file)
                    .as("an answer to review; -Djigyo.golden=write writes it")
                    .exists();
            assertThat(now).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorts lists within a cell, because SPARQL returns them in any order. */
    private static String settled(String csv) {
        return Arrays.stream(csv.split("\n", -1))
                .map(line -> Arrays.stream(line.split(",", -1))
                        .map(cell -> Arrays.stream(cell.split(" \\| ")).sorted().collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }
}
