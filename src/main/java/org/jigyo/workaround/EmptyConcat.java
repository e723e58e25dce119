package org.jigyo.workaround;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * GROUP_CONCAT(DISTINCT …) of no rows returns the empty text, as it does without DISTINCT; Jena leaves it unbound.
 * Upstream: apache/jena#4240.
 */
public final class EmptyConcat extends AggGroupConcat {

    private EmptyConcat(Expr expression, String separator) {
        super(expression, separator);
    }

    /** A query with this aggregation in place of Jena's. */
    public static Op mended(Op op) {
        return Transformer.transform(new Mending(), op);
    }

    private static final class Mending extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op rows) {
            return new OpGroup(
                    rows,
                    group.getGroupVars(),
                    group.getAggregators().stream().map(EmptyConcat::mended).toList());
        }
    }

    private static ExprAggregator mended(ExprAggregator aggregation) {
        return aggregation.getAggregator() instanceof AggGroupConcatDistinct concat
                ? new ExprAggregator(
                        aggregation.getVar(),
                        new EmptyConcat(concat.getExprList().get(0), concat.getSeparator()))
                : aggregation;
    }

    @Override
    public Accumulator createAccumulator() {
        return new AggGroupConcatDistinct(getExprList().get(0), getSeparator()).createAccumulator();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new EmptyConcat(expressions.get(0), getSeparator());
    }
}
