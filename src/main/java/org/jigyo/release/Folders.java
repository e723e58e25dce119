package org.jigyo.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;

/** File operations that are missing in the JDK. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder and everything in it; does nothing if it does not exist. */
    public static void delete(Path folder) {
        try {
            if (!Files.exists(folder)) {
                return;
            }
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The total size of the files below a folder, in bytes. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.mapToLong(
                            path -> Files.isRegularFile(path) ? path.toFile().length() : 0)
                    .sum();
        }
    }

    /** Creates a hard link to a finished file; copies it if the file system has no links. */
    public static void link(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, name);
        }
    }

    /** SHA-256 of a file, hexadecimal. */
    public static String sha256(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + file + ": " + EnvironmentException.reason(e), e);
        }
    }

    /** Writes a small file and waits until it is on the disk. */
    static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
