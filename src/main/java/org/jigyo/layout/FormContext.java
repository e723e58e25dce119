package org.jigyo.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts of a form that the layout knows and the form does not print.
 *
 * @param currencyUnit yen per printed unit: 1000 for 千円
 * @param plan id of the plan that policies belong to, or null
 * @param term id of the mayoral term that pledges belong to, or null
 * @param scales rating scale id by criterion
 * @param projected number of years after the evaluated year from which a printed budget is a projection rather than an
 * approved budget; null if the form prints none
 */
public record FormContext(
        Integer currencyUnit, String plan, String term, Map<String, String> scales, Integer projected) {
    /** Turns null scales into an empty map. */
    public FormContext {
        // Keeps the order of the file. Map.copyOf has another order in each run, but records must not vary.
        scales = scales == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(scales));
    }
}
