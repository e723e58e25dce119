package org.jigyo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jigyo.Finding;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PDFs that are damaged, encrypted, endless or images: a finding for each, never an exception, and never wrong text.
 */
class MalformedPdfTest {

    private static final Path SPECIMEN = Path.of("src/main/resources/specimens/ikeda-r6.pdf");
    private static final int CASES = 60;

    @TempDir
    Path folder;

    private final List<Page> pages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private byte[] specimen;

    @BeforeEach
    void load() throws IOException {
        specimen = Files.readAllBytes(SPECIMEN);
    }

    private void read(byte[] bytes, Limits limits) throws IOException {
        pages.clear();
        findings.clear();
        Path file = Files.write(folder.resolve("a.pdf"), bytes);
        SourceFiles.of(List.of(file), findings::add)
                .forEach(f -> Formats.reader(limits).read(f, pages::add, findings::add));
    }

    private List<Finding.Code> codes() {
        return findings.stream().map(Finding::code).distinct().toList();
    }

    private static String text(Page page) {
        return page.cells().stream().map(Cell::text).collect(Collectors.joining("|"));
    }

    @Test
    void aTruncatedFileGivesWholePagesOrAFinding() throws IOException {
        read(specimen, Limits.DEFAULT);
        List<String> whole = pages.stream().map(MalformedPdfTest::text).toList();
        assertThat(whole).hasSize(2);
        for (int i = 1; i < CASES; i++) {
            read(Arrays.copyOf(specimen, specimen.length * i / CASES), Limits.DEFAULT);
            assertThat(whole)
                    .containsAll(pages.stream().map(MalformedPdfTest::text).toList());
            assertThat(pages.size() == 2 || !findings.isEmpty()).as("cut %d", i).isTrue();
        }
    }

    @Test
    void aFlippedByteInADrawingIsNoticed() throws IOException {
        read(specimen, Limits.DEFAULT);
        List<String> whole = pages.stream().map(MalformedPdfTest::text).toList();
        Random chance = new Random(7);
        int from = indexOf(specimen, "stream");
        int to = indexOf(specimen, "endstream");
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = specimen.clone();
            bytes[from + 8 + chance.nextInt(to - from - 10)] ^= (byte) (1 << chance.nextInt(8));
            read(bytes, Limits.DEFAULT);
            assertThat(whole)
                    .containsAll(pages.stream().map(MalformedPdfTest::text).toList());
            assertThat(pages.size() == 2 || codes().contains(Finding.Code.PDF_DAMAGED))
                    .isTrue();
        }
    }

    @Test
    void aFlippedByteAnywhereNeverThrows() throws IOException {
        Random chance = new Random(11);
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = specimen.clone();
            for (int k = 0; k < 3; k++) {
                bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
            }
            read(bytes, Limits.DEFAULT);
            assertThat(pages.size() + findings.size()).isPositive();
        }
    }

    private static int indexOf(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word);
    }

    @Test
    void aPageTreeThatIsACircleEnds() throws IOException {
        try (PDDocument document = Loader.loadPDF(specimen)) {
            COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
            COSDictionary inner = new COSDictionary();
            inner.setItem(COSName.TYPE, COSName.PAGES);
            COSArray kids = new COSArray();
            kids.add(root);
            inner.setItem(COSName.KIDS, kids);
            root.getCOSArray(COSName.KIDS).add(inner);
            root.setInt(COSName.COUNT, Integer.MAX_VALUE);
            read(saved(document), Limits.DEFAULT);
        }
        assertThat(pages).hasSize(2);
        assertThat(codes()).containsExactly(Finding.Code.PDF_DAMAGED);
    }

    @Test
    void aDrawingInSeveralPartsIsReadAsOne() throws IOException {
        read(specimen, Limits.DEFAULT);
        List<String> whole = pages.stream().map(MalformedPdfTest::text).toList();
        try (PDDocument document = Loader.loadPDF(specimen)) {
            for (PDPage page : document.getPages()) {
                String drawing = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
                int cut = drawing.indexOf("\nBT", drawing.length() / 2);
                page.setContents(Stream.of(drawing.substring(0, cut), "", drawing.substring(cut))
                        .map(part -> stream(document, part))
                        .toList());
            }
            read(saved(document), Limits.DEFAULT);
        }
        assertThat(findings).isEmpty();
        assertThat(pages.stream().map(MalformedPdfTest::text)).containsExactlyElementsOf(whole);
    }

    private static PDStream stream(PDDocument document, String part) {
        try {
            return new PDStream(
                    document,
                    new ByteArrayInputStream(part.getBytes(StandardCharsets.ISO_8859_1)),
                    COSName.FLATE_DECODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void moreThanTheLimitsIsReported() throws IOException {
        Duration time = Duration.ofSeconds(30);
        read(specimen, new Limits(time, 1, 10_000, 10_000, 100_000));
        assertThat(pages).hasSize(1);
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED);
        read(specimen, new Limits(time, 9, 100, 10_000, 100_000));
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED);
        read(specimen, new Limits(time, 9, 10_000, 100, 100_000));
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED);
        read(specimen, new Limits(time, 9, 10_000, 10_000, 100));
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED);
        read(specimen, new Limits(Duration.ofNanos(1), 9, 10_000, 10_000, 100_000));
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED);
        assertThat(pages).isEmpty();
    }

    @Test
    void aLockedFileIsNamedAsSuch() throws IOException {
        try (PDDocument document = Loader.loadPDF(specimen)) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            read(saved(document), Limits.DEFAULT);
        }
        assertThat(codes()).containsExactly(Finding.Code.PDF_ENCRYPTED);
    }

    @Test
    void aPictureHasNoText() throws IOException {
        read(Typesetter.pdf("rule 50 50 300 300\nrule 80 80 10 200\n"), Limits.DEFAULT);
        assertThat(codes()).containsExactly(Finding.Code.PDF_NO_TEXT_LAYER);
    }

    @Test
    void aPdfWithoutPagesIsDamaged() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.removePage(0);
            read(saved(document), Limits.DEFAULT);
        }
        assertThat(codes()).containsExactly(Finding.Code.PDF_DAMAGED);
        read("%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII), Limits.DEFAULT);
        assertThat(codes()).containsExactly(Finding.Code.PDF_DAMAGED);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }
}
