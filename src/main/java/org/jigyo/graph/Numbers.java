package org.jigyo.graph;

import java.math.BigDecimal;
import org.eclipse.rdf4j.model.Literal;

/** Figures as RDF. */
final class Numbers {

    private Numbers() {}

    /** A canonical decimal: no trailing zeros, at least one digit behind the point, as TDB2 gives it back. */
    static Literal decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return Iris.typed((plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString(), "decimal");
    }

    /** Yen as an integer, or null when the printed amount is no whole number of yen. */
    static Literal yen(BigDecimal printed, int unit) {
        BigDecimal yen = printed.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
        return yen.scale() > 0 ? null : Iris.typed(yen.toPlainString(), "integer");
    }
}
