package org.jigyo.workaround;

import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDouble;
import org.apache.jena.sparql.expr.nodevalue.NodeValueFloat;

/**
 * Comparisons in which -0.0 equals 0.0, as SPARQL requires for doubles and floats, and texts are in the order of
 * {@link CodePoints}. Each is a subclass of Jena's, because the optimiser recognises them by type. Not reported
 * upstream.
 */
final class Comparisons {

    private Comparisons() {}

    /** These comparisons in place of Jena's; any other function unchanged. */
    static Expr mended(Expr function) {
        if (function instanceof E_Equals of) {
            return new E_Equals(of.getArg1(), of.getArg2()) {
                @Override
                public NodeValue eval(NodeValue left, NodeValue right) {
                    return super.eval(number(left), number(right));
                }

                @Override
                public Expr copy(Expr left, Expr right) {
                    return mended(super.copy(left, right));
                }
            };
        }
        if (function instanceof E_NotEquals of) {
            return new E_NotEquals(of.getArg1(), of.getArg2()) {
                @Override
                public NodeValue eval(NodeValue left, NodeValue right) {
                    return super.eval(number(left), number(right));
                }

                @Override
                public Expr copy(Expr left, Expr right) {
                    return mended(super.copy(left, right));
                }
            };
        }
        if (function instanceof E_LessThan of) {
            return new E_LessThan(of.getArg1(), of.getArg2()) {
                @Override
                public NodeValue eval(NodeValue left, NodeValue right) {
                    return super.eval(ordered(left), ordered(right));
                }

                @Override
                public Expr copy(Expr left, Expr right) {
                    return mended(super.copy(left, right));
                }
            };
        }
        if (function instanceof E_LessThanOrEqual of) {
            return new E_LessThanOrEqual(of.getArg1(), of.getArg2()) {
                @Override
                public NodeValue eval(NodeValue left, NodeValue right) {
                    return super.eval(ordered(left), ordered(right));
                }

                @Override
                public Expr copy(Expr left, Expr right) {
                    return mended(super.copy(left, right));
                }
            };
        }
        if (function instanceof E_GreaterThan of) {
            return new E_GreaterThan(of.getArg1(), of.getArg2()) {
                @Override
                public NodeValue eval(NodeValue left, NodeValue right) {
                    return super.eval(ordered(left), ordered(right));
                }

                @Override
                public Expr copy(Expr left, Expr right) {
                    return mended(super.copy(left, right));
                }
            };
        }
        if (function instanceof E_GreaterThanOrEqual of) {
            return new E_GreaterThanOrEqual(of.getArg1(), of.getArg2()) {
                @Override
                public NodeValue eval(NodeValue left, NodeValue right) {
                    return super.eval(ordered(left), ordered(right));
                }

                @Override
                public Expr copy(Expr left, Expr right) {
                    return mended(super.copy(left, right));
                }
            };
        }
        return function;
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
}
