package org.jigyo.serve.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.TimeLimit;

/**
 * Buffers an answer until it is complete: in memory first, then in a temporary file, up to the size limit. Nothing is
 * sent to the client before the whole answer is known to be valid.
 */
final class Spool extends OutputStream {

    private final int memory;
    private final long limit;
    private final TimeLimit deadline;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private Path file;
    private OutputStream out = bytes;
    private long size;

    Spool(int memory, long limit, TimeLimit deadline) {
        this.memory = memory;
        this.limit = limit;
        this.deadline = deadline;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) throws IOException {
        deadline.check();
        size += length;
        if (size > limit) {
            throw new Problem(
                            413,
                            "Size limit",
                            "The answer is larger than " + limit
                                    + " bytes; ask for less with LIMIT and OFFSET, or use a dump.")
                    .with("limit", limit);
        }
        if (file == null && size > memory) {
            file = Answer.temporary();
            out = Files.newOutputStream(file);
            bytes.writeTo(out);
            bytes = null;
        }
        out.write(source, from, length);
    }

    @Override
    public void flush() {
        // Nothing to flush, because nobody reads before the answer is complete.
    }

    /** Finishes the answer, which owns the file from now on. */
    Answer complete(String contentType) throws IOException {
        out.close();
        return file == null ? new Answer(contentType, bytes.toByteArray()) : new Answer(contentType, file);
    }

    /** Discards what was written. */
    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
