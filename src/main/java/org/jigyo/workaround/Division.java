package org.jigyo.workaround;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Division that has no value when it divides by zero, as SPARQL says. Jena 5.6.0 gives up the whole query when the zero is a
 * decimal with a fraction, such as 0.0. Not reported upstream.
 */
public final class Division extends E_Divide {

    Division(Expr dividend, Expr divisor) {
        super(dividend, divisor);
    }

    /** A query with this division in the place of Jena's. */
    public static Op mended(Op op) {
        return Transformer.transform(new TransformCopy(), new Mending(), op);
    }

    private static final class Mending extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            return function instanceof E_Divide ? new Division(left, right) : super.transform(function, left, right);
        }
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
