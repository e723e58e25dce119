package org.jigyo.extract.sequence;

import java.util.List;
import java.util.Objects;
import org.jigyo.page.Box;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;

/**
 * The text assigned to an element.
 *
 * @param element the element
 * @param candidate what it takes; null if nothing
 * @param margin cost difference to the best alignment in which it has another value
 * @param rival its value in that alignment; empty if none
 * @param page 1-based
 * @param shadow a problem next to it that may affect it, or null
 * @param lines the lines it is on, as drawn
 */
record Taken(
        Element element, Candidate candidate, double margin, Object rival, int page, String shadow, List<Line> lines) {

    /** Below this margin the other alignment is as good as this one. */
    static final double TIE = 0.45;
    /** Below this margin the other alignment must be reported. */
    static final double CLEAR = 1.6;
    /** From this misfit on, a value is doubtful by itself. */
    static final double MISFIT = 1.4;

    boolean isLabel() {
        return element.label() != null;
    }

    /** The value; null if there is none. */
    Object value() {
        return candidate == null ? null : candidate.value();
    }

    /** A copy with a smaller margin. */
    Taken doubted(double newMargin, Object newRival) {
        return new Taken(element, candidate, Math.min(margin, newMargin), newRival, page, shadow, lines);
    }

    /** A copy with a problem next to it. */
    Taken beside(String wrong) {
        return new Taken(element, candidate, margin, rival, page, wrong, lines);
    }

    boolean tied() {
        return margin < TIE;
    }

    boolean doubtful() {
        return margin < CLEAR || shadow != null || (candidate != null && candidate.misfit() >= MISFIT);
    }

    /** The place of the value, with its confidence. */
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
                line.number() > 0 ? line.column() : null,
                box == null ? null : box.rounded(),
                String.join("\n", lines().stream().map(Line::text).toList()),
                "sequence: " + element().row() + ", element " + element().index(),
                Math.round(sure * 100) / 100.0);
    }
}
