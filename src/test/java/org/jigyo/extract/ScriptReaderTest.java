package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.junit.jupiter.api.Test;

/** Laws of the alignment, on a form of a few cells. */
class ScriptReaderTest {

    private static final String FORM = """
            id: form
            title: {ja: 様式, en: form}
            city: "271004"
            form: form
            applies: [事業名]
            context: {currencyUnit: 1000}
            codes:
              state: [新規, 継続]
            script:
              pages:
                - role: only
                  order: either
                  chunks:
                    - name: head
                      elements:
                        - {label: 事業名}
                        - {slot: text, to: name}
                        - {label: 区分}
                        - {slot: code, to: attributes/continuity, codes: state}
                    - name: money
                      elements:
                        - {label: 決算額}
                        - {slot: row, to: "costs/total/settled/{year}", years: [-1, 0]}
                        - {slot: years, years: [-1, 0]}
                        - {slot: year, to: fiscalYear}
                        - {slot: paths, optional: true}
                    - name: words
                      elements:
                        - {label: 課題}
                        - {slot: text, to: texts/issueOperations, optional: true}
                        - {slot: text, to: texts/issueOrganization, optional: true}
                    - name: number
                      optional: true
                      elements:
                        - {label: 事業番号}
                        - {slot: digits, to: number}
            """;

    private static Extraction read(String... blocks) {
        Layout layout = Layouts.read("form.yml", FORM);
        List<TextBlock> drawn = new ArrayList<>();
        int number = 0;
        for (String block : blocks) {
            List<Line> lines = new ArrayList<>();
            for (String line : block.split("\n")) {
                lines.add(new Line(++number, null, line));
            }
            drawn.add(new TextBlock(lines));
        }
        List<Extraction> read = Engines.read(layout, "", List.of(new Page(1, null, drawn, List.of(), List.of())));
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    @Test
    void readsChunksAsListed() {
        Extraction read = read("事業名", "道路", "区分", "継続", "決算額", "1,200 ▲30", "令和5年度 令和6年度", "令和6年度", "課題", "人手", "予算");

        assertThat(read.facts())
                .containsEntry("name", "道路")
                .containsEntry("attributes/continuity", "継続")
                .containsEntry("costs/total/settled/2023", new BigDecimal("1200"))
                .containsEntry("costs/total/settled/2024", new BigDecimal("-30"))
                .containsEntry("texts/issueOperations", "人手")
                .containsEntry("texts/issueOrganization", "予算");
        assertThat(read.issues()).isEmpty();
        assertThat(read.leftover()).isEmpty();
    }

    @Test
    void readsChunksTheOtherWayRound() {
        Extraction read = read("課題", "人手", "予算", "決算額", "1,200 1,300", "令和5年度 令和6年度", "令和6年度", "事業名", "道路", "区分", "新規");

        assertThat(read.facts()).containsEntry("name", "道路").containsEntry("texts/issueOrganization", "予算");
        assertThat(read.issues()).isEmpty();
    }

    @Test
    void leavesOutWhatCouldStandInEitherOfTwoCells() {
        Extraction read = read("事業名", "道路", "区分", "継続", "決算額", "1 2", "令和5年度 令和6年度", "令和6年度", "課題", "人手");

        assertThat(read.facts()).doesNotContainKeys("texts/issueOperations", "texts/issueOrganization");
        assertThat(read.issues())
                .extracting(i -> i.code() + " " + i.field())
                .contains("SLOT_AMBIGUOUS texts/issueOperations", "SLOT_AMBIGUOUS texts/issueOrganization");
    }

    @Test
    void namesACodeThatItsListDoesNotHold() {
        Extraction read = read("事業名", "道路", "区分", "移管", "決算額", "1 2", "令和5年度 令和6年度", "令和6年度", "課題", "人手", "金");

        assertThat(read.facts()).doesNotContainKey("attributes/continuity");
        assertThat(read.issues())
                .extracting(i -> i.code() + " " + i.field() + " " + i.text())
                .containsExactly("CODE_UNKNOWN attributes/continuity 移管");
    }

    @Test
    void doubtsColumnsWhoseYearsAreOthers() {
        Extraction read = read("事業名", "道路", "区分", "継続", "決算額", "1 2 3", "令和5年度 令和6年度", "令和6年度", "課題", "人手", "金");

        assertThat(read.facts().keySet()).noneMatch(path -> path.startsWith("costs/"));
        assertThat(read.issues()).extracting(i -> String.valueOf(i.field())).contains("costs/total/settled/*");
    }

    @Test
    void leavesAPlaceInThePlanOutThatWasTorn() {
        Extraction read = read("事業名", "道路", "区分", "継続", "決算額", "1 2", "令和5年度 令和6年度", "令和6年度", "Ⅲ-2 1", "課題", "人手", "金");

        assertThat(read.facts().keySet()).noneMatch(path -> path.startsWith("policies/"));
        assertThat(read.issues()).extracting(i -> String.valueOf(i.field())).contains("policies/Ⅲ-2-*");
    }
}
