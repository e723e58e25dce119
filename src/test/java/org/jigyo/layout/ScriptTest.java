package org.jigyo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void readsLabelsAndSlots() {
        Script script = script("{label: 概要, times: 4}", "{slot: row, to: 'costs/total/budget/{year}', years: [-1, 0]}");

        assertThat(script.pages().get(0).chunks().get(0).elements())
                .extracting(ScriptElement::label, ScriptElement::slot)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("概要", null),
                        org.assertj.core.groups.Tuple.tuple(null, SlotType.ROW));
    }

    @Test
    void refusesWhatIsNeitherLabelNorSlot() {
        assertThatThrownBy(() -> script("{optional: true}"))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining("exactly one of label and slot");
    }

    @Test
    void namesTheKeysThatExistWhenOneIsUnknown() {
        assertThatThrownBy(() -> script("{slot: text, too: name}"))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining("unknown key «too»")
                .hasMessageContaining("to,");
    }

    @Test
    void namesTheTypesThatExistWhenOneIsUnknown() {
        assertThatThrownBy(() -> script("{slot: prose}"))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining("account");
    }

    private static final String HEAD = """
            id: test
            title: {ja: 試験, en: test}
            city: "271004"
            form: test-form
            applies: [試験]
            context: {currencyUnit: 1000}
            script:
              pages:
              - role: p
                chunks:
                - name: c
                  elements:
                  - {slot: year, to: fiscalYear}
                  - {slot: text, to: name}
                  - {slot: digits, to: number}
            """;

    private static Script script(String... elements) {
        return Layouts.read("test.yml", HEAD + "      - " + String.join("\n      - ", elements))
                .script();
    }

    @Test
    void theBundledLayoutsAreReadable() {
        assertThat(Layouts.bundled()).extracting(Layout::id).contains("tsukuba-r6");
    }
}
