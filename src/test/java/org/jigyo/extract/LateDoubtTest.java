package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.extract.grid.OneList;
import org.jigyo.layout.Layout;
import org.jigyo.page.Limits;
import org.jigyo.page.TableDrawing;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the end of a list shows about the rows that were passed on before. */
class LateDoubtTest {

    private static final Layout LAYOUT =
            OneList.layout("", "{under: [目的], is: texts/purpose}", "{under: [成果], is: texts/outcome}");

    @TempDir
    private Path folder;

    /** A list of which the purposes moved down by a row. */
    private SourceFile moved(int projects) throws IOException {
        StringBuilder rows = new StringBuilder("令和6年度標本一覧\n番号\t名称\t目的\t成果\n1\t図書館\t\t一\n");
        for (int n = 2; n <= projects; n++) {
            rows.append(n).append("\t公園").append(n).append("\t目的").append(n - 1).append("\t二\n");
        }
        byte[] book = TableDrawing.of(rows + "\t\t最後の目的\t\n").xlsx("一覧");
        Path path = Files.write(folder.resolve("a.xlsx"), book);
        return SourceFiles.of(List.of(path), f -> {}).get(0);
    }

    /** A long list is read in parts: whoever has all of them has the doubt in every row, and others in a finding that names the column. */
    @Test
    void rowsThatWerePassedOnAreNamedByAFinding() throws IOException {
        SourceFile file = moved(1499);
        Extractor extractor = new Extractor(List.of(LAYOUT), Limits.DEFAULT, true);

        List<Sheet> all = extractor.raw(file).sheets();
        assertThat(all).hasSize(1499);
        assertThat(all).allMatch(s -> s.issues().stream().anyMatch(i -> i.doubts("texts/purpose")));
        assertThat(all).noneMatch(s -> s.issues().stream().anyMatch(i -> i.doubts("texts/outcome")));

        List<FileReading> parts = new ArrayList<>();
        extractor.readInParts(file, parts::add);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts.stream().flatMap(p -> p.findings().stream()))
                .anyMatch(f -> "texts/purpose".equals(f.place().field())
                        && f.detail().startsWith("every row of the list is in doubt")
                        && f.detail().contains("最後の目的"));
    }

    /** The text below the last project may begin a part of its own. */
    @ParameterizedTest
    @ValueSource(ints = {253, 254, 255})
    void aPartMayEndWithTheLastProject(int projects) throws IOException {
        SourceFile file = moved(projects);
        assertThat(new Extractor(List.of(LAYOUT), Limits.DEFAULT, true)
                        .raw(file)
                        .sheets())
                .hasSize(projects)
                .allMatch(s -> s.issues().stream().anyMatch(i -> i.doubts("texts/purpose")));
    }
}
