package org.jigyo.page;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A file whose reading ends at a deadline, because a damaged PDF can make its parser search forever. */
final class TimedFile extends RandomAccessReadBufferedFile {

    private static final int READS_BETWEEN_CHECKS = 4096;

    private final Deadline deadline;
    private int reads;

    TimedFile(Path path, Deadline deadline) throws IOException {
        super(path);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }

    private void check() throws LimitReached {
        if (++reads % READS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
    }
}
