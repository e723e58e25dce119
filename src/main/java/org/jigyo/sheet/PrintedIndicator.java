package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An indicator slot with a name.
 *
 * @param slot 1-based position on the form
 * @param improvement where a form prints which way its values improve: more, less or range
 * @param accumulation where a form prints it: yearly, cumulative or state
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PrintedIndicator(
        int slot,
        String name,
        String unit,
        String kind,
        String description,
        Boolean resilienceIndicator,
        String improvement,
        String accumulation,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Value> values) {
    /** Turns null values into an empty list. */
    public PrintedIndicator {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /**
     * A figure of an indicator.
     *
     * @param kind target, actual, forecast or baseline
     * @param value BigDecimal, or String if it is not a number
     */
    public record Value(String kind, int year, Object value) {
        /** Turns numbers into BigDecimal without trailing zeros, so that equal figures are equal values. */
        public Value {
            value = Facts.plain(value);
        }
    }
}
