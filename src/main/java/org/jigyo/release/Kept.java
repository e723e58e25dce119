package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.Program;

/**
 * What a release keeps for the one that is built on it, in a file of its own: lines, after the fingerprint of the program that
 * made them and their own checksum. It is never read but as it was written and by the program that wrote it.
 */
final class Kept {

    private Kept() {}

    static void write(Path file, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(Program.fingerprint(), Content.sha256(String.join("\n", lines))));
        all.addAll(lines);
        Files.write(file, all);
    }

    /**
     * The lines as they were written.
     *
     * @throws IOException if they are not, with the reason in words
     */
    static List<String> read(Path file) throws IOException {
        List<String> all;
        try {
            all = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file.getFileName() + " is missing", e);
        }
        if (all.size() < 2) {
            throw new IOException(file.getFileName() + " is damaged");
        }
        if (!all.get(0).equals(Program.fingerprint())) {
            throw new IOException("another version of the program made it");
        }
        List<String> lines = all.subList(2, all.size());
        if (!all.get(1).equals(Content.sha256(String.join("\n", lines)))) {
            throw new IOException(file.getFileName() + " is damaged");
        }
        return lines;
    }
}
