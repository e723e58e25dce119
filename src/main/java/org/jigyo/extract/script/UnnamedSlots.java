package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Slots;

/**
 * Names of indicators are drawn without their slot number; figures are drawn with it. Figures in a slot without a name
 * mean that a name was assigned to the wrong slot, or that one is missing.
 */
final class UnnamedSlots {

    private UnnamedSlots() {}

    /**
     * Doubts the contents of slots without a certain name.
     *
     * @param shared slots whose figures are drawn in one run with those of others, used or not
     */
    static void check(Map<String, Object> facts, Set<Integer> shared, Doubts doubts) {
        Slots slots = Slots.of(facts);
        // If all figures are zero, only the name makes them an indicator.
        slots.named().stream()
                .filter(slot -> shared.contains(Integer.valueOf(slot))
                        && !slots.figured().contains(slot))
                .filter(slot -> doubts.about("indicators/" + slot + "/name"))
                .forEach(slot -> doubts.add(
                        Code.SLOT_AMBIGUOUS,
                        List.of("indicators/" + slot + "/*"),
                        "all figures are zero, and the name that would make them an indicator is doubtful",
                        0,
                        null));
        Set<String> unnamed = slots.unnamed();
        if (unnamed.isEmpty()) {
            return;
        }
        List<String> fields = new ArrayList<>();
        unnamed.forEach(slot -> fields.add("indicators/" + slot + "/*"));
        slots.named().forEach(slot -> fields.add("indicators/" + slot + "/*"));
        doubts.add(Code.SLOT_AMBIGUOUS, fields, "there is a value in a slot without a name: " + unnamed, 0, null);
    }
}
