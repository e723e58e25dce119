package org.jigyo.extract.script;

import java.util.List;
import java.util.Map;
import org.jigyo.Finding;

/**
 * The value of a run of text in a slot.
 *
 * @param key equal for equal values; empty if there is no value
 * @param facts path, with placeholders for years, to value
 * @param spots path of a fact to the part of the run that prints it, if it is not the whole run
 * @param fields paths or globs that are left out because of the problem; without a problem, those that look odd
 * @param problem the reason why they are left out, or null
 */
record Value(
        String key, Map<String, Object> facts, Map<String, Spot> spots, List<String> fields, Finding.Code problem) {

    /**
     * A part of a run.
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
