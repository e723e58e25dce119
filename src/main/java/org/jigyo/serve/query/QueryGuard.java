package org.jigyo.serve.query;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jigyo.serve.http.Problem;

/**
 * Rewrites a query before Jena's optimiser sees it: functions that could run without end are replaced by bounded ones;
 * SERVICE calls that are not allowed and functions that would load program code are refused. An instance is for one
 * query.
 */
final class QueryGuard {

    private static final List<String> FUNCTIONS =
            List.of("http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/2005/xpath-functions/math#");

    private static final String TEXT_QUERY = "http://jena.apache.org/text#query";

    private static final Pattern CODE = Pattern.compile("java:|bif:|sql:");

    private final BoundedFunction.Bounds bounds;
    private final MeteredText.Meter meter;
    private final List<String> services;

    /**
     * Creates a guard.
     *
     * @param characters maximum total length of texts created by GROUP_CONCAT and similar functions
     * @param services the addresses that SERVICE may call
     */
    QueryGuard(BoundedFunction.Bounds bounds, long characters, List<String> services) {
        this.bounds = bounds;
        this.meter = new MeteredText.Meter(characters);
        this.services = services;
    }

    Op guard(Op op) {
        return Transformer.transform(new Patterns(), new Expressions(), op);
    }

    private final class Patterns extends TransformCopy {

        @Override
        public Op transform(OpService service, Op inner) {
            Node address = service.getService();
            if (!address.isURI() || !services.contains(address.getURI())) {
                throw new Problem(
                                403,
                                "SERVICE not allowed",
                                "This server does not call "
                                        + (address.isURI() ? address.getURI() : "a variable address")
                                        + "; query that endpoint yourself and join the answers.")
                        .with("allowed", services);
            }
            return super.transform(service, inner);
        }

        @Override
        public Op transform(OpBGP pattern) {
            for (Triple triple : pattern.getPattern()) {
                Node property = triple.getPredicate();
                if (property.isURI() && runsCode(property.getURI())) {
                    throw refused(property.getURI());
                }
            }
            return super.transform(pattern);
        }
    }

    private final class Expressions extends ExprTransformCopy {

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            if (function instanceof E_Regex) {
                return bounded(BoundedFunction.Kind.REGEX, arguments);
            }
            if (function instanceof E_StrReplace) {
                return bounded(BoundedFunction.Kind.REPLACE, arguments);
            }
            if (function instanceof E_StrConcat) {
                return bounded(BoundedFunction.Kind.CONCAT, arguments);
            }
            if (function instanceof E_Function named
                    && FUNCTIONS.stream().noneMatch(named.getFunctionIRI()::startsWith)) {
                throw refused(named.getFunctionIRI());
            }
            return super.transform(function, arguments);
        }

        private Expr bounded(BoundedFunction.Kind kind, ExprList arguments) {
            return new BoundedFunction(kind, bounds, arguments);
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            boolean lengthens = function instanceof E_StrEncodeForURI || function instanceof E_StrUpperCase;
            Expr made = super.transform(function, argument);
            return lengthens ? new MeteredText(made, meter) : made;
        }

        @Override
        public Expr transform(ExprAggregator aggregation) {
            Aggregator aggregator = aggregation.getAggregator();
            if (aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct) {
                Expr argument = aggregator.getExprList().get(0);
                if (!(argument instanceof MeteredText)) {
                    return new ExprAggregator(
                            aggregation.getVar(), aggregator.copy(new ExprList(new MeteredText(argument, meter))));
                }
            }
            return super.transform(aggregation);
        }
    }

    /** Jena and Virtuoso treat some properties as calls of their own code, or of any class; only the text search is offered. */
    private static boolean runsCode(String property) {
        return CODE.matcher(property).lookingAt()
                || (property.startsWith("http://jena.") && !property.equals(TEXT_QUERY));
    }

    private static Problem refused(String function) {
        return new Problem(
                        400,
                        "Function not offered",
                        "There is no function " + function + " here; use the functions of SPARQL 1.1.")
                .with("function", function);
    }
}
