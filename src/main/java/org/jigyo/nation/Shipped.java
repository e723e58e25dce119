package org.jigyo.nation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;

/** The tables of the program, {@code reference/*}. */
final class Shipped {

    private Shipped() {}

    /** The content of a file. */
    static String text(String file) {
        try (InputStream in = Shipped.class.getResourceAsStream("/reference/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentException("the resource reference/" + file + " cannot be read", e);
        }
    }

    /** The rows of a tab-separated file by cell, without comments and the line of headings. */
    static Stream<String[]> rows(String file) {
        return text(file).lines().filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split("\t", -1));
    }
}
