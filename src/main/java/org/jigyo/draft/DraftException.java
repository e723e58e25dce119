package org.jigyo.draft;

/** No layout can be drafted from files; the message says why and what to do. */
public final class DraftException extends RuntimeException {

    private final String yaml;

    DraftException(String message, String yaml) {
        super(message);
        this.yaml = yaml;
    }

    /** What was written so far; null for nothing. */
    public String yaml() {
        return yaml;
    }
}
