package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jigyo.sheet.Printed;

/**
 * The values that a cell can hold: printed form → value. In a layout it is a list (the printed form is the value) or a
 * map. There is no default: a printed form outside the list is an issue, never a value. Immutable.
 */
public final class CodeList {

    private final Map<String, String> values;
    private final Map<String, String> byKey = new LinkedHashMap<>();

    /**
     * A list. Of printed forms that differ only in width and spaces, the first applies.
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

    /** Printed form to value, in the order and spelling of the layout. */
    public Map<String, String> values() {
        return values;
    }

    /** {@link Printed#key} of a printed form to value, in the order of the layout. */
    public Map<String, String> keys() {
        return Collections.unmodifiableMap(byKey);
    }

    /** The value of a printed form, ignoring width and spaces. */
    public Optional<String> value(String printed) {
        return ofKey(Printed.key(printed));
    }

    /** The value of a printed form given by its {@link Printed#key}. */
    public Optional<String> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
