package org.jigyo.extract.engine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The indicator slots of a sheet, grouped by what was read of them. Forms print figures in unused slots, too; only a
 * slot with a name is an indicator.
 *
 * @param named numbers of slots with a name
 * @param figured numbers of slots with a figure other than zero
 * @param filled numbers of slots with such a figure or with a text other than the name
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
            if (!path.startsWith("indicators/")) {
                return;
            }
            String[] part = path.split("/");
            if (part.length == 3) {
                (part[2].equals("name") ? slots.named : slots.filled).add(part[1]);
            } else if (part.length == 4 && value instanceof BigDecimal n && n.signum() != 0) {
                slots.figured.add(part[1]);
                slots.filled.add(part[1]);
            }
        });
        return slots;
    }

    /** Slots without a name that have content; without an issue that content would be lost silently. */
    public Set<String> unnamed() {
        Set<String> unnamed = new TreeSet<>(filled);
        unnamed.removeAll(named);
        return unnamed;
    }
}
