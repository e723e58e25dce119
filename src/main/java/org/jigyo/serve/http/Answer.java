package org.jigyo.serve.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * A complete answer. A small one is in memory and may be sent to any number of clients; a large one is in a temporary
 * file, which is deleted once all holders have sent or closed it.
 */
public final class Answer implements AutoCloseable {

    private static final int WORTH_COMPRESSING = 600;

    private final String contentType;
    private final byte[] bytes;
    private final Path file;
    private final long size;
    private final AtomicInteger holders = new AtomicInteger(1);
    private byte[] compressed;

    /**
     * An answer in memory.
     *
     * @param contentType media type with charset
     */
    public Answer(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.file = null;
        this.size = bytes.length;
    }

    /**
     * An answer in a file.
     *
     * @param file deleted once the answer has been sent or closed
     */
    public Answer(String contentType, Path file) throws IOException {
        this.contentType = contentType;
        this.bytes = null;
        this.file = file;
        this.size = Files.size(file);
    }

    /** Creates a temporary file for an answer, or for a part of the work towards one. */
    public static Path temporary() throws IOException {
        return Files.createTempFile("jigyo-answer", ".part");
    }

    /** Adds holders of this answer; each of them sends or closes it. */
    public void hold(int others) {
        holders.addAndGet(others);
    }

    String contentType() {
        return contentType;
    }

    /** The size in bytes. */
    public long size() {
        return size;
    }

    /** True if the answer is in memory, not in a file. */
    public boolean inMemory() {
        return bytes != null;
    }

    boolean worthCompressing() {
        return size > WORTH_COMPRESSING;
    }

    /** The whole content; for answers that fit into memory. */
    public byte[] bytes() throws IOException {
        return bytes == null ? Files.readAllBytes(file) : bytes;
    }

    /** The answer with another first line. Replaces this answer. */
    public Answer headed(String line) throws IOException {
        byte[] head = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (this;
                InputStream in = bytes == null ? Files.newInputStream(file) : new ByteArrayInputStream(bytes);
                BufferedInputStream rest = new BufferedInputStream(in, 1 << 16)) {
            int read = rest.read();
            while (read >= 0 && read != '\n') {
                read = rest.read();
            }
            if (bytes != null) {
                ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + head.length);
                out.writeBytes(head);
                rest.transferTo(out);
                return new Answer(contentType, out.toByteArray());
            }
            Path made = temporary();
            try (OutputStream out = Files.newOutputStream(made)) {
                out.write(head);
                rest.transferTo(out);
            } catch (IOException e) {
                Files.delete(made);
                throw e;
            }
            return new Answer(contentType, made);
        }
    }

    /** The compressed answer. Replaces this answer; in memory it is compressed only once. */
    Answer compressed() throws IOException {
        if (bytes != null) {
            return new Answer(contentType, compressedBytes());
        }
        try (this) {
            Path packed = temporary();
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
                Files.copy(file, gzip);
            } catch (IOException e) {
                Files.delete(packed);
                throw e;
            }
            return new Answer(contentType, packed);
        }
    }

    private synchronized byte[] compressedBytes() {
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

    /** The content to send. Closing the stream closes the answer. */
    public InputStream open() throws IOException {
        return bytes != null
                ? new ByteArrayInputStream(bytes)
                : new FilterInputStream(Files.newInputStream(file)) {
                    private boolean closed;

                    @Override
                    public void close() throws IOException {
                        super.close();
                        if (!closed) {
                            closed = true;
                            Answer.this.close();
                        }
                    }
                };
    }

    @Override
    public void close() throws IOException {
        if (file != null && holders.decrementAndGet() == 0) {
            Files.deleteIfExists(file);
        }
    }
}
