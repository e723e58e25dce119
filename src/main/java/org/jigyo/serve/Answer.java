package org.jigyo.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A complete answer. Small ones are in memory and may be given to many clients; large ones lie in a temporary file and are
 * given once.
 */
final class Answer implements AutoCloseable {

    private static final int WORTH_COMPRESSING = 600;

    private final String contentType;
    private final byte[] bytes;
    private final Spool spool;
    private byte[] compressed;

    Answer(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.spool = null;
    }

    Answer(String contentType, Spool spool) {
        this.contentType = contentType;
        this.bytes = spool.inMemory();
        this.spool = bytes == null ? spool : null;
    }

    String contentType() {
        return contentType;
    }

    /** Bytes as they are; when compressed only those in memory are known beforehand. */
    long size() {
        return bytes == null ? spool.size() : bytes.length;
    }

    boolean inMemory() {
        return bytes != null;
    }

    boolean worthCompressing() {
        return size() > WORTH_COMPRESSING;
    }

    /** The compressed bytes of an answer in memory, made once. */
    synchronized byte[] compressed() {
        if (compressed == null) {
            ByteArrayOutputStream made = new ByteArrayOutputStream(bytes.length / 4);
            try (GZIPOutputStream gzip = new GZIPOutputStream(made)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            compressed = made.toByteArray();
        }
        return compressed;
    }

    void copyTo(OutputStream out) throws IOException {
        if (bytes != null) {
            out.write(bytes);
        } else {
            spool.copyTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }
}
