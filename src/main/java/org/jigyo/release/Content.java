package org.jigyo.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;

/** A graph's file, the digest of its bytes, and what was found out about it when somebody first asked. */
final class Content {

    private final GraphFile source;
    private final String sha256;
    private final String sum;
    private List<Piece> pieces;
    private String compared;
    private Difference difference;

    Content(GraphFile source) {
        this.source = source;
        try (CheckedInputStream bytes = new CheckedInputStream(bytes(source.file()), new CRC32C())) {
            this.sha256 = DigestUtils.sha256Hex(bytes);
            this.sum = StoredFiles.sum(bytes.getChecksum());
        } catch (IOException e) {
            throw unreadable(source.file(), e);
        }
    }

    String graph() {
        return source.graph();
    }

    Path file() {
        return source.file();
    }

    /** Hexadecimal. */
    String sha256() {
        return sha256;
    }

    /** The slices of the file. */
    List<Piece> pieces() throws IOException {
        if (pieces == null) {
            pieces = Piece.of(graph(), file());
        }
        return pieces;
    }

    /**
     * Copies the file.
     *
     * @throws EnvironmentException if it is no longer what it was
     */
    void copy(Path to) throws IOException {
        Files.copy(file(), to);
        if (!StoredFiles.sum(to).equals(sum)) {
            throw new EnvironmentException(file() + " changed while it was published");
        }
    }

    /**
     * What is said otherwise than in the same graph of a release.
     *
     * @param was that graph; null when the release does not have it
     * @param slices of the release
     * @throws IOException if the release's file is not what it was, with the reason in words
     */
    Difference since(Release before, Slices slices, Release.Part was) throws IOException {
        String to = was == null ? "" : before.id() + was.sha256();
        if (!to.equals(compared)) {
            difference = Difference.of(before, slices, was, this);
            compared = to;
        }
        return difference;
    }

    /** Whether a graph of a release is this one, to the last byte. */
    boolean same(Release.Part part) {
        return part.graph().equals(graph()) && part.sha256().equals(sha256);
    }

    /** A name that is unique within a release and tells a person which graph it is. */
    static String fileName(String graph) {
        String path = graph.replaceFirst("^.*/graph/", "").replaceFirst("^[a-z]+://", "");
        return path.replaceAll("[^A-Za-z0-9.-]+", "-") + ".ttl";
    }

    Instant modified(Release before, Instant now) {
        if (before == null) {
            return now;
        }
        return before.graphs().stream()
                .filter(this::same)
                .map(Release.Part::modified)
                .findFirst()
                .orElse(now);
    }

    static String sha256(Path file) {
        try (InputStream bytes = bytes(file)) {
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputStream bytes(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static EnvironmentException unreadable(Path file, IOException e) {
        return new EnvironmentException("cannot read " + file + ": " + e.getMessage(), e);
    }
}
