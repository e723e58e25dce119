package org.jigyo.serve.query;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.jigyo.serve.http.Problem;

/**
 * The argument of a GROUP_CONCAT, or of a function that lengthens a text. The characters passed through are counted
 * over the whole query.
 */
final class MeteredText extends ExprFunction1 {

    /** The number of characters that may still pass. */
    static final class Meter {
        private final long limit;
        private long used;

        Meter(long limit) {
            this.limit = limit;
        }

        private void take(long characters) {
            used += characters + 1;
            if (used > limit) {
                throw new Problem(
                                413,
                                "Text limit",
                                "The query creates texts of more than " + limit + " characters in all; ask for less.")
                        .with("limit", limit);
            }
        }
    }

    private final Meter meter;

    MeteredText(Expr argument, Meter meter) {
        super(argument, "metered");
        this.meter = meter;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        meter.take(value.isNumber() ? 1 : value.asString().length());
        return value;
    }

    @Override
    public Expr copy(Expr argument) {
        return new MeteredText(argument, meter);
    }
}
