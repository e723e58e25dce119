package org.jigyo.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jigyo.Kept;

/**
 * The files of a release, with the checksums that they had when they had been verified: {@code files.tsv}. Who builds on them,
 * or asks them what is published, finds out first that they are what they were.
 */
final class StoredFiles {

    private static final String NAME = "files.tsv";
    private static final List<String> FOLDERS = List.of("tdb2", "text", "turtle", "dump");

    private StoredFiles() {}

    /** Whether the next release begins with a copy of a file. */
    private static boolean copied(String name) {
        return name.startsWith("tdb2/") || name.startsWith("text/");
    }

    /** Keeps the checksums of what a release's folder holds. */
    static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names(folder)) {
            lines.add(name + "\t" + sum(folder.resolve(name)));
        }
        Kept.write(folder.resolve(NAME), lines);
    }

    /**
     * Looks through the database and the text index of a finished release, whatever version of the program made it.
     *
     * @return false if it is from before there were checksums
     * @throws IOException if they are not what they were, with the reason in words
     */
    static boolean verify(Release release) throws IOException {
        Path sums = release.folder().resolve(NAME);
        if (!Files.exists(sums)) {
            return false;
        }
        Map<String, String> kept = kept(release, Kept.readAny(sums), StoredFiles::copied);
        if (kept.isEmpty()) {
            throw new IOException("the checksums of the database are missing");
        }
        for (Map.Entry<String, String> file : kept.entrySet()) {
            same(file, sum(release.folder().resolve(file.getKey())));
        }
        return true;
    }

    /**
     * Copies database and text index of a finished release to where another one is made.
     *
     * @throws IOException if they are not what they were, with the reason in words
     */
    static void copy(Release release, Path to) throws IOException {
        for (Map.Entry<String, String> file : kept(release, StoredFiles::copied).entrySet()) {
            Path copy = to.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            same(file, copy(release.folder().resolve(file.getKey()), copy));
        }
    }

    private static Map<String, String> kept(Release release, Predicate<String> names) throws IOException {
        return kept(release, Kept.read(release.folder().resolve(NAME)), names);
    }

    /** By name; what others left beside these files, a lock for one, is neither read nor copied. */
    private static Map<String, String> kept(Release release, List<String> lines, Predicate<String> names)
            throws IOException {
        Map<String, String> kept = new TreeMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            kept.put(cells[0], cells[1]);
        }
        kept.keySet().removeIf(names.negate());
        for (String name : kept.keySet()) {
            if (!Files.exists(release.folder().resolve(name))) {
                throw new IOException(name + " is missing");
            }
        }
        return kept;
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (String below : FOLDERS) {
            try (Stream<Path> walk = Files.walk(folder.resolve(below))) {
                walk.filter(Files::isRegularFile)
                        .forEach(file -> names.add(folder.relativize(file).toString()));
            }
        }
        names.sort(null);
        return names;
    }

    private static void same(Map.Entry<String, String> file, String sum) throws IOException {
        if (!file.getValue().equals(sum)) {
            throw new IOException(file.getKey() + " is damaged");
        }
    }

    /** CRC-32C of a file, hexadecimal: against damage, not against malice. */
    static String sum(Path file) throws IOException {
        return copy(file, null);
    }

    /**
     * Reads a file, and writes a copy unless that is null. Where only zeros stand, nothing is written: a database reserves far
     * more than it fills.
     *
     * @return CRC-32C, hexadecimal
     */
    private static String copy(Path from, Path to) throws IOException {
        byte[] block = new byte[1 << 16];
        byte[] zeros = new byte[block.length];
        CRC32C sum = new CRC32C();
        try (InputStream in = Files.newInputStream(from);
                RandomAccessFile out = to == null ? null : new RandomAccessFile(to.toFile(), "rw")) {
            for (int n = in.readNBytes(block, 0, block.length); n > 0; n = in.readNBytes(block, 0, block.length)) {
                sum.update(block, 0, n);
                if (out != null) {
                    if (Arrays.equals(block, 0, n, zeros, 0, n)) {
                        out.seek(out.getFilePointer() + n);
                    } else {
                        out.write(block, 0, n);
                    }
                }
            }
            if (out != null) {
                out.setLength(out.getFilePointer());
            }
        }
        return sum(sum);
    }

    /** As {@link #sum(Path)}, of a file that was read with a CRC-32C. */
    static String sum(Checksum read) {
        return Long.toHexString(read.getValue());
    }
}
