package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting by precomputed keys gives the same rows in the same order as sorting by the expressions. */
class SortKeysTest {

    private static final String ROWS =
            " { VALUES (?x ?y) { (3 \"c\") (1 \"bb\") (UNDEF \"a\") (10 \"d\"@ja) (1 UNDEF) (2.5 <urn:b>) (\"z\" \"ccc\") (1 \"a\") } }";

    private static List<String> rows(Op op) {
        List<String> rows = new ArrayList<>();
        QueryIterator found = Algebra.exec(op, DatasetGraphFactory.empty());
        found.forEachRemaining(row -> rows.add(row.get(Var.alloc("x")) + " " + row.get(Var.alloc("y"))));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * WHERE %s ORDER BY ?x ?y",
                "SELECT ?x ?y WHERE %s ORDER BY DESC(?x) STRLEN(?y)",
                "SELECT ?x ?y WHERE %s ORDER BY (1 / (?x - 1)) DESC(STR(?y))",
                "SELECT ?x ?y WHERE %s ORDER BY ?nowhere DESC(?y)",
                "SELECT ?x ?y WHERE %s ORDER BY ?y LIMIT 3 OFFSET 1",
                "SELECT * WHERE { { SELECT * WHERE %s ORDER BY ?y LIMIT 5 } } ORDER BY DESC(?x) ?y",
                "SELECT ?x (COUNT(?y) AS ?n) WHERE %s GROUP BY ?x ORDER BY DESC(COUNT(?y)) ?x",
            })
    void sameOrder(String query) {
        Op op = Algebra.compile(QueryFactory.create(query.formatted(ROWS)));
        List<String> expected = rows(Algebra.optimize(op));
        assertThat(SortKeys.once(op)).isNotEqualTo(op);
        assertThat(rows(Algebra.optimize(SortKeys.once(op))))
                .hasSizeGreaterThan(2)
                .isEqualTo(expected);
    }

    /** Counts how often it is computed. */
    private static final class Counted extends ExprFunction1 {
        private int times;

        Counted(Expr argument) {
            super(argument, "counted");
        }

        @Override
        public NodeValue eval(NodeValue value) {
            times++;
            return value;
        }

        @Override
        public Expr copy(Expr argument) {
            throw new UnsupportedOperationException();
        }
    }

    private static int times(UnaryOperator<Op> made) {
        Counted counted = new Counted(new ExprVar("x"));
        Op rows = Algebra.compile(QueryFactory.create("SELECT ?x { VALUES ?x { 8 3 5 1 7 2 6 4 } }"));
        Op order = new OpOrder(rows, List.of(new SortCondition(counted, Query.ORDER_ASCENDING)));
        assertThat(Iter.toList(Algebra.exec(made.apply(order), DatasetGraphFactory.empty())))
                .hasSize(8);
        return counted.times;
    }

    @Test
    void onceARow() {
        assertThat(times(SortKeys::once)).isEqualTo(8);
    }

    @Test
    void jenaStillComputesThemAtEveryComparison() {
        assertThat(times(op -> op)).isGreaterThan(8);
    }
}
