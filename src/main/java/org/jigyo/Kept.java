package org.jigyo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A cache file that one publish leaves for the next: lines, preceded by the fingerprint of the program that wrote them
 * and a checksum. A damaged file is refused.
 */
public final class Kept {

    private Kept() {}

    /**
     * Writes the lines atomically.
     *
     * @param lines lines without line breaks
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(Program.fingerprint(), checksum(lines)));
        all.addAll(lines);
        WholeFile.write(file, all);
    }

    /**
     * Reads lines that this version of the program wrote.
     *
     * @throws IOException if the file is missing, damaged or from another version; the message says which
     */
    public static List<String> read(Path file) throws IOException {
        List<String> all = whole(file);
        if (!all.get(0).equals(Program.fingerprint())) {
            throw new IOException("another version of the program wrote it");
        }
        return all.subList(2, all.size());
    }

    /**
     * Reads lines that any version of the program wrote.
     *
     * @throws IOException if the file is missing or damaged; the message says which
     */
    public static List<String> readAny(Path file) throws IOException {
        List<String> all = whole(file);
        return all.subList(2, all.size());
    }

    private static List<String> whole(Path file) throws IOException {
        List<String> all;
        try {
            all = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file.getFileName() + " is missing", e);
        }
        if (all.size() < 2 || !all.get(1).equals(checksum(all.subList(2, all.size())))) {
            throw new IOException(file.getFileName() + " is damaged");
        }
        return all;
    }

    private static String checksum(List<String> lines) {
        return DigestUtils.sha256Hex(String.join("\n", lines));
    }
}
