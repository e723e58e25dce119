package org.jigyo.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a form does not print and its layout knows.
 *
 * @param currencyUnit yen in one printed unit: 1000 for 千円
 * @param plan id of the plan that policies belong to, or null
 * @param term id of the mayoral term that pledges belong to, or null
 * @param scales rating scale id by criterion
 * @param projected how many years after the evaluated one a printed budget is a projection, and no longer what an assembly granted; null when
 *     the form prints none
 */
public record FormContext(
        Integer currencyUnit, String plan, String term, Map<String, String> scales, Integer projected) {
    /** No scales is an empty map. */
    public FormContext {
        // In the order of the file: Map.copyOf has another one in every run, and records must not.
        scales = scales == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(scales));
    }
}
