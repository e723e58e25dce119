package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fits a narrative: any text, over several lines and, at a high cost, over the gap between two blocks. */
final class TextFitter implements Fitter {

    private static final int MOST_GAPS = 2;
    /** Above this cost it is cheaper to leave text unassigned. */
    private static final double MOST_FOREIGN = Cost.BLOCK_LEFT + Cost.VALUE_ABSENT;

    private final Lexicon lexicon;
    private final Heights heights;

    TextFitter(Strip strip, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.heights = new Heights(strip, lexicon.rightOf());
    }

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        List<Fit> fits = new ArrayList<>();
        // If the form prints the value right after the one before it, a beginning within a line is expected.
        boolean glued = step.element().glues() && !strip.atom(p).startsLine();
        double begin = glued ? 0 : strip.cut(p) / 2;
        double foreign = 0;
        for (int q = p + 1; q <= strip.size(); q++) {
            int gaps = strip.gaps(p, q);
            if (gaps > MOST_GAPS || foreign > MOST_FOREIGN) {
                break;
            }
            Span span = strip.span(p, q, lexicon);
            if (gaps == 0 && span.blank()) {
                fits.add(new Fit(q, begin + strip.cut(q) / 2, Value.NOTHING));
                continue;
            }
            foreign = span.foreign();
            double odd = lexicon.narrative(step.element(), span);
            double cost = begin
                    + strip.cut(q) / 2
                    + odd
                    + (step.element().glues() && !glued && odd >= Cost.ENDING_OF_OTHER ? Cost.NOT_GLUED : 0)
                    + strip.over(p, q)
                    + beside(step, p, q)
                    + (strip.breaksOff(q) ? Cost.TEXT_BREAKS_OFF : 0)
                    + strip.jumps(p, q) * Cost.TEXT_OVER_JUMP
                    + (gaps > 0 && strip.holdsBlank(p, q) ? Cost.TEXT_OVER_BLANK : 0);
            String path = step.paths().get(0);
            fits.add(new Fit(q, cost, Value.of(span.key(), Map.of(path, span.text()))));
        }
        return fits;
    }

    private double beside(Step step, int p, int q) {
        String label = step.element().rightOf();
        return label != null && heights.besideOther(lexicon.key(label), p, q) ? Cost.BESIDE_OTHER : 0;
    }
}
