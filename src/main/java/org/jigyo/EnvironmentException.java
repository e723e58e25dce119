package org.jigyo;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * A problem of the machine, not of the data: port in use, folder not writable, disk full. The user gets one line and
 * exit code 5.
 */
public final class EnvironmentException extends RuntimeException {

    /**
     * An exception with a message for the user.
     *
     * @param message one sentence that says what failed and what to do
     */
    public EnvironmentException(String message) {
        super(message);
    }

    /**
     * An exception with a message for the user and its cause.
     *
     * @param message one sentence that says what failed and what to do
     */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason as text. Some file exceptions of the JDK carry only the path. */
    public static String reason(Throwable e) {
        if (e instanceof UncheckedIOException unchecked) {
            return reason(unchecked.getCause());
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied: " + e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file exists in its place: " + e.getMessage();
        }
        if (e instanceof NoSuchFileException) {
            return "not found: " + e.getMessage();
        }
        return e.getMessage();
    }
}
