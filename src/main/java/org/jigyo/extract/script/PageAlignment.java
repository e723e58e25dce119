package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptPage;
import org.jigyo.layout.SlotType;

/**
 * The cheapest alignment of one page of a sheet, and the margin of the runner-up for every slot.
 *
 * @param page the page's script
 * @param lines the drawn lines
 * @param strip the same as atoms
 * @param cost cost of the alignment
 * @param choices every step with what it takes
 * @param rivals costs of other values
 * @param fits all candidates
 */
record PageAlignment(
        ScriptPage page, List<Drawn> lines, Strip strip, double cost, List<Choice> choices, Rivals rivals, Fits fits) {

    private static final double FIRST_BOUND = 20;

    static PageAlignment of(Layout layout, ScriptPage page, List<Drawn> lines) {
        Lexicon lexicon = new Lexicon(layout, page);
        Strip strip = new LineCutter(page, lexicon).strip(lines);
        Fits fits = new Fits(strip, layout, page, lexicon);
        List<List<Step>> variants = new Steps(page).variants();
        List<Lattice> lattices = lattices(strip, variants, fits);
        Lattice cheapest = cheapest(lattices);
        double limit = cheapest.best() + Cost.DOUBT;
        Rivals rivals = new Rivals();
        lattices.stream().filter(l -> l.best() <= limit).forEach(l -> l.rivals(limit, rivals));
        for (int i = 0; i < variants.size(); i++) {
            Set<String> ids = variants.get(i).stream().map(Step::id).collect(Collectors.toCollection(HashSet::new));
            double best = lattices.get(i).best();
            List.copyOf(rivals.steps().values()).stream()
                    .filter(s -> !ids.contains(s.id()))
                    .forEach(s -> rivals.add(s, Value.NOTHING, best, limit));
        }
        return new PageAlignment(page, lines, strip, cheapest.best(), cheapest.cheapest(), rivals, fits);
    }

    /**
     * The cost is bounded, because most alignments are absurd; the bound grows until the best and those close to it are
     * within it.
     */
    private static List<Lattice> lattices(Strip strip, List<List<Step>> variants, Fits fits) {
        for (double bound = FIRST_BOUND; ; bound *= 4) {
            List<Lattice> lattices = new ArrayList<>();
            for (List<Step> variant : variants) {
                lattices.add(new Lattice(strip, variant, fits, bound));
            }
            if (cheapest(lattices).best() + Cost.DOUBT <= bound) {
                return lattices;
            }
        }
    }

    private static Lattice cheapest(List<Lattice> lattices) {
        return lattices.stream().min(Comparator.comparingDouble(Lattice::best)).orElseThrow();
    }

    /** The lines that a choice takes; null if it takes nothing. */
    String text(Choice choice) {
        return choice.fit() == null
                ? null
                : strip.text(choice.start(), choice.fit().end()).strip();
    }

    /** The page of the file on which a choice is located. */
    int at(Choice choice) {
        return strip.atom(choice.start()).page();
    }

    double margin(Choice choice) {
        return rivals.margin(choice.step(), choice.value().key(), cost);
    }

    /** The fields that a run of text could fill if it were elsewhere: those of slots with a recognisable type. */
    Set<String> couldBe(Layout layout, int from, int to) {
        Set<String> fields = new LinkedHashSet<>();
        for (ScriptPage other : layout.script().pages()) {
            Fits read = other.equals(page) ? fits : new Fits(strip, layout, other, new Lexicon(layout, other));
            List<List<Step>> variants = new Steps(other).variants();
            for (Step step : variants.get(variants.size() - 1)) {
                if (!step.label() && step.slot() != SlotType.TEXT) {
                    fields.addAll(couldBe(read, step, from, to));
                }
            }
        }
        return fields;
    }

    private static Set<String> couldBe(Fits read, Step step, int from, int to) {
        Set<String> fields = new LinkedHashSet<>();
        for (int p = from; p < to; p++) {
            for (Fit fit : read.at(step, p)) {
                if (fit.cost() == 0 && fit.end() <= to) {
                    fields.addAll(step.fields().isEmpty() ? fit.value().facts().keySet() : step.fields());
                }
            }
        }
        return fields;
    }

    /** Steps of other variants that are filled in alignments close to the cheapest. */
    List<Choice> nearly() {
        Set<String> chosen = choices.stream().map(c -> c.step().id()).collect(Collectors.toSet());
        List<Choice> nearly = new ArrayList<>();
        rivals.steps().forEach((id, step) -> {
            if (!chosen.contains(id)) {
                nearly.add(new Choice(step, 0, null));
            }
        });
        return nearly;
    }
}
