package org.jigyo.workaround;

import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * REPLACE with a replacement that refers to a group which the pattern does not have: such a group is the empty text
 * according to XPath, but Jena returns no value at all. Not reported upstream.
 */
final class AbsentGroup extends ExprFunction2 {

    private AbsentGroup(Expr replacement, Expr pattern) {
        super(replacement, pattern, "replacement");
    }

    /** REPLACE that refers only to groups of its pattern; any other function unchanged. */
    static Expr mended(Expr function) {
        if (!(function instanceof E_StrReplace replace)) {
            return function;
        }
        Expr replacement = new AbsentGroup(replace.getArg(3), replace.getArg(2));
        Expr flags = replace.numArgs() > 3 ? replace.getArg(4) : null;
        return new E_StrReplace(replace.getArg(1), replace.getArg(2), replacement, flags);
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
            // The function itself reports the error.
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
