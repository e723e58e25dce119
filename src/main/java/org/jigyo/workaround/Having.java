package org.jigyo.workaround;

import java.util.Collection;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * Joins several HAVING conditions into one. When Jena 5.6 copies a query, or replaces variables in one, it replaces all
 * conditions with the first ({@code QueryTransformOps.mutateExprList}). Not reported upstream.
 */
public final class Having {

    private static final ElementVisitorBase ELEMENTS = new ElementVisitorBase() {
        @Override
        public void visit(ElementSubQuery element) {
            joined(element.getQuery());
        }

        @Override
        public void visit(ElementFilter element) {
            within(element.getExpr());
        }

        @Override
        public void visit(ElementBind element) {
            within(element.getExpr());
        }
    };

    private static final ExprVisitorBase EXISTS = new ExprVisitorBase() {
        @Override
        public void visit(ExprFunctionOp exists) {
            within(exists.getElement());
        }
    };

    private Having() {}

    /** Joins the conditions in a query and in all its subqueries with AND. Modifies and returns the query. */
    public static Query joined(Query query) {
        List<Expr> conditions = query.getHavingExprs();
        conditions.stream().reduce(E_LogicalAnd::new).ifPresent(all -> {
            conditions.clear();
            conditions.add(all);
        });
        within(conditions);
        within(query.getProject().getExprs().values());
        within(query.getGroupBy().getExprs().values());
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(condition -> within(condition.getExpression()));
        }
        if (query.getQueryPattern() != null) {
            within(query.getQueryPattern());
        }
        return query;
    }

    private static void within(Element element) {
        ElementWalker.walk(element, ELEMENTS);
    }

    private static void within(Collection<Expr> expressions) {
        expressions.forEach(Having::within);
    }

    private static void within(Expr expression) {
        Walker.walk(expression, EXISTS);
    }
}
