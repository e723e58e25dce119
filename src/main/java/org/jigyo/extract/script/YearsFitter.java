package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding;

/** Fits the evaluated year, and rows of printed years that verify the columns. */
final class YearsFitter implements Fitter {

    /** The path under which an alignment keeps the evaluated year implied by a row of years. */
    static final String IMPLIED = "#year";

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        return step.element().years().isEmpty() ? single(strip, step, p) : row(strip, step, p);
    }

    private static List<Fit> single(Strip strip, Step step, int p) {
        int end = strip.blockEnd(p);
        List<Integer> years = Tokens.years(strip.text(p, end));
        return years.size() == 1
                ? List.of(new Fit(end, 0, Value.of(step.paths().get(0), java.math.BigDecimal.valueOf(years.get(0)))))
                : List.of();
    }

    private static List<Fit> row(Strip strip, Step step, int p) {
        List<Integer> expected = new ArrayList<>();
        int times = step.element().times() == null ? 1 : step.element().times();
        step.element().years().forEach(y -> {
            for (int i = 0; i < times; i++) {
                expected.add(y);
            }
        });
        List<Integer> years = new ArrayList<>();
        List<Fit> fits = new ArrayList<>();
        for (int q = p; q < strip.size() && years.size() < expected.size(); ) {
            if (q > p && strip.atom(q).startsBlock() && !step.element().spread()) {
                break;
            }
            int end = strip.lineEnd(q);
            List<Integer> more = Tokens.years(strip.text(q, end));
            if (more.isEmpty()) {
                break;
            }
            years.addAll(more);
            q = end;
            fits.add(fit(step, q, years, expected));
        }
        return fits;
    }

    private static Fit fit(Step step, int end, List<Integer> years, List<Integer> expected) {
        int base = years.get(0) - expected.get(0);
        boolean proves = years.size() == expected.size();
        for (int i = 0; i < Math.min(years.size(), expected.size()); i++) {
            proves &= years.get(i) - expected.get(i) == base;
        }
        if (proves) {
            return new Fit(end, 0, Value.of("years " + base, Map.of(IMPLIED, base)));
        }
        double cost = Cost.CODE_UNKNOWN + 0.2 * Math.abs(years.size() - expected.size());
        return new Fit(end, cost, Value.unknown(years.toString(), step.fields(), Finding.Code.VALUE_UNREADABLE));
    }
}
