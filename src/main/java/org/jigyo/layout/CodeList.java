package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jigyo.sheet.Printed;

/**
 * The values that a cell can hold: printed form → value. Written in a layout as a list (the value is what is printed) or as
 * a map. There is no default: what is not in the list is an issue, never a value. Immutable.
 */
public final class CodeList {

    private final Map<String, String> values;
    private final Map<String, String> byKey = new HashMap<>();

    /**
     * A list; of printed forms that differ in width and blanks only, the first counts.
     *
     * @param values printed form, as in the layout, to value
     */
    public CodeList(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((printed, value) -> byKey.putIfAbsent(Printed.key(printed), value));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CodeList of(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node.isArray()) {
            node.forEach(n -> values.put(n.asText(), n.asText()));
        } else {
            node.properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
        }
        return new CodeList(values);
    }

    /** Printed form, as in the layout, to value, in the order of the layout. */
    public Map<String, String> values() {
        return values;
    }

    /** The value of a printed form; width and blanks do not count. */
    public Optional<String> value(String printed) {
        return ofKey(Printed.key(printed));
    }

    /** The value of a printed form of which the {@link Printed#key} is at hand. */
    public Optional<String> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
