package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message about a page that no layout knows: which phrases keep the nearest layout from it. */
class UnknownFormTest {

    private static final Layout LAYOUT = Layouts.read("one.yml", """
            id: one
            title: {ja: 標本, en: specimen}
            city: "139998"
            form: one
            applies: [標本票, 番号, 名称]
            absent: [参考, 旧様式]
            grid:
              title: "{year}標本票"
              fields:
                - {to: number, right-of: 番号, type: digits}
                - {to: name, right-of: 名称}
            """);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "標本票 番号|; the nearest is one, for which this phrase is missing: «名称»",
                "標本票|; the nearest is one, for which this phrase is missing: «番号», «名称»",
                "標本票 番号 名称 参考|; the nearest is one, which excludes this printed phrase: «参考»",
                "標本票 番号 旧様式|; the nearest is one, for which this phrase is missing: «名称», which excludes this printed phrase: «旧様式»",
                "道路の一覧|''",
                "参考|''"
            })
    void namesOnlyWhatKeepsTheNearestLayoutAway(String printed, String nearest) throws IOException {
        byte[] page = Typesetter.pdf("line 40 30 10 | " + printed + "\ncell 40 50 80 20 8 | あ\n");
        List<SourceFile> files = SourceFiles.of(List.of(Files.write(folder.resolve("a.pdf"), page)), f -> {});
        List<Finding> findings = new Extractor(List.of(LAYOUT), Limits.DEFAULT, false)
                .read(files.get(0))
                .findings();
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(Code.LAYOUT_UNKNOWN);
            assertThat(f.detail()).isEqualTo("no layout matches this form" + nearest);
        });
    }
}
