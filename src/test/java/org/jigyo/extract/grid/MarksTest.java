package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.MarkSet;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are marks, and what a mark in one of several cells chooses. */
class MarksTest {

    private static final Layout LAYOUT =
            OneList.layout("", "{under: [福祉], is: \"sdgs/3\", type: mark}", "{under: [備考], is: texts/remarks}");

    @TempDir
    private Path folder;

    @Test
    void aMarkSetOfTheLayoutReplacesTheUsualMarks() {
        Map<String, MarkSet> sets = Map.of("box", new MarkSet(List.of("■"), List.of("□"), false));
        Marks own = Marks.of("box", sets);
        assertThat(own.likeMark("■")).isTrue();
        assertThat(own.likeMark("□")).isFalse();
        assertThat(own.possible("□")).isTrue();
        assertThat(Marks.of(null, sets).likeMark("○")).isTrue();
        assertThat(Marks.of("other", sets).likeMark("○")).isTrue();
    }

    @Test
    void aTextOfOneCharacterMayBeAMark() {
        Marks usual = Marks.of(null, Map.of());
        assertThat(usual.possible("×")).isTrue();
        assertThat(usual.possible("該当")).isFalse();
        assertThat(usual.likeMark("該当")).isFalse();
        assertThat(usual.likeMark("○○")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"○,true,false", "●,true,false", "□,,false", "'',,false", "－,,false", "×,,true", "該当,,true"})
    void aMarkInACell(String cell, String value, boolean doubted) throws IOException {
        String table = "令和6年度標本一覧\n番号\t名称\t福祉\t備考\n1\t図書館\t%s\tあ\n".formatted(cell);
        Path file = Files.write(folder.resolve("a.xlsx"), TableDrawing.of(table).xlsx("一覧"));
        Extraction row = GridSheets.of(LAYOUT, file).get(0);
        assertThat(GridSheets.facts(row).get("sdgs/3")).isEqualTo(value);
        assertThat(row.issues().stream().anyMatch(i -> i.doubts("sdgs/3"))).isEqualTo(doubted);
    }
}
