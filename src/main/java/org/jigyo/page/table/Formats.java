package org.jigyo.page.table;

import org.jigyo.page.Limits;
import org.jigyo.page.PageReader;
import org.jigyo.page.PdfReader;

/** The reader for each kind of file. To add a format, add a constant to {@code SourceFile.Kind} and a line here. */
public final class Formats {

    private Formats() {}

    /** A reader for all kinds of files, for which a page that is a picture is an error. */
    public static PageReader reader(Limits limits) {
        return reader(limits, PdfReader.Pictures.NONE);
    }

    /** A reader for all kinds of files that reads pictures, too. */
    public static PageReader reader(Limits limits, PdfReader.Pictures pictures) {
        PageReader pdf = new PdfReader(limits, pictures);
        PageReader text = new TextReader(limits);
        PageReader none = new NoReader();
        PageReader csv = new CsvReader(limits);
        PageReader xlsx = new XlsxReader(limits);
        PageReader xls = new XlsReader(limits);
        PageReader html = new HtmlReader(limits);
        return (file, pages, findings) -> {
            PageReader reader = switch (file.kind()) {
                case PDF -> pdf;
                case TEXT -> text;
                case CSV -> csv;
                case XLSX -> xlsx;
                case XLS -> xls;
                case HTML -> html;
                case ZIP, EMPTY, BINARY -> none;
            };
            reader.read(file, pages, findings);
        };
    }
}
