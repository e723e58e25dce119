package org.jigyo.page.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.LimitReached;
import org.jigyo.source.Encoding;
import org.jigyo.source.SourceFile;

/** Reads a table of any format, and turns any exception caused by the file's content into a finding. */
@FunctionalInterface
interface Attempt {

    /** Reads the file. Pages that were passed on before an exception are kept. */
    void read() throws Exception;

    /** Runs the attempt. */
    static void at(SourceFile file, Consumer<Finding> findings, Attempt attempt) {
        Place place = Place.of(file.name());
        try {
            attempt.read();
        } catch (CharacterCodingException e) {
            String detail = "the text is not consistently in UTF-8, UTF-16 or a Japanese encoding; save it as UTF-8";
            findings.accept(Finding.error(Finding.Code.ENCODING_UNSUPPORTED, place, detail));
        } catch (Exception e) {
            findings.accept(Finding.error(code(e), place, detail(e)));
        }
    }

    /** Detects the encoding, and reports it if it is only assumed. */
    static Encoding encoding(SourceFile file, Consumer<Finding> findings) throws IOException {
        Encoding encoding = Encoding.of(file.path());
        if (!encoding.proven()) {
            String others =
                    encoding.others().isEmpty() ? "" : "; it could also be " + String.join(" or ", encoding.others());
            findings.accept(Finding.info(
                    Finding.Code.ENCODING_ASSUMED,
                    Place.of(file.name()),
                    "read as " + encoding.charset().name() + ", because it fits" + others));
        }
        return encoding;
    }

    private static Finding.Code code(Exception e) {
        return limit(e) == null ? Finding.Code.FILE_UNREADABLE : Finding.Code.LIMIT_EXCEEDED;
    }

    private static String detail(Exception e) {
        String limit = limit(e);
        return limit != null
                ? limit
                : "the file is damaged, or its content does not match its file header (" + e.getMessage() + ")";
    }

    /** The message of the limit that was reached; null if there was none. */
    private static String limit(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitReached) {
                return cause.getMessage();
            }
            if (cause.getMessage() != null && cause.getMessage().contains("Zip bomb")) {
                return "a part of the workbook is suspiciously large when unpacked (zip bomb); it was not read";
            }
        }
        return null;
    }
}
