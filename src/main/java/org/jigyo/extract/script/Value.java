package org.jigyo.extract.script;

import java.util.List;
import java.util.Map;
import org.jigyo.Finding;

/**
 * What a run of text says in a slot.
 *
 * @param key equal for equal values, empty when it says nothing
 * @param facts path, with an offset in braces for a year, to value
 * @param fields what is said without being known: paths or globs that are left out
 * @param problem why they are left out, or null
 */
record Value(String key, Map<String, Object> facts, List<String> fields, Finding.Code problem) {

    static final Value NOTHING = new Value("", Map.of(), List.of(), null);

    static Value of(String key, Map<String, Object> facts) {
        return new Value(key, facts, List.of(), null);
    }

    static Value of(String path, Object value) {
        return new Value(value.toString(), Map.of(path, value), List.of(), null);
    }

    static Value unknown(String printed, List<String> fields, Finding.Code problem) {
        return new Value("?" + printed, Map.of(), fields, problem);
    }
}
