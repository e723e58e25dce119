package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting by keys that were computed once gives the rows of sorting by the expressions, in the same order. */
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
}
