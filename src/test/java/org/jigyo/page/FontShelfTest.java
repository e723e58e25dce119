package org.jigyo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cached font serves a later file only if nothing at all differs. */
class FontShelfTest {

    private static final String PROGRAM = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String ALL_X = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            1 beginbfrange <0000> <00FF> <0058> endbfrange
            endcmap end end
            """;

    @TempDir
    Path folder;

    private final FontShelf shelf = new FontShelf();
    private byte[] file;

    @BeforeEach
    void write() throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream program = PDFont.class.getResourceAsStream(PROGRAM)) {
            PDType0Font font = PDType0Font.load(document, program, false);
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(font, 12);
                text.newLineAtOffset(72, 700);
                text.showText("A");
                text.endText();
            }
            file = saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    private static COSDictionary font(PDDocument document) {
        PDResources resources = document.getPage(0).getResources();
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        return fonts.getCOSDictionary(fonts.keySet().iterator().next());
    }

    private static COSDictionary descendant(COSDictionary font) {
        return (COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
    }

    /** The file with another font dictionary. */
    private byte[] changed(Consumer<COSDictionary> change) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            change.accept(font(document));
            return saved(document);
        }
    }

    /** The font of a file's first page, as the cache returns it to PDFBox. */
    private PDFont asked(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            document.setResourceCache(shelf.forFile());
            PDResources resources = document.getPage(0).getResources();
            return resources.getFont(resources.getFontNames().iterator().next());
        }
    }

    private static void replace(COSStream stream, byte[] bytes) {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same number of bytes, with a different last byte. */
    private static void flipLast(COSStream stream) {
        try (InputStream in = stream.createRawInputStream()) {
            byte[] bytes = in.readAllBytes();
            bytes[bytes.length - 1] ^= 1;
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] otherText() throws IOException {
        return changed(f -> replace(f.getCOSStream(COSName.TO_UNICODE), ALL_X.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void theSameFontIsReadOnce() throws IOException {
        assertThat(asked(file)).isSameAs(asked(file)).isNotNull();
        assertThat(asked(changed(f -> {}))).isSameAs(asked(file));
    }

    @Test
    void whateverDiffersMakesAnotherFont() throws IOException {
        List<byte[]> files = List.of(
                file,
                otherText(),
                changed(f -> flipLast(f.getCOSStream(COSName.TO_UNICODE))),
                changed(f -> f.setName(COSName.BASE_FONT, "Another")),
                changed(f -> descendant(f).setItem(COSName.DW, COSInteger.get(321))),
                changed(f -> descendant(f).setItem(COSName.DW, new COSFloat(321.5f))),
                changed(f -> descendant(f).getCOSArray(COSName.W).add(new COSArray())),
                changed(f ->
                        descendant(f).getCOSDictionary(COSName.FONT_DESC).setItem(COSName.FLAGS, COSInteger.get(5))));
        List<PDFont> fonts = new ArrayList<>();
        for (byte[] each : files) {
            fonts.add(asked(each));
        }
        assertThat(fonts).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void aDamagedFontIsNotKept() throws IOException {
        byte[] damaged = changed(f -> replace(
                descendant(f).getCOSDictionary(COSName.FONT_DESC).getCOSStream(COSName.FONT_FILE2), new byte[99]));
        PDFont first = asked(damaged);
        assertThat(first.isDamaged()).isTrue();
        assertThat(asked(damaged)).isNotSameAs(first);
    }

    @Test
    void whatIsNoFontOrHasNoEndIsNotKept() throws IOException {
        byte[] circle = changed(f -> f.setItem(COSName.PARENT, f));
        assertThat(asked(circle)).isNotNull().isNotSameAs(asked(circle));
        byte[] drawings = changed(f -> f.setItem(COSName.SUBTYPE, COSName.TYPE3));
        assertThat(asked(drawings)).isNotSameAs(asked(drawings));
    }

    @Test
    void oneReaderReadsEachFileAsAReaderOfItsOwn() throws IOException {
        PageReader shared = Formats.reader(Limits.DEFAULT);
        for (byte[] bytes : List.of(file, otherText(), file, otherText())) {
            assertThat(read(shared, bytes)).isEqualTo(read(Formats.reader(Limits.DEFAULT), bytes));
        }
        assertThat(read(shared, file)).isEqualTo("A");
        assertThat(read(shared, otherText())).hasSize(1).isNotEqualTo("A");
    }

    private String read(PageReader reader, byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("a.pdf"), bytes);
        List<String> texts = new ArrayList<>();
        SourceFiles.of(List.of(path), f -> {})
                .forEach(f -> reader.read(f, p -> p.blocks().forEach(b -> texts.add(b.text())), f2 -> {}));
        return String.join("\n", texts).strip();
    }
}
