package org.jigyo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jigyo.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files there are. */
class SourceFilesTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aFolderGivesItsSheetsByName() throws IOException {
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b/2.PDF"), "%PDF-1.7\n");
        Files.writeString(folder.resolve("a.txt"), "市民");
        Files.writeString(folder.resolve(".hidden.txt"), "x");
        Files.writeString(folder.resolve("notes.md"), "x");
        List<SourceFile> files = SourceFiles.of(List.of(folder, folder.resolve("a.txt")), findings::add);
        assertThat(files).extracting(SourceFile::kind).containsExactly(SourceFile.Kind.TEXT, SourceFile.Kind.PDF);
        assertThat(files.get(0).sha256()).isEqualTo("58a3651d5dd1dbc029a238c1fc504377a5ecd620e2d9128ed4611835573ebcef");
        assertThat(findings).extracting(Finding::code).containsExactly(Finding.Code.FILE_SKIPPED);
        assertThat(findings.get(0).detail()).contains("notes.md").doesNotContain("hidden");
    }

    /** A head of many comments has one way to be divided; trying all of them would not end. */
    @Test
    void aPageMayBeginWithComments() throws IOException {
        Files.writeString(folder.resolve("page.html"), "<!-- a -->".repeat(500) + "<html>");
        Files.writeString(folder.resolve("words.txt"), "<!-- a -->".repeat(500) + "市民");
        assertThat(SourceFiles.of(List.of(folder), findings::add))
                .extracting(SourceFile::kind)
                .containsExactly(SourceFile.Kind.HTML, SourceFile.Kind.TEXT);
    }

    @Test
    void whatIsMissingOrWithoutSheetsIsReported() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("zero.txt"), "");
        List<SourceFile> files =
                SourceFiles.of(List.of(empty, folder.resolve("none.pdf"), folder.resolve("zero.txt")), findings::add);
        assertThat(files).extracting(SourceFile::kind).containsExactly(SourceFile.Kind.EMPTY);
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(Finding.Code.FILE_UNREADABLE, Finding.Code.FILE_UNREADABLE);
    }

    /** The sizes that an archive states are not trusted. */
    @Test
    void anArchiveThatUnpacksToVeryMuchIsNotUnpacked() throws IOException {
        Path zip = folder.resolve("sheets.zip");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            packed.putNextEntry(new ZipEntry("1.txt"));
            packed.write("市民".getBytes(StandardCharsets.UTF_8));
            packed.putNextEntry(new ZipEntry("2.txt"));
            byte[] much = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                packed.write(much);
            }
        }
        assertThat(Files.size(zip)).isLessThan(100_000);
        assertThat(SourceFiles.of(List.of(zip), findings::add))
                .extracting(SourceFile::name)
                .containsExactly(zip + "/1.txt");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Finding.Code.LIMIT_EXCEEDED);
            assertThat(finding.detail()).contains("2.txt");
        });
    }
}
