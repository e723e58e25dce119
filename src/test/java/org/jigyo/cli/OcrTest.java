package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jigyo.RealSheets;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sheets that are printed to pictures at 300 dpi and read with {@code --ocr}, compared with what their text says. Of the cities' own sheets four
 * are read; {@code -Djigyo.ocr=60} reads so many.
 */
class OcrTest {

    private static final int DPI = 300;

    private final BufferedImage picture = new BufferedImage(600, 400, BufferedImage.TYPE_BYTE_GRAY);

    @TempDir
    Path folder;

    private static void needsTesseract() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract")));
        if (RealSheets.given()) {
            assertTrue(installed, "where the cities' own sheets are given, tesseract must be installed");
        }
        assumeTrue(installed, "tesseract is not installed");
    }

    private Path printed(Path pdf) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                images.add(new PDFRenderer(document).renderImageWithDPI(i, DPI, ImageType.GRAY));
            }
        }
        return pictured(images.toArray(BufferedImage[]::new));
    }

    private Path pictured(BufferedImage... images) throws IOException {
        Path pictures = folder.resolve("pictures.pdf");
        try (PDDocument copy = new PDDocument()) {
            for (BufferedImage image : images) {
                PDPage page = new PDPage(new PDRectangle(image.getWidth() * 72f / DPI, image.getHeight() * 72f / DPI));
                copy.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(copy, page)) {
                    content.drawImage(
                            LosslessFactory.createFromImage(copy, image),
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            copy.save(pictures.toFile());
        }
        return pictures;
    }

    private static List<Sheet> read(String... arguments) {
        Cli.Said said =
                Cli.run(Stream.concat(Stream.of("--quiet", "extract", "--json", "--evidence"), Arrays.stream(arguments))
                        .toArray(String[]::new));
        return said.out().lines().map(SheetJson::read).toList();
    }

    /** Figures of the record, and those of them that no issue doubts. */
    private record Share(int figures, int proven) {
        Share plus(Share other) {
            return new Share(figures + other.figures, proven + other.proven);
        }
    }

    /** Every difference between the recognised sheets and those of the text is named by an issue. */
    private Share compared(Path pdf) throws IOException {
        List<Sheet> text = read(pdf.toString());
        List<Sheet> recognised = read("--ocr", printed(pdf).toString());
        assertThat(recognised).as(pdf.toString()).hasSameSizeAs(text);
        Share share = new Share(0, 0);
        for (int i = 0; i < text.size(); i++) {
            Sheet sheet = recognised.get(i);
            Map<String, Object> said = Facts.of(text.get(i));
            Map<String, Object> read = Facts.of(sheet);
            TreeSet<String> paths = new TreeSet<>(said.keySet());
            paths.addAll(read.keySet());
            assertThat(paths)
                    .as("silent errors in " + pdf)
                    .noneMatch(p -> !Objects.equals(said.get(p), read.get(p)) && !doubted(sheet, p));
            assertThat(sheet.evidence().values()).allMatch(e -> Boolean.TRUE.equals(e.recognised()));
            List<String> figures = paths.stream()
                    .filter(p -> p.contains("/") && read.get(p) instanceof BigDecimal)
                    .toList();
            share = share.plus(new Share(figures.size(), (int)
                    figures.stream().filter(p -> !doubted(sheet, p)).count()));
        }
        return share;
    }

    private static boolean doubted(Sheet sheet, String path) {
        return sheet.issues().stream().anyMatch(i -> i.doubts(path));
    }

    @Test
    void theCitiesOwnSheetsAreReadWithoutASilentError() throws IOException {
        Path sheets = RealSheets.folder().resolve("sheets/ikeda");
        needsTesseract();
        List<Path> files;
        try (Stream<Path> all = Files.list(sheets)) {
            files = all.sorted().toList();
        }
        int most = Integer.getInteger("jigyo.ocr", 4);
        Share share = new Share(0, 0);
        for (int i = 0; i < Math.min(most, files.size()); i++) {
            share = share.plus(compared(files.get(i * files.size() / Math.min(most, files.size()))));
        }
        System.out.println("recognised figures: " + share.figures() + ", proven by sums: " + share.proven());
        assertThat(share.proven()).isPositive();
    }

    @Test
    void withoutTheOptionAPictureIsAnErrorThatNamesIt() throws IOException {
        Path pictures = pictured(picture);
        Cli.Said said = Cli.run("extract", pictures.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(said.err()).contains("PDF_NO_TEXT_LAYER").contains("try --ocr");
    }

    @Test
    void withoutTheProgramTheCommandEndsAndSaysHowToInstallIt() {
        String missing = folder.resolve("none").toString();
        Cli.Said said = Cli.run("extract", "--ocr", "--tesseract", missing, "src/main/resources/specimens");
        assertThat(said.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(said.err()).contains("apt-get install tesseract-ocr tesseract-ocr-jpn");
    }

    @Test
    void aProgramThatFailsIsAnErrorOfThePage() throws IOException {
        Path program = Files.writeString(
                folder.resolve("program"),
                "#!/bin/sh\ncase \"$1\" in\n--version) echo tesseract 5;;\n--list-langs) echo jpn;;\n*) echo broken >&2; exit 1;;\nesac\n");
        assertTrue(program.toFile().setExecutable(true));
        Path pictures = pictured(picture);
        Cli.Said said = Cli.run("extract", "--ocr", "--tesseract", program.toString(), pictures.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(said.err())
                .contains("the text of the picture was not recognised")
                .contains("code 1: broken")
                .doesNotContain("try --ocr");
    }
}
