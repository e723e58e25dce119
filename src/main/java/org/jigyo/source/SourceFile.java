package org.jigyo.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that was given, found in a given folder, or packed in a zip archive.
 *
 * @param path where it is stored
 * @param name the path as the user gave it, with forward slashes; used in findings and records
 * @param kind detected from its first bytes, whatever its ending
 * @param sha256 64 hex digits over all its bytes
 * @param size in bytes
 */
public record SourceFile(Path path, String name, Kind kind, String sha256, long size) {

    /**
     * The kind of a file, by its bytes. To add a format, add a constant here and a reader in
     * {@code page.table.Formats}.
     */
    public enum Kind {
        /** A file that begins with a PDF header. */
        PDF("a PDF", "pdf"),
        /** A file without binary bytes; the encoding is detected when it is read. */
        TEXT("a text", "txt"),
        /** A text whose name says that its cells are separated by commas or tabs. */
        CSV("a table as text", "csv", "tsv"),
        /** An Excel workbook in the XML format (OOXML). */
        XLSX("an Excel workbook", "xlsx", "xlsm"),
        /** An Excel workbook in the binary format of Excel 97 to 2003. */
        XLS("an Excel 97 workbook", "xls"),
        /** An HTML page; its tables are read. */
        HTML("an HTML page", "html", "htm"),
        /** An archive; the files in it are read, not the archive itself. */
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

        /**
         * File name endings, in lower case and without the dot, by which files of this kind are selected from a folder.
         */
        public List<String> endings() {
            return endings.isEmpty() ? List.of() : List.of(endings.split(","));
        }

        /** The endings of all kinds, in the order of the kinds. */
        public static List<String> allEndings() {
            return Arrays.stream(values()).flatMap(k -> k.endings().stream()).toList();
        }

        /** All endings as help texts list them: .pdf, .txt, … */
        public static String named() {
            return allEndings().stream().map(e -> "." + e).collect(Collectors.joining(", "));
        }

        /** The supported kinds in words: a PDF, a text, … */
        public static String readable() {
            return Arrays.stream(values())
                    .filter(k -> !k.endings.isEmpty())
                    .map(k -> k.words)
                    .collect(Collectors.joining(", "));
        }

        /** True if the file holds tables with named cells. */
        public boolean table() {
            return book() || this == CSV || this == HTML;
        }

        /** True if its pages are sheets of a workbook, each a form of its own. */
        public boolean book() {
            return this == XLSX || this == XLS;
        }
    }
}
