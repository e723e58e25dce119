package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Jena's own answers: a test here fails once Jena has fixed a fault, so that the class named by the test can be
 * removed.
 */
class JenaFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Addition | SELECT (\"1\" + \"2\" AS ?x) {} | 12",
                "AbsentGroup | SELECT (REPLACE(\"abc\", \"b\", \"$1\") AS ?x) {} | ''",
                "CodePoints | SELECT ?x { VALUES ?x { \"１\" \"𠮷\" } } ORDER BY ?x LIMIT 1 | 𠮷",
                "Comparisons | SELECT (-0.0e0 = 0e0 AS ?x) {} | false",
                "DateParts | SELECT (STR(MONTH(\"2024-04-01T00:00:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime>)) AS ?x) {} | 04",
                "EmptyConcat | SELECT (BOUND(?c) AS ?x) { { SELECT (GROUP_CONCAT(DISTINCT ?v) AS ?c) { ?v <urn:p> ?o } } } | false",
                "NotANumber | SELECT (<http://www.w3.org/2001/XMLSchema#boolean>(\"NaN\"^^<http://www.w3.org/2001/XMLSchema#double>) AS ?x) {} | true",
                "RowBlankNodes | SELECT (?a = ?b AS ?x) { BIND(BNODE(\"k\") AS ?a) BIND(BNODE(\"k\") AS ?b) } | false",
            })
    void inMemory(String name, String query, String wrong) {
        assertThat(rows(DatasetGraphFactory.create(), QueryFactory.create(query)))
                .as(name)
                .isEqualTo("x\n" + wrong + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ExactTerms | SELECT (STR(?o) AS ?x) { <urn:s> <urn:p> ?o } | 5",
                "ExactTerms | SELECT (COUNT(*) AS ?x) { VALUES ?o { 005 } ?s <urn:p> ?o } | 1",
                "GraphPatterns | SELECT (COUNT(*) AS ?x) { GRAPH <urn:nothing> { OPTIONAL { ?s ?p ?o } } } | 1",
                "GraphPatterns | SELECT (BOUND(?g) AS ?x) { GRAPH ?g { { SELECT ?s { ?s <urn:q> ?o } } } } | false",
            })
    void fromFiles(String name, String query, String wrong) {
        DatasetGraph data = TDB2StorageBuilder.build(Location.mem());
        Txn.executeWrite(
                data,
                () -> RDFParser.fromString(
                                "<urn:s> <urn:p> \"05\"^^<http://www.w3.org/2001/XMLSchema#integer> . <urn:g> { <urn:s> <urn:q> 1 }",
                                Lang.TRIG)
                        .parse(data));
        assertThat(Txn.calculateRead(data, () -> rows(data, QueryFactory.create(query))))
                .as(name)
                .isEqualTo("x\n" + wrong + "\n");
    }

    @Test
    void copiesOfAQueryHaveOneConditionOfHaving() {
        Query query =
                QueryFactory.create("SELECT ?x { VALUES ?x { 1 2 3 } } GROUP BY ?x HAVING (COUNT(*) = 1) (?x = 2)");
        assertThat(rows(DatasetGraphFactory.empty(), query)).isEqualTo("x\n2\n");
        assertThat(rows(DatasetGraphFactory.empty(), query.cloneQuery()))
                .as("Having")
                .contains("1", "2", "3");
        assertThat(rows(DatasetGraphFactory.empty(), Having.joined(query).cloneQuery()))
                .isEqualTo("x\n2\n");
    }

    /** An outer join without a left side closes the join at its right side unread. */
    @Test
    void aJoinThatNobodyReadFails() {
        Query query = QueryFactory.create(
                "SELECT ?x { ?x <urn:p> ?o OPTIONAL { ?x <urn:q> ?y OPTIONAL { ?x <urn:q> ?z BIND(?y - ?z AS ?w) } } }");
        for (DatasetGraph data : List.of(DatasetGraphFactory.create(), TDB2StorageBuilder.build(Location.mem()))) {
            Txn.executeWrite(
                    data,
                    () -> RDFParser.fromString("<urn:s> <urn:q> 1", Lang.TRIG).parse(data));
            assertThatThrownBy(() -> Txn.executeRead(data, () -> rows(data, query)))
                    .as("UnreadJoins")
                    .isInstanceOf(NullPointerException.class);
            QC.setFactory(data.getContext(), UnreadJoins::new);
            assertThat(Txn.calculateRead(data, () -> rows(data, query))).isEqualTo("x\n");
        }
    }

    private static String rows(DatasetGraph data, Query query) {
        try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, ResultSet.adapt(execution.select()), ResultSetLang.RS_CSV);
            return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
