package org.jigyo.layout;

import java.math.BigDecimal;
import java.util.List;

/**
 * An accounting identity that the form promises: the total equals the sum of its parts. Paths may hold {@code *}; what a star
 * stands for in the total stands in its place, in order, in the parts: {@code costs/total/settled/*} with
 * {@code costs/bonds/settled/*}. A part that is not printed counts as nothing, as long as one part is printed.
 *
 * @param name what the identity says, for the message
 * @param total path of the total
 * @param parts paths of what adds up to it
 * @param tolerance greatest difference in printed units that is rounding, 0 when absent
 */
public record Identity(String name, String total, List<String> parts, BigDecimal tolerance) {
    /** No tolerance is 0. */
    public Identity {
        parts = parts == null ? List.of() : List.copyOf(parts);
        tolerance = tolerance == null ? BigDecimal.ZERO : tolerance;
    }
}
