package org.jigyo.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jigyo.source.SourceFile.Kind;

/** Detects the kind of a file from its first bytes. The name matters only to distinguish kinds of text. */
final class Sniffer {

    /** Number of bytes needed. */
    static final int HEAD = 8192;

    /** A text has at most one stray control character in this many bytes; the value that holds it is left out later. */
    private static final int STRAY = 100;

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Atomic groups keep the match linear for a file with many comments. */
    private static final Pattern HTML = Pattern.compile(
            "(?s)\\s*+(?:(?><\\?xml.*?\\?>|<!--.*?-->)\\s*+)*+<(?:!doctype html|html|head|body|table)\\b.*");

    private Sniffer() {}

    static Kind kind(Path path, byte[] head) throws IOException {
        if (head.length == 0) {
            return Kind.EMPTY;
        }
        if (pdf(head)) {
            return Kind.PDF;
        }
        if (begins(head, ZIP)) {
            return packed(path);
        }
        if (begins(head, OLE)) {
            return Kind.XLS;
        }
        if (!text(head)) {
            return Kind.BINARY;
        }
        String ending = ending(path);
        if (HTML.matcher(start(head)).matches()) {
            return Kind.HTML;
        }
        return Kind.CSV.endings().contains(ending) ? Kind.CSV : Kind.TEXT;
    }

    static String ending(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean begins(byte[] head, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (head.length <= i || head[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** The PDF standard allows the header anywhere in the first 1024 bytes. */
    private static boolean pdf(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        return start.contains("%PDF-");
    }

    private static Kind packed(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Kind.ZIP;
            }
            return zip.getEntry("xl/workbook.xml") == null ? Kind.BINARY : Kind.XLSX;
        } catch (IOException e) {
            return Kind.BINARY;
        }
    }

    private static boolean text(byte[] head) {
        if (Encoding.utf16(head) != null) {
            return true;
        }
        int strange = 0;
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
            if (b > 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
                strange++;
            }
        }
        return strange * STRAY <= head.length;
    }

    private static String start(byte[] head) {
        var charset = Encoding.utf16(head);
        String start = new String(head, charset == null ? StandardCharsets.ISO_8859_1 : charset);
        String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
        return (text.startsWith("ï»¿") ? text.substring(3) : text).toLowerCase(Locale.ROOT);
    }
}
