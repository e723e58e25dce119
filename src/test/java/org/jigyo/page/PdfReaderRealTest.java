package org.jigyo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jigyo.Finding;
import org.jigyo.RealSheets;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/** The cities' own PDFs as pages. */
class PdfReaderRealTest {

    private static final PageReader READER = Formats.reader(Limits.DEFAULT);

    private final List<Finding> findings = new ArrayList<>();

    private List<SourceFile> files() {
        Path folder = RealSheets.folder().resolve("sheets/ikeda");
        return SourceFiles.of(List.of(folder), findings::add);
    }

    /** Each of PDFBox's blocks is one of ours, or several if it continues in another cell. */
    @Test
    void blocksAreTheUnsortedTextOfPdfBoxCutAtTheCells() throws IOException {
        for (SourceFile file : files()) {
            List<String> blocks = new ArrayList<>();
            READER.read(file, page -> page.blocks().forEach(b -> blocks.add(key(b.text()))), findings::add);
            blocks.removeIf(String::isEmpty);
            int next = 0;
            for (String block : stripped(file).split("\\n\\n+")) {
                String rest = key(block);
                while (!rest.isEmpty()) {
                    assertThat(rest).as(file.name()).startsWith(blocks.get(next));
                    rest = rest.substring(blocks.get(next++).length());
                }
            }
            assertThat(blocks).as(file.name()).hasSize(next);
        }
        assertThat(findings).isEmpty();
    }

    private static String key(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String stripped(SourceFile file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setParagraphEnd("\n");
            stripper.setPageEnd("\n\n");
            return stripper.getText(document);
        }
    }

    @Test
    void everyGlyphIsInACellOrOutsideOfAll() {
        for (SourceFile file : files()) {
            READER.read(
                    file,
                    page -> {
                        String inBlocks =
                                page.blocks().stream().map(TextBlock::text).collect(Collectors.joining());
                        String inCells = page.cells().stream().map(Cell::text).collect(Collectors.joining())
                                + page.outside().stream().map(Line::text).collect(Collectors.joining());
                        assertThat(sorted(inCells)).as(file.name()).isEqualTo(sorted(inBlocks));
                        assertThat(page.cells()).as(file.name()).hasSizeGreaterThan(150);
                    },
                    findings::add);
        }
    }

    private static String sorted(String text) {
        return text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .sorted()
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
