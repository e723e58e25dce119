package org.jigyo.page.table;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.page.PdfReader;
import org.jigyo.source.SourceFile;

/** The reader for each kind of file. To add a format, add a constant to {@code SourceFile.Kind} and a line here. */
public final class Formats {

    private Formats() {}

    /** A reader for all kinds of files, for which a page that is a picture is an error. */
    public static PageReader reader(Limits limits) {
        return reader(limits, PdfReader.Pictures.NONE);
    }

    /** A reader for all kinds of files that reads pictures, too. */
    public static PageReader reader(Limits limits, PdfReader.Pictures pictures) {
        PageReader none = new NoReader();
        Map<SourceFile.Kind, PageReader> readers = Map.of(
                SourceFile.Kind.PDF, new PdfReader(limits, pictures),
                SourceFile.Kind.TEXT, new TextReader(limits),
                SourceFile.Kind.CSV, new CsvReader(limits),
                SourceFile.Kind.XLSX, new XlsxReader(limits),
                SourceFile.Kind.XLS, new XlsReader(limits),
                SourceFile.Kind.HTML, new HtmlReader(limits),
                SourceFile.Kind.ZIP, none,
                SourceFile.Kind.EMPTY, none,
                SourceFile.Kind.BINARY, none);
        return new ByKind(readers, limits.time());
    }

    private record ByKind(Map<SourceFile.Kind, PageReader> readers, Duration time) implements PageReader {

        @Override
        public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
            readers.get(file.kind()).read(file, pages, findings);
        }
    }
}
