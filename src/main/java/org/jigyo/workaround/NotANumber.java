package org.jigyo.workaround;

import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDouble;
import org.apache.jena.sparql.expr.nodevalue.NodeValueFloat;
import org.apache.jena.vocabulary.XSD;

/**
 * {@code xsd:boolean} of NaN is false according to XPath; Jena returns true, because it tests for NaN by equality. Not
 * reported upstream.
 */
final class NotANumber extends ExprFunction1 {

    private NotANumber(Expr number) {
        super(number, "not-a-number");
    }

    /** A cast that returns false for NaN; any other function unchanged. */
    static Expr mended(Expr function) {
        boolean cast = function instanceof E_Function named
                && named.getFunctionIRI().equals(XSD.xboolean.getURI())
                && named.numArgs() == 1;
        return cast
                ? new E_Function(XSD.xboolean.getURI(), new ExprList(new NotANumber(((E_Function) function).getArg(1))))
                : function;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        boolean none = (value instanceof NodeValueDouble && Double.isNaN(value.getDouble()))
                || (value instanceof NodeValueFloat && Float.isNaN(value.getFloat()));
        return none ? NodeValue.makeDouble(0) : value;
    }

    @Override
    public Expr copy(Expr number) {
        return new NotANumber(number);
    }
}
