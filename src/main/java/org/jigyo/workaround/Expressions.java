package org.jigyo.workaround;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Replaces functions that Jena evaluates incorrectly, all in one pass over a query. */
public final class Expressions extends ExprTransformCopy {

    /** Each returns the corrected function, or its argument. */
    private static final List<UnaryOperator<Expr>> MENDED = List.of(
            Addition::mended,
            Division::mended,
            Comparisons::mended,
            DateParts::mended,
            NotANumber::mended,
            AbsentGroup::mended);

    private Expressions() {}

    /** A query with corrected functions. */
    public static Op mended(Op op) {
        return Transformer.transform(new TransformCopy(), new Expressions(), op);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return mended(super.transform(function, argument));
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return mended(super.transform(function, left, right));
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return mended(super.transform(function, arguments));
    }

    private static Expr mended(Expr function) {
        Expr mended = function;
        for (UnaryOperator<Expr> mending : MENDED) {
            mended = mending.apply(mended);
        }
        return mended;
    }
}
