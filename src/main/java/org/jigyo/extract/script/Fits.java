package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptPage;
import org.jigyo.layout.SlotType;
import org.jigyo.sheet.Printed;

/** All candidates of all steps on a strip, computed once for all variants of the script. */
final class Fits {

    private final Strip strip;
    private final Lexicon lexicon;
    private final Set<String> ignored = new HashSet<>();
    private final IdentityHashMap<Step, Map<Integer, List<Fit>>> known = new IdentityHashMap<>();
    private final Map<Integer, List<Fit>> left = new HashMap<>();
    private final Map<SlotType, Fitter> fitters = new EnumMap<>(SlotType.class);
    private final Fitter labels;

    Fits(Strip strip, Layout layout, ScriptPage page, Lexicon lexicon) {
        this.strip = strip;
        this.lexicon = lexicon;
        layout.ignore().forEach(i -> ignored.add(Printed.key(i)));
        this.labels = new LabelFitter(lexicon);
        Fitter tokens = new TokenFitter(lexicon);
        fitters.put(SlotType.TEXT, new TextFitter(strip, lexicon));
        fitters.put(SlotType.CODE, new CodeFitter(lexicon));
        fitters.put(SlotType.ROW, new RowFitter(lexicon));
        fitters.put(SlotType.YEARS, new YearsFitter());
        fitters.put(SlotType.YEAR, new YearsFitter());
        fitters.put(SlotType.PATHS, new PathsFitter(lexicon));
        List.of(SlotType.DIGITS, SlotType.ACCOUNT, SlotType.GOAL, SlotType.PLEDGES)
                .forEach(t -> fitters.put(t, tokens));
    }

    /** The candidates of a step that begin at p. */
    List<Fit> at(Step step, int p) {
        if (p >= strip.size()) {
            return List.of();
        }
        Map<Integer, List<Fit>> of = known.computeIfAbsent(step, s -> new HashMap<>());
        return of.computeIfAbsent(p, at -> fitter(step).at(strip, step, at));
    }

    /** The labels and code lists of the page. */
    Lexicon lexicon() {
        return lexicon;
    }

    private Fitter fitter(Step step) {
        return step.label() ? labels : fitters.get(step.slot());
    }

    /** The ways to leave text from p on unassigned. */
    List<Fit> left(int p) {
        return left.computeIfAbsent(p, k -> {
            List<Fit> ways = new ArrayList<>();
            int line = strip.lineEnd(k);
            int block = strip.blockEnd(k);
            boolean whole = strip.atom(k).startsBlock();
            if (ignored.contains(lexicon.key(strip.text(k, line)))) {
                ways.add(new Fit(line, 0, Value.NOTHING));
            }
            for (int end : new TreeSet<>(List.of(k + 1, line))) {
                if (!whole || end < block) {
                    ways.add(new Fit(end, Cost.PART_LEFT, Value.NOTHING));
                }
            }
            if (whole) {
                ways.add(new Fit(block, strip.blank(k) ? Cost.BLANK_LEFT : Cost.BLOCK_LEFT, Value.NOTHING));
            }
            return ways;
        });
    }

    /** True if the layout ignores this text. */
    boolean ignored(int p) {
        return left(p).stream().anyMatch(f -> f.cost() == 0);
    }
}
