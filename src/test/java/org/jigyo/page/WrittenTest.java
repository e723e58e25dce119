package org.jigyo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text in drawing order on a ruled page: a line ends where its cell ends. */
class WrittenTest {

    private static final String CELLS = "cell 100 100 40 14 7 |\ncell 140 100 40 14 7 |\n";

    @TempDir
    private Path folder;

    private List<String> blocks(String form) throws IOException {
        Path pdf = Files.write(folder.resolve("page.pdf"), Typesetter.pdf(form));
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(pdf), f -> {}).get(0), pages::add, f -> {});
        return pages.get(0).blocks().stream()
                .map(b -> b.text().strip())
                .filter(t -> !t.isEmpty())
                .toList();
    }

    @Test
    void aJumpToTheLeftGluesWhatTheCellsPart() throws IOException {
        String drawn = "line 160 103 7 | 404\nline 120 103 7 | 378\n";

        assertThat(blocks(drawn)).containsExactly("404378");
        assertThat(blocks(CELLS + drawn)).containsExactly("404", "378");
    }

    @Test
    void aJumpToTheRightLeavesABlankThatTheCellsPart() throws IOException {
        String drawn = "line 120 103 7 | 378\nline 160 103 7 | 404\n";

        assertThat(blocks(drawn)).containsExactly("378 404");
        assertThat(blocks(CELLS + drawn)).containsExactly("378", "404");
    }

    @Test
    void aRunThatSpillsOverItsCellStaysWhole() throws IOException {
        String drawn = "line 102 103 7 | 枠からはみ出す長い文\nline 160 130 7 | 別\n";

        assertThat(blocks(CELLS + drawn)).containsExactly("枠からはみ出す長い文", "別");
    }

    @Test
    void linesOfOneCellStayTogether() throws IOException {
        String drawn = "line 102 101 6 | 一行目\nline 102 107 6 | 二行目\n";

        assertThat(blocks(CELLS + drawn)).containsExactly("一行目\n二行目");
    }
}
