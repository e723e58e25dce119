package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * An accounting identity that the form promises: the total equals the sum of its parts. Paths may hold {@code *}; what a star
 * stands for in the total stands in its place, in order, in the parts: {@code costs/total/settled/*} with
 * {@code costs/bonds/settled/*}. {@code {each}} in a part stands for whatever is printed there, all of it added up:
 * {@code parts/{each}/costs/total/settled/*}; {@code {year}}, {@code {year-1}} for years by their distance from the evaluated one. A part that is not printed counts as nothing, as long as one part is printed.
 *
 * @param name what the identity says, for the message
 * @param total path of the total
 * @param parts paths of what adds up to it
 * @param tolerance greatest difference in printed units that is rounding, 0 when absent
 */
public record Identity(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String total,
        @JsonProperty(required = true) List<String> parts,
        BigDecimal tolerance) {
    /** No tolerance is 0. */
    public Identity {
        parts = parts == null ? List.of() : List.copyOf(parts);
        tolerance = tolerance == null ? BigDecimal.ZERO : tolerance;
    }

    /** The same identity on a sheet of this evaluated year. */
    public Identity of(int evaluated) {
        return new Identity(
                name,
                YearTemplate.path(total, evaluated),
                parts.stream().map(p -> YearTemplate.path(p, evaluated)).toList(),
                tolerance);
    }
}
