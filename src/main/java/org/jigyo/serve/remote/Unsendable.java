package org.jigyo.serve.remote;

/** A query cannot be sent to another server whole. It is then evaluated here, pattern by pattern. */
final class Unsendable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unsendable(String reason) {
        super(reason, null, false, false);
    }
}
