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
 * The checksums of a release's files, taken after they were verified: {@code files.tsv}. They are verified again before
 * a release is updated or served.
 */
final class StoredFiles {

    static final String NAME = "files.tsv";
    private static final List<String> FOLDERS = List.of("tdb2", "text", "turtle", "dump");

    private StoredFiles() {}

    /** True if the next release starts with a copy of the file. */
    private static boolean copied(String name) {
        return name.startsWith("tdb2/") || name.startsWith("text/");
    }

    /** Writes the checksums of a release's folder. */
    static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names(folder)) {
            lines.add(name + "\t" + sum(folder.resolve(name)));
        }
        Kept.write(folder.resolve(NAME), lines);
    }

    /**
     * Verifies the database and the text index of a finished release, whatever version of the program built it.
     *
     * @return false if it has no checksums, because it is older than them
     * @throws IOException if a file does not match; the message gives the reason
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

    /** True if this version of the program built the release. */
    static boolean own(Release release) {
        try {
            Kept.read(release.folder().resolve(NAME));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Copies database and text index of a finished release to a new folder.
     *
     * @throws IOException if a file does not match its checksum; the message gives the reason
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

    /** Checksums by file name. Other files, such as a lock, are neither read nor copied. */
    private static Map<String, String> kept(Release release, List<String> lines, Predicate<String> names)
            throws IOException {
        Map<String, String> kept = sums(lines);
        kept.keySet().removeIf(names.negate());
        for (String name : kept.keySet()) {
            if (!Files.exists(release.folder().resolve(name))) {
                throw new IOException(name + " is missing");
            }
        }
        return kept;
    }

    /** CRC-32C by file name, from the lines of the list. */
    static Map<String, String> sums(List<String> lines) {
        Map<String, String> sums = new TreeMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            sums.put(cells[0], cells[1]);
        }
        return sums;
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (String below : FOLDERS) {
            try (Stream<Path> walk = Files.walk(folder.resolve(below))) {
                walk.filter(Files::isRegularFile)
                        .forEach(file -> names.add(folder.relativize(file).toString()));
            }
        }
        if (Files.exists(folder.resolve(Changes.NAME))) {
            names.add(Changes.NAME);
        }
        names.sort(null);
        return names;
    }

    private static void same(Map.Entry<String, String> file, String sum) throws IOException {
        if (!file.getValue().equals(sum)) {
            throw new IOException(file.getKey() + " is damaged");
        }
    }

    /** CRC-32C of a file, hexadecimal. It protects against damage, not against manipulation. */
    static String sum(Path file) throws IOException {
        return copy(file, null);
    }

    /**
     * Reads a file and, unless {@code to} is null, writes a copy. Runs of zeros are skipped when writing, because a
     * database reserves far more space than it fills.
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

    /** The same text as {@link #sum(Path)} for a computed CRC-32C. */
    static String sum(Checksum read) {
        return Long.toHexString(read.getValue());
    }
}
