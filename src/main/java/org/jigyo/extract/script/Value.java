package org.jigyo.extract.script;

import java.util.List;
import java.util.Map;
import org.jigyo.Finding;

/**
 * What a run of text says in a slot.
 *
 * @param key equal for equal values, empty when it says nothing
 * @param facts path, with places for years, to value
 * @param spots path of a fact to the part of the run that prints it, where that is less than the whole
 * @param fields what is said without being known: paths or globs that are left out, or without a problem those that look odd
 * @param problem why they are left out, or null
 */
record Value(
        String key, Map<String, Object> facts, Map<String, Spot> spots, List<String> fields, Finding.Code problem) {

    /**
     * PageLines of a run.
     *
     * @param from position before it
     * @param to position after it
     */
    record Spot(int from, int to) {}

    static final Value NOTHING = new Value("", Map.of(), Map.of(), List.of(), null);

    static Value of(String key, Map<String, Object> facts) {
        return new Value(key, facts, Map.of(), List.of(), null);
    }

    static Value of(String path, Object value) {
        return of(value.toString(), Map.of(path, value));
    }

    static Value unknown(String printed, List<String> fields, Finding.Code problem) {
        return new Value("?" + printed, Map.of(), Map.of(), fields, problem);
    }
}
