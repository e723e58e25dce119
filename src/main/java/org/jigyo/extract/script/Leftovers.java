package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jigyo.extract.Extraction;
import org.jigyo.page.Line;

/** Text of a page that nobody took. */
final class Leftovers {

    private Leftovers() {}

    static List<Extraction.Leftover> of(Alignment page) {
        BitSet taken = new BitSet();
        for (Choice choice : page.choices()) {
            if (choice.fit() != null) {
                taken.set(choice.start(), choice.fit().end());
            }
        }
        List<Extraction.Leftover> left = new ArrayList<>();
        for (int p = 0; p < page.strip().size(); p++) {
            if (!taken.get(p) && !page.fits().ignored(p)) {
                Atom atom = page.strip().atom(p);
                Line line = new Line(atom.line().number(), atom.line().box(), atom.text());
                left.add(new Extraction.Leftover(atom.page(), line));
            }
        }
        return left;
    }
}
