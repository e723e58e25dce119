package org.jigyo.extract.script;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** For every slot and every possible value, the cost of the cheapest complete alignment that gives it that value. */
final class Rivals {

    private final Map<String, Map<String, Rival>> costs = new LinkedHashMap<>();
    private final Map<String, Step> steps = new HashMap<>();

    private record Rival(double cost, Value value) {}

    void add(Step step, Value value, double cost, double limit) {
        if (cost <= limit) {
            steps.putIfAbsent(step.id(), step);
            costs.computeIfAbsent(step.id(), k -> new HashMap<>())
                    .merge(value.key(), new Rival(cost, value), (a, b) -> a.cost <= b.cost ? a : b);
        }
    }

    /** Every step that some alignment fills or leaves empty. */
    Map<String, Step> steps() {
        return steps;
    }

    /** The cost difference to the cheapest alignment with another value; infinite if there is none within the limit. */
    double margin(Step step, String value, double best) {
        return costs.getOrDefault(step.id(), Map.of()).entrySet().stream()
                .filter(e -> !e.getKey().equals(value))
                .mapToDouble(e -> e.getValue().cost - best)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Paths and globs of the step's values in any alignment within the limit. */
    Set<String> fields(Step step) {
        Set<String> fields = new LinkedHashSet<>(step.fields());
        if (fields.isEmpty()) {
            costs.getOrDefault(step.id(), Map.of()).values().forEach(r -> {
                fields.addAll(r.value.facts().keySet());
                fields.addAll(r.value.fields());
            });
        }
        return fields;
    }
}
