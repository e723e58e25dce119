package org.jigyo.source;

import java.nio.file.Path;

/**
 * A file that was given, or found in a folder that was given.
 *
 * @param path where it lies
 * @param name the path as the user gave it, with forward slashes; what findings and records show
 * @param kind what its first bytes say it is, whatever its name ends in
 * @param sha256 64 hex digits over all its bytes
 * @param size bytes
 */
public record SourceFile(Path path, String name, Kind kind, String sha256, long size) {

    /** What a file is, by its bytes. */
    public enum Kind {
        /** Begins as a PDF does. */
        PDF,
        /** No byte that text does not have; its encoding is found out by reading it. */
        TEXT,
        /** No bytes at all. */
        EMPTY,
        /** Anything else. */
        BINARY
    }
}
