package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * An accounting identity of the form: a total equals the sum of its parts. Paths may contain {@code *}; each star of a
 * part stands for the same text as the corresponding star of the total: {@code costs/total/settled/*} with
 * {@code costs/bonds/settled/*}. {@code {each}} in a part matches anything, and all matches are added up:
 * {@code parts/{each}/costs/total/settled/*}. {@code {year}} and {@code {year-1}} stand for years relative to the
 * evaluated one. A part that is not printed counts as 0, as long as at least one part is printed.
 *
 * @param name name of the identity, for messages
 * @param total path of the total
 * @param parts paths of the summands
 * @param tolerance greatest difference, in printed units, that counts as rounding; 0 if absent
 */
public record Identity(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String total,
        @JsonProperty(required = true) List<String> parts,
        BigDecimal tolerance) {
    /** Sets the default tolerance. */
    public Identity {
        parts = parts == null ? List.of() : List.copyOf(parts);
        tolerance = tolerance == null ? BigDecimal.ZERO : tolerance;
    }

    /** The identity for a sheet with this evaluated year. */
    public Identity of(int evaluated) {
        return new Identity(
                name,
                YearTemplate.path(total, evaluated),
                parts.stream().map(p -> YearTemplate.path(p, evaluated)).toList(),
                tolerance);
    }
}
