package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding;
import org.jigyo.sheet.Printed;

/** Fits values of a code list. Text of the same kind that is not in the list is an unknown code. */
final class CodeFitter implements Fitter {

    private static final int LONGEST_UNKNOWN = 20;
    private static final int MOST_ATOMS = 4;

    private final Lexicon lexicon;

    CodeFitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        Map<String, String> list = lexicon.list(step.element().codes());
        List<Fit> fits = new ArrayList<>();
        int end = strip.blockEnd(p);
        for (int q = p + 1; q <= Math.min(end, p + MOST_ATOMS); q++) {
            String value = list.get(lexicon.key(strip.text(p, q)));
            if (value != null) {
                // The longest code wins: 期間限定複数年度 is not 期間限定 followed by something else.
                fits.clear();
                fits.add(new Fit(q, 0, Value.of(step.paths().get(0), value)));
            }
        }
        if (strip.atom(p).startsBlock() && fits.stream().noneMatch(f -> f.end() == end)) {
            String text = lexicon.key(strip.text(p, end));
            if (Printed.blank(text)) {
                fits.add(new Fit(end, Cost.OPTIONAL_ABSENT, Value.NOTHING));
            } else if (text.length() <= LONGEST_UNKNOWN && sameKind(list, text)) {
                boolean torn = list.keySet().stream().anyMatch(code -> code.contains(text));
                double cost = Cost.CODE_UNKNOWN + lexicon.foreign(strip.lines(p, end)) + (torn ? Cost.CODE_TORN : 0);
                fits.add(new Fit(end, cost, Value.unknown(text, step.fields(), Finding.Code.CODE_UNKNOWN)));
            }
        }
        return fits;
    }

    private static boolean sameKind(Map<String, String> list, String text) {
        boolean digits = Character.isDigit(text.charAt(0));
        return list.keySet().stream().anyMatch(v -> digits == Character.isDigit(v.charAt(0)));
    }
}
