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

    /** The whole of it; for answers that are not too large for memory. */
    byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream((int) Math.min(size(), Integer.MAX_VALUE - 8));
        spool.copyTo(copy);
        return copy.toByteArray();
    }

    /** The same behind the mark by which Excel knows UTF-8. */
    Answer marked() throws IOException {
        byte[] plain = bytes();
        byte[] marked = new byte[plain.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(plain, 0, marked, 3, plain.length);
        return new Answer(contentType, marked);
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
