package org.jigyo.extract.script;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jigyo.page.Box;
import org.jigyo.sheet.Printed;

/**
 * The heights of labels on the page, for cells that are distinguished by the label next to them. Empty for a text file.
 */
final class Heights {

    private final Strip strip;
    private final Map<String, Double> labels = new HashMap<>();

    /**
     * The heights of labels.
     *
     * @param names labels next to cells
     */
    Heights(Strip strip, Set<String> names) {
        this.strip = strip;
        for (int p = 0; p < strip.size(); p = strip.blockEnd(p)) {
            String key = Printed.key(strip.text(p, strip.blockEnd(p)));
            if (names.contains(key)) {
                middle(p, strip.blockEnd(p)).ifPresent(y -> labels.putIfAbsent(key, y));
            }
        }
    }

    /** True if the boxes show that the run is next to a label other than its own. */
    boolean besideOther(String own, int p, int q) {
        if (labels.size() < 2 || !labels.containsKey(own)) {
            return false;
        }
        Optional<Double> middle = middle(p, q);
        return middle.isPresent()
                && labels.values().stream()
                        .anyMatch(y -> Math.abs(y - middle.get()) < Math.abs(labels.get(own) - middle.get()));
    }

    private Optional<Double> middle(int p, int q) {
        return strip.atoms(p, q).stream()
                .map(a -> a.line().box())
                .filter(b -> b != null)
                .reduce(Box::union)
                .map(b -> b.y() + b.height() / 2);
    }
}
