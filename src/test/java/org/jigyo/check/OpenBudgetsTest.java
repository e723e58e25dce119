package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.Bundled;
import org.jigyo.RealSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What OpenBudgets.eu asks of a fiscal data set (the rules of its integrity constraints, in words of our own), of the cost cube. Its
 * repeated and partial variants are none on purpose: what adds up amounts must not find them.
 */
class OpenBudgetsTest {

    private static final String PREFIXES = """
            PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX jgd: <https://w3id.org/jigyo/dim#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX attribute: <http://data.openbudgets.eu/ontology/dsd/attribute/>
            PREFIX dimension: <http://data.openbudgets.eu/ontology/dsd/dimension/>
            PREFIX measure: <http://data.openbudgets.eu/ontology/dsd/measure/>
            """;

    private static final Graph ONTOLOGY = ontology();

    private static Graph ontology() {
        Graph graph = GraphFactory.createDefaultGraph();
        Bundled.files("/ontology", ".ttl")
                .values()
                .forEach(bytes -> RDFParser.source(new ByteArrayInputStream(bytes))
                        .lang(Lang.TURTLE)
                        .parse(graph));
        return graph;
    }

    private static Set<String> select(Graph graph, String pattern) {
        Set<String> found = new TreeSet<>();
        Sparql.select(
                graph,
                QueryFactory.create(PREFIXES + "SELECT ?x { " + pattern + " }"),
                row -> found.add(row.get("x").toString()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:currency",
                "dimension:fiscalPeriod",
                "dimension:operationCharacter",
                "dimension:organization",
                "measure:amount"
            })
    void theCostCubeHasEachMandatoryComponent(String property) {
        assertThat(select(
                        ONTOLOGY,
                        "jgd:structure-cost qb:component/qb:componentProperty ?x . ?x rdfs:subPropertyOf* " + property))
                .hasSize(1);
    }

    @Test
    void amountsHaveTheCurrencyItselfAsAttribute() {
        assertThat(select(
                        ONTOLOGY,
                        "?x qb:component/qb:measure ?amount . VALUES ?amount { jgd:amount jgd:repeatedAmount jgd:partialAmount }"
                                + " FILTER NOT EXISTS { ?x qb:component [ qb:attribute attribute:currency ;"
                                + " qb:componentAttachment qb:DataSet ] }"))
                .isEmpty();
    }

    @Test
    void noAbstractPropertyIsUsedAndNoCodeListRedefined() {
        assertThat(
                        select(
                                ONTOLOGY,
                                "VALUES ?x { dimension:classification dimension:administrativeClassification"
                                        + " dimension:economicClassification dimension:functionalClassification"
                                        + " dimension:programmeClassification } ?structure qb:component/qb:componentProperty ?x"))
                .isEmpty();
        assertThat(select(
                        ONTOLOGY,
                        "?x qb:codeList ?list FILTER (STRSTARTS(STR(?x), 'http://data.openbudgets.eu/ontology/'))"))
                .isEmpty();
    }

    /** Compared with their vocabulary: what we name is there, in no other sense, and not deprecated. */
    @Test
    void itsTermsAreUsedAsTheyAreDefined() {
        Graph theirs = GraphFactory.createDefaultGraph();
        RDFParser.source(RealSheets.folder().resolve("vocab/obeu-components.ttl"))
                .lang(Lang.TURTLE)
                .parse(theirs);
        Set<String> defined = select(theirs, "?x a rdf:Property");
        Set<String> deprecated = select(theirs, "?x owl:deprecated true");
        Set<String> used = select(
                ONTOLOGY,
                "{ ?s ?p ?x } UNION { ?x ?p ?o } UNION { ?s ?x ?o }"
                        + " FILTER (STRSTARTS(STR(?x), 'http://data.openbudgets.eu/ontology/dsd/'))");
        assertThat(used).isNotEmpty().isSubsetOf(defined).doesNotContainAnyElementsOf(deprecated);
        assertThat(select(ONTOLOGY, "?thing a ?x")).doesNotContainAnyElementsOf(defined);
    }
}
