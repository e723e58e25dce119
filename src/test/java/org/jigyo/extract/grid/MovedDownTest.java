package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.TableDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column of texts that moved down by a row: each text looks right where it stands. */
class MovedDownTest {

    private static final Layout LAYOUT = OneList.layout(
            "ignore: [注…]",
            "{under: [目的], is: texts/purpose}",
            "{under: [成果], is: texts/outcome}",
            "{under: [備考], is: texts/remarks}");

    private static final String HEAD = "令和6年度標本一覧\n番号\t名称\t目的\t成果\t備考\n";

    @TempDir
    private Path folder;

    private Path file(String rows) throws IOException {
        return Files.write(
                folder.resolve("a.xlsx"), TableDrawing.of(HEAD + rows).xlsx("一覧"));
    }

    /** The columns that every row doubts. */
    private List<String> doubted(String rows) throws IOException {
        List<Extraction> read = GridSheets.of(LAYOUT, file(rows));
        List<String> doubted = new ArrayList<>();
        for (String path : List.of("number", "name", "texts/purpose", "texts/outcome", "texts/remarks")) {
            if (read.stream()
                    .filter(r -> r.facts().containsKey("number"))
                    .allMatch(r -> r.issues().stream().anyMatch(i -> i.doubts(path)))) {
                doubted.add(path);
            }
        }
        return doubted;
    }

    @Test
    void theColumnWithTheBlankCellIsDoubtedInEveryRow() throws IOException {
        assertThat(doubted("1\t図書館\t読書\t一\t\n2\t公園\t\t二\tあ\n3\t道路\t憩い\t三\tい\n\t\t交通\t\t\n"))
                .containsExactly("texts/purpose");
    }

    /** The last cell of the column beside it was blank, so that nothing of it stands below. */
    @Test
    void aColumnBesideItWithABlankCellInTheSameRowMayHaveMovedWithIt() throws IOException {
        assertThat(doubted("1\t図書館\t読書\t一\tあ\n2\t公園\t\t\tい\n3\t道路\t憩い\t二\tう\n\t\t交通\t\t\n"))
                .containsExactly("texts/purpose", "texts/outcome");
        assertThat(doubted("1\t図書館\t読書\t一\tあ\n2\t公園\t\t\tい\n3\t道路\t憩い\t二\tう\n\t\t交通\t三\t\n"))
                .containsExactly("texts/purpose", "texts/outcome");
        assertThat(doubted("1\t図書館\t読書\t\tあ\n2\t公園\t\t一\tい\n3\t道路\t憩い\t二\tう\n\t\t交通\t\t\n"))
                .containsExactly("texts/purpose");
    }

    /** Nothing moved where every project has its text, a note stands apart, or the layout ignores it. */
    @Test
    void aNoteBelowTheListDoubtsNothing() throws IOException {
        String whole = "1\t図書館\t読書\t一\tあ\n2\t公園\t憩い\t二\tい\n";
        assertThat(doubted(whole + "\t\t以上である\t\t\n")).isEmpty();
        String gap = "1\t図書館\t\t一\tあ\n2\t公園\t憩い\t二\tい\n";
        assertThat(doubted(gap + "\t\t\t\t\n\t\t以上である\t\t\n")).isEmpty();
        assertThat(doubted(gap + "\t\t注：標本である\t\t\n")).isEmpty();
        assertThat(doubted(gap + "\t\t以上である\t<\t\n")).isEmpty();
        assertThat(doubted(gap + "\t\t以上である\t\t\n3\t道路\t交通\t三\tう\n")).isEmpty();
    }
}
