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

    /** A reader of all kinds of files. */
    static PageReader of(Limits limits) {
        PageReader pdf = new PdfReader(limits);
        PageReader text = new TextReader(limits);
        PageReader none = new NoReader();
        return (file, pages, findings) -> {
            PageReader reader = switch (file.kind()) {
                case PDF -> pdf;
                case TEXT -> text;
                case EMPTY, BINARY -> none;
            };
            reader.read(file, pages, findings);
        };
    }
}
