package org.jigyo.extract.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Slots;

/** Content of an indicator slot or a part without a name, for which the record has no place. */
final class Nameless {

    private static final String PARTS = "parts/";

    private Nameless() {}

    /**
     * Doubts content that would be lost.
     *
     * @param slots whether to include the slots of the sheet itself; those of its parts are always included
     */
    static void doubt(Notes notes, boolean slots) {
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        notes.facts().forEach((path, value) -> {
            int end = path.startsWith(PARTS) ? path.indexOf('/', PARTS.length()) + 1 : 0;
            bodies.computeIfAbsent(path.substring(0, end), k -> new LinkedHashMap<>())
                    .put(path.substring(end), value);
        });
        bodies.forEach((at, facts) -> {
            boolean part = !at.isEmpty();
            if (part && facts.get("name") == null && facts.size() > (facts.containsKey("number") ? 1 : 0)) {
                notes.doubt(Code.VALUE_MISSING, at + "*", "there is a value in a part without a name", null);
            }
            if (part || slots) {
                Slots.of(facts)
                        .unnamed()
                        .forEach(slot -> notes.doubt(
                                Code.SLOT_AMBIGUOUS,
                                at + "indicators/" + slot + "/*",
                                "there is a value in a slot without a name",
                                null));
            }
        });
    }
}
