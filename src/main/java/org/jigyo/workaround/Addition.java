package org.jigyo.workaround;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/** Addition that has no value for texts, as SPARQL says; Jena joins them, on purpose: {@code "1" + "2"} is 12 there. */
public final class Addition extends E_Add {

    private Addition(Expr left, Expr right) {
        super(left, right);
    }

    /** A query with this addition in the place of Jena's. */
    public static Op mended(Op op) {
        return Transformer.transform(new TransformCopy(), new Mending(), op);
    }

    private static final class Mending extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            return function instanceof E_Add ? new Addition(left, right) : super.transform(function, left, right);
        }
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
