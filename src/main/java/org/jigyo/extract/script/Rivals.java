package org.jigyo.extract.script;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** For every slot and every value that it could have, the cost of the cheapest whole explanation that gives it that value. */
final class Rivals {

    private final Map<String, Map<String, Double>> costs = new LinkedHashMap<>();
    private final Map<String, Step> steps = new HashMap<>();

    void add(Step step, Value value, double cost, double limit) {
        if (cost <= limit) {
            steps.putIfAbsent(step.id(), step);
            costs.computeIfAbsent(step.id(), k -> new HashMap<>()).merge(value.key(), cost, Math::min);
        }
    }

    /** A variant of the script that does not know the step lets it say nothing. */
    void absent(Step step, double cost, double limit) {
        add(step, Value.NOTHING, cost, limit);
    }

    /** Every step that some explanation fills or leaves empty. */
    Map<String, Step> steps() {
        return steps;
    }

    /** Costs by value of one step. */
    Map<String, Double> of(Step step) {
        return costs.getOrDefault(step.id(), Map.of());
    }

    /** How much dearer the cheapest explanation with another value is; infinite when there is none within the limit. */
    double margin(Step step, String value, double best) {
        return of(step).entrySet().stream()
                .filter(e -> !e.getKey().equals(value))
                .mapToDouble(e -> e.getValue() - best)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
