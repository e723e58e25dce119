package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jigyo.registry.Names.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How alike two printed names are, and the index that finds alike names without comparing all of them. */
class NamesTest {

    private static final List<String> NAMES = List.of(
            "広報活動", "広報活動推進", "広報活動の推進", "道路の維持", "道路維持補修", "第1期計画", "第2期計画", "ああああ", "ああ", "甲", "乙", "Ａ-1", "a1");

    @ParameterizedTest
    @CsvSource({
        "広報活動, 広 報・活動, 1",
        "ＡＢ, ab, 1",
        "広報活動, 広報活動推進, 0.75",
        "広報活動推進, 広報活動, 0.75",
        "第1期計画, 第2期計画, 0",
        "ああああ, ああ, 0.5",
        "甲, 甲, 1",
        "甲, 乙, 0",
        "甲, 甲乙, 0",
        "'', '', 0"
    })
    void sharedPairsOfLettersMakeNamesAlike(String one, String other, double alike) {
        assertThat(Names.similarity(one, other)).isEqualTo(alike);
    }

    @Test
    void nothingPrintedIsNoNameAndNoUnit() {
        assertThat(Names.plain(null)).isEmpty();
        assertThat(Names.unit(null)).isEmpty();
        assertThat(Names.unit("ｋ ｍ")).isEqualTo("km");
        assertThat(Plain.of("").exact()).isNull();
        assertThat(Plain.of("").marks()).isEmpty();
    }

    @Test
    void theExactKeyIsThatOfNamesThatAreWhollyAlike() {
        for (String one : NAMES) {
            for (String other : NAMES) {
                assertThat(Plain.of(one).exact().equals(Plain.of(other).exact()))
                        .as(one + " " + other)
                        .isEqualTo(Names.similarity(one, other) == 1);
            }
        }
    }

    @Test
    void sharedMarksAreSharedPairs() {
        assertThat(Plain.of("ああああ").marks()).doesNotHaveDuplicates().hasSize(3);
        assertThat(Plain.of("甲").marks()).containsExactly("甲");
        for (String one : NAMES) {
            for (String other : NAMES) {
                Set<String> shared = new HashSet<>(Plain.of(one).marks());
                shared.retainAll(Plain.of(other).marks());
                int all = Plain.of(one).marks().size() + Plain.of(other).marks().size();
                assertThat(2.0 * shared.size() / all).as(one + " " + other).isEqualTo(Names.similarity(one, other));
            }
        }
    }

    @Test
    void alikeNamesShareAMarkWhateverLikenessTheirMarksAreTakenFor() {
        NameIndex index = new NameIndex(NAMES);
        for (double least : new double[] {0.3, 0.5, 0.75, 1}) {
            for (String one : NAMES) {
                for (String other : NAMES) {
                    if (index.similarity(one, other) >= least) {
                        assertThat(index.marks(one, least)).containsAnyElementsOf(index.marks(other, 0.3));
                    }
                }
            }
        }
    }

    @Test
    void fewMarksAreTakenAndTheRarestFirst() {
        NameIndex index = new NameIndex(List.of("広報活動の推進", "広報活動", "広報", "広報"));
        assertThat(index.marks("広報活動の推進", 1)).hasSize(1);
        assertThat(index.marks("広報活動の推進", 0.5)).hasSize(5);
        assertThat(index.marks("広報活動の推進", 0.01)).hasSize(6);
        List<String> all = index.marks("広報活動の推進", 1e-12);
        assertThat(all).hasSize(6).last().asString().startsWith("広報");
        assertThat(Collections.indexOfSubList(all, index.marks("広報活動の推進", 1))).isZero();
        assertThat(index.exact("広報")).isEqualTo(Plain.of("広報").exact());
    }
}
