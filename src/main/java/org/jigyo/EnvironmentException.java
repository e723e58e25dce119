package org.jigyo;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * The machine refuses, not the data: port in use, folder not writable, disk full. One clear line for the user, exit code 5.
 */
public final class EnvironmentException extends RuntimeException {

    /**
     *
     *
     * @param message one sentence that says what failed and what to do
     */
    public EnvironmentException(String message) {
        super(message);
    }

    /**
     *
     *
     * @param message one sentence that says what failed and what to do
     */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason in words: some exceptions of the JDK say only the path. */
    public static String reason(Throwable e) {
        if (e instanceof UncheckedIOException unchecked) {
            return reason(unchecked.getCause());
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied: " + e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way: " + e.getMessage();
        }
        if (e instanceof NoSuchFileException) {
            return "not found: " + e.getMessage();
        }
        return e.getMessage();
    }
}
