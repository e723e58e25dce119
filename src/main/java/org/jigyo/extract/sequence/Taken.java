package org.jigyo.extract.sequence;

import java.util.List;
import java.util.Objects;
import org.jigyo.page.Box;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;

/**
 * What an element took.
 *
 * @param element the element
 * @param candidate what it took, null when nothing
 * @param margin how much dearer the best explanation is in which it says something else
 * @param rival what it would say then, empty for nothing
 * @param page 1-based
 * @param shadow what is wrong beside it and may be wrong with it, null when nothing is
 * @param lines the lines it stands on, as drawn
 */
record Taken(
        Element element, Candidate candidate, double margin, Object rival, int page, String shadow, List<Line> lines) {

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
        return candidate == null ? null : candidate.value();
    }

    /** The same, less sure. */
    Taken doubted(double newMargin, Object newRival) {
        return new Taken(element, candidate, Math.min(margin, newMargin), newRival, page, shadow, lines);
    }

    /** The same, beside something that is wrong. */
    Taken beside(String wrong) {
        return new Taken(element, candidate, margin, rival, page, wrong, lines);
    }

    boolean tied() {
        return margin < TIE;
    }

    boolean doubtful() {
        return margin < CLEAR || shadow != null || (candidate != null && candidate.misfit() >= MISFIT);
    }

    /** Where the value stands, and how sure it is. */
    Evidence evidence() {
        Line line = lines().get(0);
        Box box = lines().stream()
                .map(Line::box)
                .filter(Objects::nonNull)
                .reduce(Box::union)
                .orElse(null);
        double sure = Math.min(1, margin() / 4) * Math.max(0.1, 1 - candidate().cost() / 10);
        return new Evidence(
                page(),
                line.number() > 0 ? line.number() : null,
                box == null ? null : box.rounded(),
                String.join("\n", lines().stream().map(Line::text).toList()),
                "sequence: " + element().row() + ", element " + element().index(),
                Math.round(sure * 100) / 100.0);
    }
}
