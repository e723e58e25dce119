package org.jigyo.workaround;

import java.util.HashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * BNODE with the same label used twice in a row of a SELECT, or in successive BINDs, is the same blank node according
 * to SPARQL; Jena creates two. Upstream: JENA-2340.
 */
public final class RowBlankNodes extends TransformCopy {

    private RowBlankNodes() {}

    /** A query in which adjacent extensions are evaluated together and share the labels of a row. */
    public static Op mended(Op op) {
        return Transformer.transform(new RowBlankNodes(), op);
    }

    @Override
    public Op transform(OpExtend extend, Op inner) {
        VarExprList made = extend.getVarExprList();
        Op rows = inner;
        if (inner instanceof OpExtend before) {
            made = new VarExprList(before.getVarExprList());
            made.addAll(extend.getVarExprList());
            rows = before.getSubOp();
        }
        VarExprList mended = new VarExprList();
        Row row = new Row();
        boolean[] any = {false};
        made.forEachVarExpr((variable, expression) -> {
            Expr labelled = ExprTransformer.transform(new Labels(row, any), expression);
            mended.add(variable, mended.isEmpty() ? new First(labelled, row) : labelled);
        });
        return any[0] ? OpExtend.create(rows, mended) : super.transform(extend, inner);
    }

    /** The labels used in the current row. */
    private static final class Row extends HashMap<String, Node> {
        private static final long serialVersionUID = 1;
    }

    private static final class Labels extends ExprTransformCopy {
        private final Row row;
        private final boolean[] any;

        Labels(Row row, boolean[] any) {
            this.row = row;
            this.any = any;
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            if (function instanceof First) {
                return argument;
            }
            if (function instanceof E_BNode.BNode1 || function instanceof Labelled) {
                any[0] = true;
                return new Labelled(argument, row);
            }
            return super.transform(function, argument);
        }
    }

    /** An expression that is evaluated for each row separately. */
    private abstract static class OfRow extends ExprFunction1 implements Unstable {
        final Row row;

        OfRow(Expr argument, String name, Row row) {
            super(argument, name);
            this.row = row;
        }

        /** Prevents the optimiser from evaluating it once as a constant. */
        @Override
        public final NodeValue eval(NodeValue value) {
            throw new ExprEvalException("no constant");
        }
    }

    /** BNODE with a label. */
    private static final class Labelled extends OfRow {
        Labelled(Expr label, Row row) {
            super(label, "labelled", row);
        }

        @Override
        public NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
            NodeValue label = getArg().eval(binding, environment);
            if (!label.isString()) {
                throw new ExprEvalException("BNODE takes a text, not " + label);
            }
            return NodeValue.makeNode(row.computeIfAbsent(label.getString(), key -> NodeFactory.createBlankNode()));
        }

        @Override
        public Expr copy(Expr label) {
            return new Labelled(label, row);
        }
    }

    /** The expression that is evaluated first in a row. */
    private static final class First extends OfRow {
        First(Expr expression, Row row) {
            super(expression, "first", row);
        }

        @Override
        public NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
            row.clear();
            return getArg().eval(binding, environment);
        }

        @Override
        public Expr copy(Expr expression) {
            return new First(expression, row);
        }
    }
}
