package org.jigyo.graph;

import java.math.BigDecimal;
import org.eclipse.rdf4j.model.Literal;

/** Converts figures to RDF literals. */
final class Numbers {

    private Numbers() {}

    /** A canonical decimal: no trailing zeros, at least one digit after the point, as TDB2 returns it. */
    static Literal decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return Iris.typed((plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString(), "decimal");
    }

    /** The amount in yen as an integer, or null if it is not a whole number of yen. */
    static Literal yen(BigDecimal printed, int unit) {
        BigDecimal yen = printed.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
        return yen.scale() > 0 ? null : Iris.typed(yen.toPlainString(), "integer");
    }
}
