package org.jigyo.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that was given, found in a folder that was given, or packed in a zip archive.
 *
 * @param path where it lies
 * @param name the path as the user gave it, with forward slashes; what findings and records show
 * @param kind what its first bytes say it is, whatever its name ends in
 * @param sha256 64 hex digits over all its bytes
 * @param size bytes
 */
public record SourceFile(Path path, String name, Kind kind, String sha256, long size) {

    /** The kind of a file, by its bytes. A further format is a constant here and a reader in {@code page.table.Formats}. */
    public enum Kind {
        /** Begins as a PDF does. */
        PDF("a PDF", "pdf"),
        /** No byte that text does not have; its encoding is found out by reading it. */
        TEXT("a text", "txt"),
        /** A text whose name says that commas or tabs part its cells. */
        CSV("a table as text", "csv", "tsv"),
        /** An Excel workbook as a package of XML. */
        XLSX("an Excel workbook", "xlsx", "xlsm"),
        /** An Excel workbook as Excel 97 to 2003 writes it. */
        XLS("an Excel 97 workbook", "xls"),
        /** A page of tables. */
        HTML("an HTML page", "html", "htm"),
        /** An archive; the files in it are read, not the archive. */
        ZIP("a zip archive of such files", "zip"),
        /** No bytes at all. */
        EMPTY("empty"),
        /** Anything else. */
        BINARY("something else");

        private final String words;
        private final String endings;

        Kind(String words, String... endings) {
            this.words = words;
            this.endings = String.join(",", endings);
        }

        /** Endings of names, in lower case and without a dot, by which files of this kind are taken from a folder. */
        public List<String> endings() {
            return endings.isEmpty() ? List.of() : List.of(endings.split(","));
        }

        /** The endings of all kinds, in the order of the kinds. */
        public static List<String> allEndings() {
            return Arrays.stream(values()).flatMap(k -> k.endings().stream()).toList();
        }

        /** All endings as help texts name them: .pdf, .txt, … */
        public static String named() {
            return allEndings().stream().map(e -> "." + e).collect(Collectors.joining(", "));
        }

        /** The kinds that can be read, in words: a PDF, a text, … */
        public static String readable() {
            return Arrays.stream(values())
                    .filter(k -> !k.endings.isEmpty())
                    .map(k -> k.words)
                    .collect(Collectors.joining(", "));
        }

        /** True when it holds tables of named cells. */
        public boolean table() {
            return book() || this == CSV || this == HTML;
        }

        /** True when its pages are sheets of a book, each a form of its own. */
        public boolean book() {
            return this == XLSX || this == XLS;
        }
    }
}
