package org.jigyo.workaround;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDouble;
import org.apache.jena.sparql.expr.nodevalue.NodeValueFloat;

/**
 * Comparisons to which -0.0 and 0.0 are equal, as SPARQL says of doubles and floats, and texts stand in the order of {@link CodePoints}.
 * They keep the type of Jena's, by which its optimiser knows them. Not reported upstream.
 */
public final class Comparisons extends ExprTransformCopy {

    private Comparisons() {}

    /** A query with these comparisons in the place of Jena's. */
    public static Op mended(Op op) {
        return Transformer.transform(new TransformCopy(), new Comparisons(), op);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        if (function instanceof E_Equals) {
            return new Equal(left, right);
        }
        if (function instanceof E_NotEquals) {
            return new NotEqual(left, right);
        }
        if (function instanceof E_LessThan) {
            return new Less(left, right);
        }
        if (function instanceof E_LessThanOrEqual) {
            return new LessOrEqual(left, right);
        }
        if (function instanceof E_GreaterThan) {
            return new Greater(left, right);
        }
        return function instanceof E_GreaterThanOrEqual
                ? new GreaterOrEqual(left, right)
                : super.transform(function, left, right);
    }

    private static NodeValue number(NodeValue value) {
        if (value instanceof NodeValueDouble && value.getDouble() == 0) {
            return NodeValue.makeDouble(0);
        }
        return value instanceof NodeValueFloat && value.getFloat() == 0 ? NodeValue.makeFloat(0) : value;
    }

    private static NodeValue ordered(NodeValue value) {
        return value.isNumber() ? number(value) : CodePoints.key(value);
    }

    private static final class Equal extends E_Equals {
        Equal(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return super.eval(number(left), number(right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Equal(left, right);
        }
    }

    private static final class NotEqual extends E_NotEquals {
        NotEqual(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return super.eval(number(left), number(right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new NotEqual(left, right);
        }
    }

    private static final class Less extends E_LessThan {
        Less(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return super.eval(ordered(left), ordered(right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Less(left, right);
        }
    }

    private static final class LessOrEqual extends E_LessThanOrEqual {
        LessOrEqual(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return super.eval(ordered(left), ordered(right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new LessOrEqual(left, right);
        }
    }

    private static final class Greater extends E_GreaterThan {
        Greater(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return super.eval(ordered(left), ordered(right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Greater(left, right);
        }
    }

    private static final class GreaterOrEqual extends E_GreaterThanOrEqual {
        GreaterOrEqual(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return super.eval(ordered(left), ordered(right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new GreaterOrEqual(left, right);
        }
    }
}
