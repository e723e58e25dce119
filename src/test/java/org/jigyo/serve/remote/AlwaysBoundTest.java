package org.jigyo.serve.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a variable that every row must bind is demanded of another server. */
class AlwaysBoundTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "SELECT * { ?a ?b ?c }#a b c",
                "SELECT ?a { ?a ?b ?c }#a",
                "SELECT * { ?a ?b 1 OPTIONAL { ?a ?d ?e } }#a b",
                "SELECT * { { ?a ?b 1 } UNION { ?a ?d 2 } }#a",
                "SELECT ?a ?n { ?a ?b ?c BIND(1 / 0 AS ?n) }#a",
                "SELECT ?a (SUM(?c) AS ?n) { ?a ?b ?c } GROUP BY ?a#a",
                "SELECT * { GRAPH ?g { ?a ?b ?c } FILTER(?c > 1) }#a b c g",
                "SELECT * { ?a <urn:p>* ?b }#a b",
                "SELECT * { VALUES (?a ?b) { (1 UNDEF) } ?c ?d 1 }#c d"
            })
    void theseAre(String query, String names) {
        assertThat(AlwaysBound.in(Algebra.compile(QueryFactory.create(query))).stream()
                        .map(Var::getName)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }
}
