package org.jigyo.serve.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jigyo.WatchedText;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.TimeLimit;

/**
 * SPARQL text functions that can run without end or create texts of any size. They return the same results as Jena's,
 * within the limits of the query.
 */
final class BoundedFunction extends ExprFunctionN {

    /** The limits of one query. */
    record Bounds(TimeLimit deadline, int characters) {

        void checkLength(long length) {
            if (length > characters) {
                throw new Problem(
                                413,
                                "Text limit",
                                "A function of the query creates a text of more than " + characters + " characters.")
                        .with("limit", characters);
            }
        }
    }

    /** The functions that are bounded. */
    enum Kind {
        REGEX,
        REPLACE,
        CONCAT
    }

    private final Kind kind;
    private final Bounds bounds;
    private Pattern compiled;
    private String compiledFrom;

    BoundedFunction(Kind kind, Bounds bounds, ExprList arguments) {
        super("bounded-" + kind, arguments);
        this.kind = kind;
        this.bounds = bounds;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        bounds.deadline().check();
        try {
            return switch (kind) {
                case REGEX -> regex(values);
                case REPLACE -> replace(values);
                case CONCAT -> concat(values);
            };
        } catch (StackOverflowError e) {
            throw new Problem(
                    400, "Expression too deep", "A regular expression of the query needs too deep a recursion.");
        }
    }

    private NodeValue regex(List<NodeValue> values) {
        String text = text("REGEX", values.get(0));
        Pattern pattern = pattern("REGEX", values.get(1), values.size() > 2 ? values.get(2) : null);
        return NodeValue.booleanReturn(
                pattern.matcher(new WatchedText(text, bounds.deadline()::check)).find());
    }

    private NodeValue replace(List<NodeValue> values) {
        String text = text("REPLACE", values.get(0));
        Pattern pattern = pattern("REPLACE", values.get(1), values.size() > 3 ? values.get(3) : null);
        String by = text("REPLACE", values.get(2));
        Matcher matcher = pattern.matcher(new WatchedText(text, bounds.deadline()::check));
        StringBuilder result = null;
        try {
            while (matcher.find()) {
                if (result != null && matcher.start() == matcher.end()) {
                    // Like Jena: at most one empty match.
                    continue;
                }
                result = result == null ? new StringBuilder() : result;
                matcher.appendReplacement(result, by);
                bounds.checkLength(result.length());
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
        }
        if (result == null) {
            return values.get(0);
        }
        matcher.appendTail(result);
        String made = result.toString();
        return made.equals(text) ? values.get(0) : like(made, values.get(0).asNode());
    }

    private static NodeValue like(String made, Node original) {
        return NodeValue.makeNode(
                original.getLiteralLanguage().isEmpty()
                        ? NodeFactory.createLiteralString(made)
                        : NodeFactory.createLiteralLang(made, original.getLiteralLanguage()));
    }

    private NodeValue concat(List<NodeValue> values) {
        long length = 0;
        for (NodeValue value : values) {
            length +=
                    value.isString() || value.isLangString() ? value.asString().length() : 0;
            bounds.checkLength(length);
        }
        return XSDFuncOp.strConcat(values);
    }

    private static String text(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private Pattern pattern(String function, NodeValue pattern, NodeValue flags) {
        String source = text(function, pattern);
        String marks = flags == null ? null : text(function, flags);
        if (marks != null && !marks.matches("[smixq]*")) {
            throw new ExprEvalException(function + ": only the flags s, m, i, x, q are allowed, not " + marks);
        }
        String key = marks + '/' + source;
        if (!key.equals(compiledFrom)) {
            compiled = RegexEngine.makePattern(function, source, marks);
            compiledFrom = key;
        }
        return compiled;
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedFunction(kind, bounds, arguments);
    }
}
