package org.jigyo.workaround;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDouble;
import org.apache.jena.sparql.expr.nodevalue.NodeValueFloat;
import org.apache.jena.vocabulary.XSD;

/** {@code xsd:boolean} of NaN is false, as XPath says; Jena says true, because it looks for NaN by equality. Not reported upstream. */
public final class NotANumber extends ExprFunction1 {

    private NotANumber(Expr number) {
        super(number, "not-a-number");
    }

    /** A query that casts NaN right. */
    public static Op mended(Op op) {
        return Transformer.transform(new TransformCopy(), new Mending(), op);
    }

    private static final class Mending extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return function instanceof E_Function cast
                            && cast.getFunctionIRI().equals(XSD.xboolean.getURI())
                            && arguments.size() == 1
                    ? super.transform(function, new ExprList(new NotANumber(arguments.get(0))))
                    : super.transform(function, arguments);
        }
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
