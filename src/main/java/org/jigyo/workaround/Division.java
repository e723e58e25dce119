package org.jigyo.workaround;

import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Division without a value for a zero divisor, as SPARQL requires. Jena 5.6.0 aborts the whole query if the zero is a
 * decimal with a fraction, such as 0.0. Not reported upstream.
 */
final class Division extends E_Divide {

    private Division(Expr dividend, Expr divisor) {
        super(dividend, divisor);
    }

    /** This division in place of Jena's; any other function unchanged. */
    static Expr mended(Expr function) {
        return function instanceof E_Divide divide ? new Division(divide.getArg1(), divide.getArg2()) : function;
    }

    @Override
    public NodeValue eval(NodeValue dividend, NodeValue divisor) {
        try {
            return super.eval(dividend, divisor);
        } catch (ArithmeticException e) {
            throw new ExprEvalException("division by zero", e);
        }
    }

    @Override
    public Expr copy(Expr dividend, Expr divisor) {
        return new Division(dividend, divisor);
    }
}
