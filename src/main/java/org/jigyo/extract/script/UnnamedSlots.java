package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Slots;

/**
 * Names of indicators are drawn without their slot; figures are drawn with it. Figures in a slot that got no name say that a name
 * was put into the wrong slot, or that one is missing.
 */
final class UnnamedSlots {

    private UnnamedSlots() {}

    /**
     * Doubts what slots without a sure name hold.
     *
     * @param shared slots whose figures are drawn in one run with those of others, whether they are used or not
     */
    static void check(Map<String, Object> facts, Set<Integer> shared, Doubts doubts) {
        Slots slots = Slots.of(facts);
        // Where all figures are zero it is the name alone that makes an indicator of them.
        slots.named().stream()
                .filter(slot -> shared.contains(Integer.valueOf(slot))
                        && !slots.figured().contains(slot))
                .filter(slot -> doubts.about("indicators/" + slot + "/name"))
                .forEach(slot -> doubts.add(
                        Code.SLOT_AMBIGUOUS,
                        List.of("indicators/" + slot + "/*"),
                        "the name that makes an indicator of zeros is doubtful",
                        0,
                        null));
        Set<String> unnamed = slots.unnamed();
        if (unnamed.isEmpty()) {
            return;
        }
        List<String> fields = new ArrayList<>();
        unnamed.forEach(slot -> fields.add("indicators/" + slot + "/*"));
        slots.named().forEach(slot -> fields.add("indicators/" + slot + "/*"));
        doubts.add(Code.SLOT_AMBIGUOUS, fields, "something stands in a slot without a name: " + unnamed, 0, null);
    }
}
