package org.jigyo.extract.script;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Fits a literal, wrapped over any number of lines, or with one different letter. */
final class LabelFitter implements Fitter {

    private final Lexicon lexicon;

    LabelFitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        String label = lexicon.key(step.element().label());
        StringBuilder drawn = new StringBuilder();
        for (int q = p; q < strip.size(); ) {
            drawn.append(lexicon.key(strip.atom(q).text()));
            q++;
            if (drawn.length() > label.length() || !label.startsWith(drawn.toString())) {
                break;
            }
            if (drawn.length() == label.length()) {
                return List.of(new Fit(q, 0, Value.NOTHING));
            }
        }
        return misspelt(strip, label, p);
    }

    private List<Fit> misspelt(Strip strip, String label, int p) {
        int limit = label.length() / 3;
        if (limit == 0 || !strip.atom(p).startsBlock()) {
            return List.of();
        }
        int end = strip.blockEnd(p);
        if (end - p > 4) {
            return List.of();
        }
        String drawn = lexicon.key(strip.text(p, end));
        return new LevenshteinDistance(limit).apply(drawn, label) >= 0
                ? List.of(new Fit(end, Cost.LABEL_MISSPELT, Value.of("misspelt", java.util.Map.of())))
                : List.of();
    }
}
