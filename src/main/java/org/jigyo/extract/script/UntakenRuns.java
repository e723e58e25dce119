package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.page.Line;

/** The unassigned text of a page. */
final class UntakenRuns {

    private UntakenRuns() {}

    /**
     * Consecutive atoms.
     *
     * @param from position before the first
     * @param to position after the last
     */
    record Run(int from, int to) {}

    static List<Extraction.Leftover> of(PageAlignment page) {
        List<Extraction.Leftover> left = new ArrayList<>();
        for (Run run : runs(page)) {
            for (Atom atom : page.strip().atoms(run.from, run.to)) {
                Line line = new Line(atom.line().number(), atom.line().box(), atom.text());
                left.add(new Extraction.Leftover(atom.page(), line));
            }
        }
        return left;
    }

    static List<Run> runs(PageAlignment page) {
        BitSet taken = new BitSet();
        for (Choice choice : page.choices()) {
            if (choice.fit() != null) {
                taken.set(choice.start(), choice.fit().end());
            }
        }
        for (int p = 0; p < page.strip().size(); p++) {
            if (page.strip().blank(p) && !taken.get(p)) {
                // A blank cell that the layout does not list has no meaning.
                taken.set(p, page.strip().blockEnd(p));
            }
            if (page.fits().ignored(p)) {
                taken.set(p, page.strip().lineEnd(p));
            }
        }
        List<Run> runs = new ArrayList<>();
        for (int p = taken.nextClearBit(0); p < page.strip().size(); p = taken.nextClearBit(p)) {
            int end = taken.nextSetBit(p);
            int to = end < 0 ? page.strip().size() : end;
            runs.add(new Run(p, to));
            p = to;
        }
        return runs;
    }
}
