package org.jigyo.cli;

import java.util.Iterator;
import org.jigyo.source.SourceFile;

/** The endings of supported files, for help texts and completion. */
final class FileEndings implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return SourceFile.Kind.allEndings().stream().map(e -> "." + e).iterator();
    }
}
