package org.jigyo.page;

import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.source.SourceFile;

/** Reads the pages of a file, one after the other; safe to share between threads. */
@FunctionalInterface
public interface PageReader {

    /**
     * Hands over every page that can be read, in order, and forgets it. Never throws for what is in the file: damage, a
     * password, a wrong encoding, an endless page are findings, and pages before them have been handed over.
     *
     * @param file what to read
     * @param pages takes each page; called on the calling thread
     * @param findings takes what is wrong
     */
    void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings);
}
