package org.jigyo.extract.script;

import java.util.List;
import org.jigyo.page.Box;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;

/** Where a value stands and how sure it is. */
final class Proof {

    private Proof() {}

    /** Of one fact that a choice states. */
    static Evidence of(Strip strip, Choice choice, String path, double margin) {
        Value.Spot spot = choice.value()
                .spots()
                .getOrDefault(path, new Value.Spot(choice.start(), choice.fit().end()));
        List<Atom> atoms = strip.atoms(spot.from(), spot.to());
        Line first = atoms.get(0).line();
        Box box = atoms.stream()
                .map(a -> a.line().box())
                .filter(b -> b != null)
                .reduce(Box::union)
                .orElse(null);
        return new Evidence(
                atoms.get(0).page(),
                first.number() > 0 ? first.number() : null,
                box == null ? null : box.rounded(),
                strip.text(spot.from(), spot.to()).strip(),
                "script: " + choice.step().place(),
                confidence(choice.fit().cost(), margin));
    }

    /** From 0 for a tie to nearly 1 for a value that fits surely and has no rival. */
    private static double confidence(double cost, double margin) {
        double sure = 1 - Math.exp(-Math.min(margin, 6) / 1.5);
        return Math.round(100 * sure * Math.exp(-cost / 6)) / 100.0;
    }
}
