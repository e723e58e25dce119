package org.jigyo.extract.sequence;

import java.util.List;
import org.jigyo.page.Line;

/**
 * What an element took.
 *
 * @param element the element
 * @param reading what it took, null when nothing
 * @param margin how much dearer the best explanation is in which it says something else
 * @param rival what it would say then, empty for nothing
 * @param page 1-based
 * @param lines the lines it stands on, as drawn
 */
record Taken(Element element, Reading reading, double margin, Object rival, int page, List<Line> lines) {

    /** Below this the other explanation is as good as this one. */
    static final double TIE = 0.45;
    /** Below this the other explanation has to be named. */
    static final double CLEAR = 1.6;
    /** From this misfit on a value is doubtful by itself. */
    static final double MISFIT = 1.4;

    boolean isLabel() {
        return element.label() != null;
    }

    /** The value, null when it says nothing. */
    Object value() {
        return reading == null ? null : reading.value();
    }

    boolean tied() {
        return margin < TIE;
    }

    boolean doubtful() {
        return margin < CLEAR || (reading != null && reading.misfit() >= MISFIT);
    }
}
