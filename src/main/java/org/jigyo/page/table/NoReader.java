package org.jigyo.page.table;

import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.SourceFile;

/** Reports an empty or binary file as unreadable. */
final class NoReader implements PageReader {

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        findings.accept(
                file.kind() == SourceFile.Kind.EMPTY
                        ? Finding.error(Finding.Code.FILE_EMPTY, Place.of(file.name()), "the file is empty")
                        : Finding.error(
                                Finding.Code.FILE_BINARY,
                                Place.of(file.name()),
                                "the file is of an unsupported kind; supported are: " + SourceFile.Kind.readable()));
    }
}
