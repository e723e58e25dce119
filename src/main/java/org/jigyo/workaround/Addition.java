package org.jigyo.workaround;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Addition without a value for texts, as SPARQL requires. Jena deliberately concatenates them: {@code "1" + "2"} is 12
 * there.
 */
final class Addition extends E_Add {

    private Addition(Expr left, Expr right) {
        super(left, right);
    }

    /** This addition in place of Jena's; any other function unchanged. */
    static Expr mended(Expr function) {
        return function instanceof E_Add add ? new Addition(add.getArg1(), add.getArg2()) : function;
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        if (left.isString() && right.isString()) {
            throw new ExprEvalException("texts cannot be added");
        }
        return super.eval(left, right);
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new Addition(left, right);
    }
}
