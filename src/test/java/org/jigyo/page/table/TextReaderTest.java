package org.jigyo.page.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.Finding;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text files as pages. */
class TextReaderTest {

    @TempDir
    Path folder;

    private final List<Page> pages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private void read(byte[] bytes, Limits limits) throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), bytes);
        SourceFiles.of(List.of(file), findings::add)
                .forEach(f -> Formats.reader(limits).read(f, pages::add, findings::add));
    }

    private void read(String text) throws IOException {
        read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    private List<Finding.Code> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void emptyLinesPartBlocksAndThreeOfThemPages() throws IOException {
        read("\n対象\n市民\n\n目的\n\n\n\n概要\n");
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).blocks()).extracting(TextBlock::text).containsExactly("対象\n市民", "目的");
        assertThat(pages.get(1).blocks()).extracting(TextBlock::text).containsExactly("概要");
        assertThat(pages.get(1).blocks().get(0).lines().get(0).number()).isEqualTo(9);
        assertThat(pages.get(0).cells()).isEmpty();
    }

    @Test
    void tabsPartCells() throws IOException {
        read("表題\n項目\t\t令和 4年度\t\n\n予算\t3,000\r\n");
        assertThat(pages).hasSize(1);
        Page page = pages.get(0);
        assertThat(page.cells())
                .extracting(c -> c.row() + "/" + c.column() + "=" + c.text())
                .containsExactly("0/0=項目", "0/1=", "0/2=令和 4年度", "0/3=", "1/0=予算", "1/1=3,000");
        assertThat(page.outside()).extracting(Line::text).containsExactly("表題");
        assertThat(page.cells().get(5).lines().get(0).number()).isEqualTo(4);
    }

    @Test
    void aFileWithoutContentIsEmpty() throws IOException {
        read("");
        read(" \n\n　\n");
        assertThat(codes()).containsExactly(Finding.Code.FILE_EMPTY, Finding.Code.FILE_EMPTY);
    }

    @Test
    void encodingsAreFoundByMarkOrByTrialAndSaid() throws IOException {
        String text = "事務事業マネジメントシート\n①Ⅰ髙\n";
        for (String name : List.of("windows-31j", "UTF-16LE", "UTF-16BE", "x-windows-iso2022jp")) {
            findings.clear();
            read(text.getBytes(Charset.forName(name)), Limits.DEFAULT);
            assertThat(codes()).as(name).containsExactly(Finding.Code.ENCODING_ASSUMED);
            assertThat(findings.get(0).detail()).contains(name);
        }
        findings.clear();
        read("事務事業の目的と概要\n".getBytes(Charset.forName("EUC-JP")), Limits.DEFAULT);
        assertThat(codes()).containsExactly(Finding.Code.ENCODING_ASSUMED);
        assertThat(findings.get(0).detail()).contains("EUC-JP").contains("windows-31j");
        findings.clear();
        read(text.getBytes(StandardCharsets.UTF_16), Limits.DEFAULT);
        read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
        assertThat(findings).isEmpty();
        assertThat(pages.stream().filter(p -> p.blocks().get(0).text().equals(text.strip())))
                .hasSize(6);
        assertThat(pages.get(4).blocks().get(0).text()).isEqualTo("事務事業の目的と概要");
    }

    @Test
    void whatIsInNoEncodingIsRefused() throws IOException {
        read(new byte[] {(byte) 0x81, 0x20, (byte) 0xFF, (byte) 0xFE, 0x41}, Limits.DEFAULT);
        assertThat(codes()).containsExactly(Finding.Code.ENCODING_UNSUPPORTED);
        assertThat(pages).isEmpty();
    }

    @Test
    void aLineMayEndInACarriageReturnAlone() throws IOException {
        read("対象\r市民\r\r目的\r");
        assertThat(pages.get(0).blocks()).extracting(TextBlock::text).containsExactly("対象\n市民", "目的");
    }

    @Test
    void otherBytesAreBinary() throws IOException {
        read(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, Limits.DEFAULT);
        assertThat(codes()).containsExactly(Finding.Code.FILE_BINARY);
    }

    @Test
    void limitsEndTheReadingAndKeepWhatWasRead() throws IOException {
        Limits tight = new Limits(Duration.ofSeconds(5), 2, 20, 10, 10);
        read("a\n\n\n\nb\n\n\n\nc\n".getBytes(StandardCharsets.UTF_8), tight);
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED);
        assertThat(pages).hasSize(2);
        read("x".repeat(1000).getBytes(StandardCharsets.UTF_8), tight);
        assertThat(codes()).containsExactly(Finding.Code.LIMIT_EXCEEDED, Finding.Code.LIMIT_EXCEEDED);
    }
}
