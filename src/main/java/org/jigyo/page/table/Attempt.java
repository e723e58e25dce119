package org.jigyo.page.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.LimitReached;
import org.jigyo.source.Encoding;
import org.jigyo.source.SourceFile;

/** Reading a table of any format: whatever a library throws for what is in the file becomes a finding. */
@FunctionalInterface
interface Attempt {

    /** Reads; pages that were handed over before an exception stay. */
    void read() throws Exception;

    /** Makes the attempt. */
    static void at(SourceFile file, Consumer<Finding> findings, Attempt attempt) {
        Place place = Place.of(file.name());
        try {
            attempt.read();
        } catch (CharacterCodingException e) {
            String detail =
                    "the text is neither UTF-8 or UTF-16 nor in a Japanese encoding throughout; save it as UTF-8";
            findings.accept(Finding.error(Finding.Code.ENCODING_UNSUPPORTED, place, detail));
        } catch (Exception e) {
            findings.accept(Finding.error(code(e), place, detail(e)));
        }
    }

    /** Says which encoding was assumed. */
    static Encoding encoding(SourceFile file, Consumer<Finding> findings) throws IOException {
        Encoding encoding = Encoding.of(file.path());
        if (!encoding.proven()) {
            String others =
                    encoding.others().isEmpty() ? "" : "; it could be " + String.join(" or ", encoding.others());
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
        return limit != null ? limit : "the file is damaged or not what its beginning says (" + e.getMessage() + ")";
    }

    /** The limit that was reached, as a sentence; null when it was none. */
    private static String limit(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitReached) {
                return cause.getMessage();
            }
            if (cause.getMessage() != null && cause.getMessage().contains("Zip bomb")) {
                return "unpacked, a part of the workbook is far larger than packed; it is not read";
            }
        }
        return null;
    }
}
