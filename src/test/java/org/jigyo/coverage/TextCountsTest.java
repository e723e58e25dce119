package org.jigyo.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.sheet.Issue;
import org.junit.jupiter.api.Test;

/** Texts that nobody took, counted by the sheets that print them. */
class TextCountsTest {

    private static final Place SHEET = new Place("a.pdf", 1, 0, "1 公園", null);

    private static Issue untaken(String text) {
        return Issue.warning(Code.UNASSIGNED_TEXT, null, "this text belongs to no field and no label")
                .printed(2, text);
    }

    @Test
    void aLineIsCountedOnceASheetWhateverItsFiguresAndWidth() {
        TextCounts counts = new TextCounts();
        counts.add(List.of(untaken("決裁日 4月1日\n1,200"), untaken("決裁日　４月２日")), SHEET);
        counts.add(List.of(untaken("決裁日12月31日"), untaken("起案")), SHEET);
        assertThat(counts.untaken())
                .containsExactly(
                        new Coverage.Untaken("決裁日 4月1日", 2, SHEET.onPage(2)),
                        new Coverage.Untaken("1,200", 1, SHEET.onPage(2)),
                        new Coverage.Untaken("起案", 1, SHEET.onPage(2)));
    }

    /** However many different texts there are, memory is bounded, and what repeats is not forgotten. */
    @Test
    void whatRepeatsIsKeptAmongTensOfThousands() {
        TextCounts counts = new TextCounts();
        for (int sheet = 0; sheet < 30_000; sheet++) {
            String once = new String(Character.toChars(0x4E00 + sheet % 20_000)) + (sheet < 20_000 ? "" : "乙");
            counts.add(List.of(untaken(once), untaken("決裁欄")), SHEET);
        }
        assertThat(counts.size()).isLessThanOrEqualTo(10_000);
        assertThat(counts.untaken().get(0)).isEqualTo(new Coverage.Untaken("決裁欄", 30_000, SHEET.onPage(2)));
    }
}
