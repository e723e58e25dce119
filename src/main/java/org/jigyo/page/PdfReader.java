package org.jigyo.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.source.SourceFile;

/** Reads PDF files with PDFBox, each page in one pass: blocks, glyphs and rulings. */
public final class PdfReader implements PageReader {

    static {
        BuiltInFont.use();
    }

    private static final int STAMPED = 40;

    private final Limits limits;
    private final Pictures recognition;
    private final Queue<FontShelf> shelves = new ConcurrentLinkedQueue<>();

    /** Reads a page that is a picture. Thread-safe. */
    @FunctionalInterface
    public interface Pictures {

        /** Reads nothing: such a page is an error. */
        Pictures NONE = (document, drawn) -> null;

        /**
         * Reads a page by its picture.
         *
         * @param document the open file, whose pages are sound
         * @param drawn the page as it was read, with its number and size
         * @return the page as recognised; null if pictures are not read
         * @throws IOException if that fails; the message says why
         */
        Page read(PDDocument document, Page drawn) throws IOException;
    }

    /** A reader with these limits, for which a page that is a picture is an error. */
    public PdfReader(Limits limits) {
        this(limits, Pictures.NONE);
    }

    /** A reader with these limits that reads pictures, too. */
    public PdfReader(Limits limits, Pictures recognition) {
        this.limits = limits;
        this.recognition = recognition;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Place place = Place.of(file.name());
        Deadline deadline = new Deadline(limits.time());
        if (!Files.isReadable(file.path())) {
            findings.accept(Finding.error(Finding.Code.FILE_UNREADABLE, place, "the file cannot be read"));
            return;
        }
        try (TimedFile bytes = new TimedFile(file.path(), deadline);
                PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            FontShelf shelf = Objects.requireNonNullElseGet(shelves.poll(), FontShelf::new);
            document.setResourceCache(shelf.forFile());
            Reading reading = new Reading(document, deadline, place, pages, findings);
            reading.pages();
            if (reading.sound) {
                // Fonts of a file that failed may be incomplete, so they are not reused.
                shelves.add(shelf);
            }
        } catch (InvalidPasswordException e) {
            findings.accept(Finding.error(
                    Finding.Code.PDF_ENCRYPTED, place, "the PDF needs a password; provide a copy without one"));
        } catch (LimitReached e) {
            findings.accept(Finding.error(Finding.Code.LIMIT_EXCEEDED, place, e.getMessage()));
        } catch (IOException | RuntimeException e) {
            findings.accept(Finding.error(Finding.Code.PDF_DAMAGED, place, "the PDF is damaged (" + why(e) + ")"));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // One file must not stop the others. Its memory is free again once this method returns.
            findings.accept(Finding.error(
                    Finding.Code.LIMIT_EXCEEDED,
                    place,
                    "the PDF needs more memory than is available (" + why(e) + ")"));
        }
    }

    private static String why(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The state of one document while it is read. */
    private final class Reading {

        private final PDDocument document;
        private final Deadline deadline;
        private final Place place;
        private final Consumer<Page> pages;
        private final Consumer<Finding> findings;
        private final Layers layers;
        private final List<Integer> pictures = new ArrayList<>();
        private final List<Integer> recognised = new ArrayList<>();
        private final List<Integer> failed = new ArrayList<>();
        private boolean written;
        private boolean ordered;
        private boolean sound = true;

        Reading(PDDocument document, Deadline deadline, Place place, Consumer<Page> pages, Consumer<Finding> findings) {
            this.document = document;
            this.deadline = deadline;
            this.place = place;
            this.pages = pages;
            this.findings = findings;
            this.layers = new Layers(document);
        }

        void pages() throws IOException {
            COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
            if (document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("Collection"))
                    != null) {
                report(
                        Finding.Code.FILE_UNREADABLE,
                        0,
                        "the PDF is a portfolio with attached files; save the attachments as separate files");
                return;
            }
            PageTree tree = PageTree.of(root, limits.pages());
            if (!tree.sound()) {
                report(Finding.Code.PDF_DAMAGED, 0, "the page tree is damaged; pages may be missing");
            }
            if (tree.cut()) {
                report(Finding.Code.LIMIT_EXCEEDED, 0, "more than " + limits.pages() + " pages; the rest was not read");
            }
            if (tree.pages().isEmpty()) {
                report(Finding.Code.PDF_DAMAGED, 0, "the PDF has no pages");
                return;
            }
            int number = 0;
            ordered = tree.sound();
            Iterator<PDPage> shared = tree.sound() ? document.getPages().iterator() : null;
            for (COSDictionary dictionary : tree.pages()) {
                number++;
                deadline.check();
                // Pages of a sound tree share their fonts, but only if they come from PDFBox's own walk.
                PDPage page = shared != null && shared.hasNext() ? shared.next() : new PDPage(dictionary);
                page(page, number);
            }
            pictures();
        }

        /**
         * Reports pages that show something but have no text: one error for each, or one for a file without any text.
         */
        private void pictures() {
            if (!recognised.isEmpty()) {
                findings.accept(Finding.info(
                        Finding.Code.TEXT_RECOGNISED,
                        place.onPage(recognised.get(0)),
                        "text was recognised in the pictures of " + recognised.size()
                                + " pages; of their values only those that a sum proves are certain"));
            }
            if (written) {
                pictures.forEach(number -> report(
                        Finding.Code.PDF_NO_TEXT_LAYER,
                        number,
                        "the page is an image or has only rules; it has no visible text to read"));
            } else if (!pictures.isEmpty()) {
                report(
                        Finding.Code.PDF_NO_TEXT_LAYER,
                        0,
                        "the PDF contains only images and no text; try --ocr, or provide the original");
            }
        }

        private void page(PDPage page, int number) throws LimitReached {
            PageStripper.Pass pass;
            try {
                List<String> broken = Wholeness.broken(page);
                if (!broken.isEmpty()) {
                    damaged(number, String.join(", ", broken));
                    return;
                }
                join(page);
                pass = new PageStripper(limits, deadline, layers).read(page, number);
                // PDFBox silently drops a font whose reading was interrupted.
                deadline.check();
            } catch (LimitReached e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                damaged(number, why(e));
                return;
            }
            if (pass.damaged()) {
                damaged(number, "its content");
                return;
            }
            if (pass.unmapped() > 0) {
                findings.accept(Finding.warning(
                        Finding.Code.VALUE_UNREADABLE,
                        place.onPage(number),
                        pass.unmapped() + " glyphs are not mapped to text by their font; they are read as U+FFFD"));
            }
            boolean text = !pass.page().blocks().isEmpty();
            boolean picture = pass.picture() || (pass.drawn() && !text);
            Page seen = ordered && (picture || stamped(pass)) ? recognised(pass.page()) : null;
            written |= text || seen != null;
            if (picture && seen == null && !failed.contains(number)) {
                pictures.add(number);
            }
            pages.accept(seen == null ? pass.page() : seen);
        }

        /** True for an image with little text over it: the number of a scanned page, a file mark. */
        private static boolean stamped(PageStripper.Pass pass) {
            return pass.pictured()
                    && pass.page().blocks().stream()
                                    .mapToInt(block -> block.text().length())
                                    .sum()
                            <= STAMPED;
        }

        /** The page as recognised in its picture; null if nothing was. */
        private Page recognised(Page drawn) {
            deadline.pause();
            try {
                Page seen = recognition.read(document, drawn);
                if (seen != null && !seen.blocks().isEmpty()) {
                    recognised.add(drawn.number());
                    return seen;
                }
            } catch (IOException | RuntimeException e) {
                failed.add(drawn.number());
                report(
                        e instanceof LimitReached ? Finding.Code.LIMIT_EXCEEDED : Finding.Code.PDF_NO_TEXT_LAYER,
                        drawn.number(),
                        "the text of the picture was not recognised (" + why(e) + ")");
            } finally {
                deadline.resume();
            }
            return null;
        }

        /**
         * Joins a content stream that comes in several parts, because PDFBox searches for the right part at every byte.
         */
        private void join(PDPage page) throws IOException {
            if (page.getCOSObject().getCOSArray(COSName.CONTENTS) == null) {
                return;
            }
            COSStream joined = new COSStream();
            try (InputStream parts = page.getContents();
                    OutputStream out = joined.createOutputStream()) {
                parts.transferTo(out);
            }
            page.getCOSObject().setItem(COSName.CONTENTS, joined);
        }

        private void damaged(int number, String what) {
            report(Finding.Code.PDF_DAMAGED, number, "the page is damaged and was not read (" + what + ")");
        }

        private void report(Finding.Code code, int page, String detail) {
            sound = false;
            findings.accept(Finding.error(code, place.onPage(page), detail));
        }
    }
}
