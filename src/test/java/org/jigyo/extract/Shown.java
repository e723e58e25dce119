package org.jigyo.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;

/** The specimen of the Ikeda form with a drawing whose visible content differs from the text layer. */
final class Shown {

    /** The amount on the specimen that drawn notes and covers change, and its cell. */
    static final String AMOUNT = "costs/total/settled/2022";

    static final String CELL = "cell 131 513 36 16 6.7 | 334\n";

    private static final Extractor EXTRACTOR = new Extractor(Layouts.bundled(), Limits.DEFAULT, true);

    private Shown() {}

    /** The first page of the specimen's drawing. */
    static String drawing() {
        String ikeda = form("ikeda-specimen");
        return ikeda.substring(0, ikeda.indexOf("\npage") + 1);
    }

    /** Forms of one sheet each. */
    static List<String> drawings() {
        String ikeda = form("ikeda-specimen");
        String yokohama = form("yokohama-specimen");
        int second = ikeda.indexOf("\npage") + 6;
        int third = yokohama.indexOf("\npage", yokohama.indexOf("\npage") + 1) + 1;
        return List.of(drawing(), ikeda.substring(second), yokohama.substring(0, third));
    }

    private static String form(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/forms/" + name + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileReading read(Path file) {
        return EXTRACTOR.read(SourceFiles.of(List.of(file), f -> {}).iterator().next());
    }

    /** What is read of a drawing. */
    static FileReading read(String drawing) {
        return read(Typesetter.pdf(drawing));
    }

    /** What is read of the bytes of a PDF. */
    static FileReading read(byte[] pdf) {
        try {
            Path file = Files.createTempFile("shown", ".pdf");
            try {
                Files.write(file, pdf);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change of a PDF. */
    interface Change {
        void on(PDDocument document, PDPage page) throws IOException;
    }

    /** A drawing with a change on each of its pages. What is drawn in the layer Off is not shown. */
    static byte[] changed(String drawing, Change change) {
        try (PDDocument document = Loader.loadPDF(Typesetter.pdf(drawing));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDOptionalContentGroup off = new PDOptionalContentGroup("Off");
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            layers.addGroup(off);
            layers.setGroupEnabled(off, false);
            document.getDocumentCatalog().setOCProperties(layers);
            for (PDPage page : document.getPages()) {
                COSDictionary properties = new COSDictionary();
                properties.setItem("Off", off);
                page.getResources().getCOSObject().setItem(COSName.PROPERTIES, properties);
                change.on(document, page);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A drawing on pages that are turned, and turned back when they are shown. */
    static byte[] turned(String drawing, int degrees) {
        return changed(drawing, (document, page) -> {
            double angle = Math.toRadians(degrees);
            boolean upright = degrees % 180 == 0;
            PDRectangle paper = upright ? new PDRectangle(595, 842) : new PDRectangle(842, 595);
            page.setMediaBox(paper);
            page.setCropBox(paper);
            page.setRotation(degrees);
            double dx = degrees == 90 ? 842 : degrees == 180 ? 595 : 0;
            double dy = degrees == 180 ? 842 : degrees == 270 ? 595 : 0;
            String turn = String.format(
                    Locale.ROOT,
                    "q %f %f %f %f %f %f cm ",
                    Math.cos(angle),
                    Math.sin(angle),
                    -Math.sin(angle),
                    Math.cos(angle),
                    dx,
                    dy);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(turn.getBytes(StandardCharsets.US_ASCII));
            page.getContents().transferTo(content);
            content.writeBytes(" Q".getBytes(StandardCharsets.US_ASCII));
            page.setContents(new PDStream(document, new ByteArrayInputStream(content.toByteArray())));
        });
    }

    /** A fact as text, "in doubt" when an issue names it, "absent" when it is not stated. */
    static String said(FileReading reading, String path) {
        Sheet sheet = reading.sheets().get(0);
        return sheet.issues().stream().anyMatch(i -> i.doubts(path))
                ? "in doubt"
                : String.valueOf(Facts.of(sheet).getOrDefault(path, "absent"));
    }
}
