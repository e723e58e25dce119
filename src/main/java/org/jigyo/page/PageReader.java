package org.jigyo.page;

import java.time.Duration;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.source.SourceFile;

/** Reads the pages of a file one after the other. Thread-safe. */
@FunctionalInterface
public interface PageReader {

    /**
     * Passes on every readable page in order, without keeping it. Never throws because of the file's content: damage, a
     * password, a wrong encoding or an excessive page is reported as a finding after the pages before it.
     *
     * @param file file to read
     * @param pages receives each page, on the calling thread
     * @param findings receives the problems
     */
    void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings);

    /** The time for a file: for reading its pages, and again for what is done with them. */
    default Duration time() {
        return Limits.DEFAULT.time();
    }
}
