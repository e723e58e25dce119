package org.jigyo.workaround;

import java.util.regex.Pattern;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A replacement of REPLACE that names a group which the pattern does not have: the group is the empty text, as XPath says; Jena gives no
 * value at all. Not reported upstream.
 */
public final class AbsentGroup extends ExprFunction2 {

    private AbsentGroup(Expr replacement, Expr pattern) {
        super(replacement, pattern, "replacement");
    }

    /** A query whose replacements name only groups of their pattern. */
    public static Op mended(Op op) {
        return Transformer.transform(new TransformCopy(), new Mending(), op);
    }

    private static final class Mending extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            if (!(function instanceof E_StrReplace)) {
                return super.transform(function, arguments);
            }
            ExprList mended = ExprList.copy(arguments);
            mended.getListRaw().set(2, new AbsentGroup(arguments.get(2), arguments.get(1)));
            return super.transform(function, mended);
        }
    }

    @Override
    public NodeValue eval(NodeValue replacement, NodeValue pattern) {
        boolean names = replacement.isString()
                && pattern.isString()
                && replacement.getString().indexOf('$') >= 0;
        return names
                ? NodeValue.makeString(without(replacement.getString(), groups(pattern.getString())))
                : replacement;
    }

    private static int groups(String pattern) {
        try {
            return Pattern.compile(pattern).matcher("").groupCount();
        } catch (IllegalArgumentException e) {
            // the function itself says what is wrong with it
            return Integer.MAX_VALUE;
        }
    }

    private static String without(String replacement, int groups) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            boolean more = i + 1 < replacement.length();
            if (c == '\\' && more) {
                made.append(c).append(replacement.charAt(++i));
            } else if (c == '$'
                    && more
                    && replacement.charAt(i + 1) - '0' > groups
                    && replacement.charAt(i + 1) <= '9') {
                i++;
            } else {
                made.append(c);
            }
        }
        return made.toString();
    }

    @Override
    public Expr copy(Expr replacement, Expr pattern) {
        return new AbsentGroup(replacement, pattern);
    }
}
