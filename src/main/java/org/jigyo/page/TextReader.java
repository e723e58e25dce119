package org.jigyo.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.source.SourceFile;

/** Reads UTF-8 text: three empty lines (or a form feed) part pages, an empty line parts blocks, tabs part cells. */
final class TextReader implements PageReader {

    private static final int EMPTY_LINES_OF_A_PAGE_BREAK = 3;
    private static final int SAMPLE = 65536;

    private final Limits limits;

    TextReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Deadline deadline = new Deadline(limits.time());
        try (InputStream in = Files.newInputStream(file.path());
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, strict()))) {
            int count = pages(lines, deadline, pages);
            if (count == 0) {
                findings.accept(Finding.error(
                        Finding.Code.FILE_EMPTY, Place.of(file.name()), "the file holds nothing but white space"));
            }
        } catch (CharacterCodingException e) {
            findings.accept(Finding.error(
                    Finding.Code.ENCODING_UNSUPPORTED,
                    Place.of(file.name()),
                    "the text is not UTF-8" + guess(file) + "; convert it to UTF-8"));
        } catch (LimitReached e) {
            findings.accept(Finding.error(Finding.Code.LIMIT_EXCEEDED, Place.of(file.name()), e.getMessage()));
        } catch (IOException e) {
            findings.accept(Finding.error(
                    Finding.Code.FILE_UNREADABLE,
                    Place.of(file.name()),
                    "the file cannot be read (" + e.getMessage() + ")"));
        }
    }

    private int pages(BufferedReader lines, Deadline deadline, Consumer<Page> pages) throws IOException {
        TextPage page = new TextPage(1);
        int empty = 0;
        int number = 0;
        for (String text = line(lines); text != null; text = line(lines)) {
            deadline.check();
            number++;
            boolean formFeed = text.startsWith("\f");
            String content = formFeed ? text.substring(1) : text;
            if (number == 1 && content.startsWith("\uFEFF")) {
                content = content.substring(1);
            }
            if ((formFeed || empty >= EMPTY_LINES_OF_A_PAGE_BREAK) && !page.isEmpty()) {
                pages.accept(page.page());
                page = new TextPage(page.number() + 1);
                if (page.number() > limits.pages()) {
                    throw new LimitReached("more than " + limits.pages() + " pages; the rest is not read");
                }
            }
            if (content.isBlank() && content.indexOf('\t') < 0) {
                empty++;
                page.breakBlock();
            } else {
                empty = 0;
                page.add(new Line(number, null, content));
                if (page.glyphs() > limits.glyphs()) {
                    throw new LimitReached("page " + page.number() + " has more than " + limits.glyphs()
                            + " characters; " + "it is not read, nor what follows");
                }
            }
        }
        if (page.isEmpty()) {
            return page.number() - 1;
        }
        pages.accept(page.page());
        return page.number();
    }

    /** As readLine, but a line without end does not fill the memory. */
    private String line(BufferedReader in) throws IOException {
        StringBuilder line = null;
        for (int c = in.read(); c >= 0; c = in.read()) {
            line = line == null ? new StringBuilder() : line;
            if (c == '\n') {
                break;
            }
            line.append((char) c);
            if (line.length() > limits.glyphs()) {
                throw new LimitReached("a line is longer than " + limits.glyphs() + " characters");
            }
        }
        if (line != null && line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line == null ? null : line.toString();
    }

    private static java.nio.charset.CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static String guess(SourceFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] sample = in.readNBytes(SAMPLE);
            List<String> fitting = new ArrayList<>();
            for (String name : List.of("Shift_JIS", "EUC-JP", "ISO-2022-JP")) {
                if (fits(sample, Charset.forName(name))) {
                    fitting.add(name);
                }
            }
            return fitting.isEmpty() ? "" : " (it could be " + String.join(" or ", fitting) + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean fits(byte[] sample, Charset charset) {
        try {
            // The sample may end inside a character; its last bytes are not asked for.
            int length = sample.length == SAMPLE ? SAMPLE - 4 : sample.length;
            charset.newDecoder().decode(ByteBuffer.wrap(sample, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
