package org.jigyo.extract.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.Finding.Code;

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
        TreeSet<String> named = new TreeSet<>();
        TreeSet<String> filled = new TreeSet<>();
        TreeSet<String> figured = new TreeSet<>();
        facts.forEach((path, value) -> {
            String[] part = path.split("/");
            if (part.length == 3 && part[0].equals("indicators") && part[2].equals("name")) {
                named.add(part[1]);
            }
            // A slot without a name is no indicator: what is printed for it would be lost without a word.
            if (part.length == 3 && part[0].equals("indicators") && !part[2].equals("name")) {
                filled.add(part[1]);
            }
            if (part.length == 4 && part[0].equals("indicators") && value instanceof BigDecimal n && n.signum() != 0) {
                filled.add(part[1]);
                figured.add(part[1]);
            }
        });
        // Where all figures are zero it is the name alone that makes an indicator of them.
        named.stream()
                .filter(slot -> shared.contains(Integer.valueOf(slot)) && !figured.contains(slot))
                .filter(slot -> doubts.about("indicators/" + slot + "/name"))
                .forEach(slot -> doubts.add(
                        Code.SLOT_AMBIGUOUS,
                        List.of("indicators/" + slot + "/*"),
                        "the name that makes an indicator of zeros is doubtful",
                        0,
                        null));
        TreeSet<String> unnamed = new TreeSet<>(filled);
        unnamed.removeAll(named);
        if (unnamed.isEmpty()) {
            return;
        }
        List<String> fields = new ArrayList<>();
        unnamed.forEach(slot -> fields.add("indicators/" + slot + "/*"));
        named.forEach(slot -> fields.add("indicators/" + slot + "/*"));
        doubts.add(Code.SLOT_AMBIGUOUS, fields, "something stands in a slot without a name: " + unnamed, 0, null);
    }
}
