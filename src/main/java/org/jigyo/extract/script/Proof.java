package org.jigyo.extract.script;

import java.util.List;
import org.jigyo.page.Box;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;

/** The place and confidence of a value. */
final class Proof {

    private Proof() {}

    /** The evidence of one fact from a choice. */
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
                first.number() > 0 ? first.column() + atoms.get(0).from() : null,
                box == null ? null : box.rounded(),
                strip.text(spot.from(), spot.to()).strip(),
                "script: " + choice.step().place(),
                confidence(choice.fit().cost(), margin));
    }

    /** The confidence: 0 for a tie, nearly 1 for a perfect fit without a rival. */
    private static double confidence(double cost, double margin) {
        double sure = 1 - Math.exp(-Math.min(margin, 6) / 1.5);
        return Math.round(100 * sure * Math.exp(-cost / 6)) / 100.0;
    }
}
