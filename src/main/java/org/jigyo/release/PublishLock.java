package org.jigyo.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jigyo.EnvironmentException;

/** Held by the one process that writes into a data folder; the system frees it when the process dies. */
public final class PublishLock {

    /** An action that runs while nobody else writes. */
    public interface Step<T> {
        /** Does it. */
        T take() throws IOException;
    }

    private PublishLock() {}

    static <T> T holding(Path data, Step<T> step) throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve("publish.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(data);
            }
            return step.take();
        } catch (OverlappingFileLockException e) {
            throw taken(data);
        }
    }

    private static EnvironmentException taken(Path data) {
        return new EnvironmentException(
                "another publish is at work in " + data + ": wait until it has ended, then try again");
    }
}
