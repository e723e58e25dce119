package org.jigyo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file that one publish keeps for the next: lines, after the fingerprint of the program that made them and
 * their own checksum. A damaged file is refused.
 */
public final class Kept {

    private Kept() {}

    /**
     * Writes the lines, whole or not at all.
     *
     * @param lines none with a line break in it
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(Program.fingerprint(), checksum(lines)));
        all.addAll(lines);
        WholeFile.write(file, all);
    }

    /**
     * The lines as they were written, by this program.
     *
     * @throws IOException if they are not, with the reason in words
     */
    public static List<String> read(Path file) throws IOException {
        List<String> all = whole(file);
        if (!all.get(0).equals(Program.fingerprint())) {
            throw new IOException("another version of the program made it");
        }
        return all.subList(2, all.size());
    }

    /**
     * The lines as they were written, by whatever version of the program.
     *
     * @throws IOException if they are not, with the reason in words
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
