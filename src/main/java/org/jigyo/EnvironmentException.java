package org.jigyo;

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
}
