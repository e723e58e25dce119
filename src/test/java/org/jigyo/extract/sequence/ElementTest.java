package org.jigyo.extract.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jigyo.layout.Sequence;
import org.jigyo.layout.SequenceElement;
import org.jigyo.sheet.Printed;
import org.junit.jupiter.api.Test;

class ElementTest {

    private static final Sequence SEQUENCE =
            new Sequence(List.of("plan"), null, null, List.of(List.of(label("R{year-1}年度目標・実績"))), null);

    private static SequenceElement label(String label) {
        return new SequenceElement("plan", label, null, null, null, null, null, null, null, false, false, false, null);
    }

    @Test
    void labelsGoBackIntoTheEraBefore() {
        assertThat(Element.of(SEQUENCE, 2023, false).get(0).label()).isEqualTo(Printed.key("R4年度目標・実績"));
        assertThat(Element.of(SEQUENCE, 2019, false).get(0).label()).isEqualTo(Printed.key("H30年度目標・実績"));
    }

    @Test
    void aPrintedLabelTellsTheEvaluatedYearAcrossEras() {
        assertThat(Element.years(SEQUENCE, Printed.key("単位 R4年度目標・実績"))).containsExactly(2023);
        assertThat(Element.years(SEQUENCE, Printed.key("単位 H30年度目標・実績"))).containsExactly(2019);
    }
}
