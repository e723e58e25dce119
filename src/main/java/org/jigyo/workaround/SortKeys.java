package org.jigyo.workaround;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.ExprVar;

/**
 * Evaluates sort keys once a row. Jena evaluates them at every comparison, and looks up even a plain variable through
 * all steps that produced the row. Not reported upstream.
 */
public final class SortKeys extends TransformCopy {

    private int keys;

    /** A query that sorts by variables bound last. */
    public static Op once(Op op) {
        return Transformer.transform(new SortKeys(), op);
    }

    @Override
    public Op transform(OpOrder order, Op rows) {
        VarExprList computed = new VarExprList();
        List<SortCondition> conditions = new ArrayList<>();
        for (SortCondition condition : order.getConditions()) {
            // The dot avoids collisions with variables of the query.
            Var key = Var.alloc(".sort" + keys++);
            computed.add(key, new CodePoints(condition.getExpression()));
            conditions.add(new SortCondition(new ExprVar(key), condition.getDirection()));
        }
        return new OpOrder(OpExtend.create(rows, computed), conditions);
    }

    @Override
    public Op transform(OpDistinct distinct, Op rows) {
        return super.transform(distinct, withoutKeys(distinct.getSubOp(), rows));
    }

    @Override
    public Op transform(OpReduced reduced, Op rows) {
        return super.transform(reduced, withoutKeys(reduced.getSubOp(), rows));
    }

    /** Rows that differ only in their sort keys are equal. */
    private static Op withoutKeys(Op asked, Op rows) {
        return rows instanceof OpOrder ? new OpProject(rows, List.copyOf(OpVars.visibleVars(asked))) : rows;
    }
}
