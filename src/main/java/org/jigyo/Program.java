package org.jigyo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The program itself, as what it makes depends on it: code, layouts, shapes, queries, vocabularies. */
public final class Program {

    private static final class Own {
        private static final String FINGERPRINT = read();

        private Own() {}
    }

    private Program() {}

    /**
     * SHA-256 over the program's own jar or folder of classes, hexadecimal; read once. What was made with another one may have
     * become wrong.
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
     * SHA-256 over the content of a file or of all files of a folder, hexadecimal.
     *
     * @throws EnvironmentException if it cannot be read
     */
    public static String fingerprint(Path place) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> walk = Files.walk(place)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                all.append(sha256(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + place + ": " + e.getMessage(), e);
        }
        return sha256(all.toString().getBytes(StandardCharsets.US_ASCII));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
