package org.jigyo.page.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.Encoding;
import org.jigyo.source.SourceFile;

/**
 * Reads text. Three empty lines (or a form feed) separate pages, an empty line separates blocks, tabs separate cells.
 */
final class TextReader implements PageReader {

    private static final int EMPTY_LINES_OF_A_PAGE_BREAK = 3;

    private final Limits limits;

    TextReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Attempt.at(file, findings, () -> {
            Deadline deadline = new Deadline(limits.time());
            Encoding encoding = Attempt.encoding(file, findings);
            try (PushbackReader lines = new PushbackReader(new BufferedReader(encoding.open(file.path())))) {
                if (pages(lines, deadline, pages) == 0) {
                    findings.accept(Finding.error(
                            Finding.Code.FILE_EMPTY, Place.of(file.name()), "the file holds nothing but white space"));
                }
            }
        });
    }

    private int pages(PushbackReader lines, Deadline deadline, Consumer<Page> pages) throws IOException {
        TextPage page = new TextPage(1);
        int empty = 0;
        int number = 0;
        for (String text = line(lines); text != null; text = line(lines)) {
            deadline.check();
            number++;
            boolean formFeed = text.startsWith("\f");
            String content = formFeed ? text.substring(1) : text;
            if ((formFeed || empty >= EMPTY_LINES_OF_A_PAGE_BREAK) && !page.isEmpty()) {
                pages.accept(page.page());
                page = new TextPage(page.number() + 1);
                if (page.number() > limits.pages()) {
                    throw new LimitReached("more than " + limits.pages()
                            + " pages (raise the limit with --max-pages); the rest was not read");
                }
            }
            if (content.isBlank() && content.indexOf('\t') < 0) {
                empty++;
                page.breakBlock();
            } else {
                empty = 0;
                page.add(new Line(number, null, content));
                if (page.glyphs() > limits.glyphs()) {
                    throw new LimitReached(
                            "page " + page.number() + " has more than " + limits.glyphs()
                                    + " characters (raise the limit with --max-glyphs); this page and the following ones were not read");
                }
            }
        }
        if (page.isEmpty()) {
            return page.number() - 1;
        }
        pages.accept(page.page());
        return page.number();
    }

    /** Like readLine, but limits the length of a line. A line ends in LF, CR or CRLF. */
    private String line(PushbackReader in) throws IOException {
        StringBuilder line = null;
        for (int c = in.read(); c >= 0; c = in.read()) {
            line = line == null ? new StringBuilder() : line;
            if (c == '\r') {
                int next = in.read();
                if (next >= 0 && next != '\n') {
                    in.unread(next);
                }
                break;
            }
            if (c == '\n') {
                break;
            }
            line.append((char) c);
            if (line.length() > limits.glyphs()) {
                throw new LimitReached(
                        "a line is longer than " + limits.glyphs() + " characters (raise the limit with --max-glyphs)");
            }
        }
        return line == null ? null : line.toString();
    }
}
