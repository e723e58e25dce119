package org.jigyo.extract.engine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The indicator slots of a sheet by what is stated about them. A form prints figures in slots that nobody uses, too: an indicator is
 * what has a name.
 *
 * @param named numbers of slots with a name
 * @param figured with a figure other than zero
 * @param filled with such a figure or with a text other than the name
 */
public record Slots(Set<String> named, Set<String> figured, Set<String> filled) {

    /**
     * The slots of a sheet.
     *
     * @param facts path → value
     */
    public static Slots of(Map<String, Object> facts) {
        Slots slots = new Slots(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        facts.forEach((path, value) -> {
            String[] part = path.split("/");
            if (!part[0].equals("indicators")) {
                return;
            }
            if (part.length == 3) {
                (part[2].equals("name") ? slots.named : slots.filled).add(part[1]);
            } else if (part.length == 4 && value instanceof BigDecimal n && n.signum() != 0) {
                slots.figured.add(part[1]);
                slots.filled.add(part[1]);
            }
        });
        return slots;
    }

    /** Slots without a name that hold something: what is printed for them would be lost without a word. */
    public Set<String> unnamed() {
        Set<String> unnamed = new TreeSet<>(filled);
        unnamed.removeAll(named);
        return unnamed;
    }
}
