package org.jigyo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The version of the program as far as its output depends on it: code, layouts, shapes, queries, vocabularies. */
public final class Program {

    private static final class Own {
        private static final String FINGERPRINT = read();

        private Own() {}
    }

    private Program() {}

    /**
     * SHA-256 over the program's own jar or folder of classes, hexadecimal; computed once. Output of a program with
     * another fingerprint may be out of date.
     *
     * @throws EnvironmentException if these files cannot be read
     */
    public static String fingerprint() {
        return Own.FINGERPRINT;
    }

    private static String read() {
        try {
            Path place = Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return fingerprint(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * SHA-256 over the content of a file, or of all files in a folder, hexadecimal.
     *
     * @throws EnvironmentException if it cannot be read
     */
    public static String fingerprint(Path place) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> walk = Files.walk(place)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                all.append(DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + place + ": " + e.getMessage(), e);
        }
        return DigestUtils.sha256Hex(all.toString());
    }
}
