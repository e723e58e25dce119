package org.jigyo.layout;

/** A layout file that cannot be used: the message names file, line, column and what is allowed there. */
public final class LayoutException extends RuntimeException {

    LayoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
