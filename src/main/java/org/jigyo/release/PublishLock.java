package org.jigyo.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jigyo.EnvironmentException;

/**
 * The lock of a data folder, held by the one process that writes into it. The operating system releases it when the
 * process ends.
 */
public final class PublishLock {

    /** An action that runs under the lock. */
    public interface Step<T> {
        /** Runs the action. */
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
                "another publish is running in " + data + "; wait until it has finished and try again");
    }
}
