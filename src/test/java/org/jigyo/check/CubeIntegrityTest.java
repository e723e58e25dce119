package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** The integrity constraints of the Data Cube vocabulary, each on the smallest cube that violates it. */
class CubeIntegrityTest {

    private static final String PREFIXES = """
            @prefix : <https://example.org/> . @prefix qb: <http://purl.org/linked-data/cube#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    /** A valid cube with implicit types. */
    private static final String SOUND = """
            :set qb:structure :dsd . :dsd a qb:DataStructureDefinition ; qb:component :c1, :c2, :c3, :c4 .
            :c1 qb:dimension :year . :c2 qb:dimension :phase . :c3 qb:measure :amount .
            :c4 qb:attribute :status ; qb:componentRequired true .
            :year rdfs:range xsd:gYear . :phase rdfs:range skos:Concept ; qb:codeList :phases . :phases a skos:ConceptScheme .
            :budget a skos:Concept ; skos:inScheme :phases .
            :o1 qb:dataSet :set ; :year 2024 ; :phase :budget ; :amount 1 ; :status "A" .
            """;

    private static Set<String> broken(String... more) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + String.join("\n", more), Lang.TURTLE).parse(graph);
        Set<String> rules = new TreeSet<>();
        CubeIntegrity.check(graph).forEach(b -> rules.add(b.shape()));
        return rules;
    }

    @Test
    void aSoundCubePasses() {
        assertThat(broken(SOUND)).isEmpty();
        assertThat(broken(SOUND, ":o2 qb:dataSet :set ; :year 2023 ; :phase :budget ; :amount 1 ; :status \"A\" ."))
                .isEmpty();
    }

    @Test
    void structures() {
        assertThat(broken(SOUND, ":o1 qb:dataSet :other . :other qb:structure :dsd ."))
                .contains("IC-1");
        assertThat(broken(SOUND, ":set qb:structure :dsd2 .")).contains("IC-2");
        assertThat(broken(SOUND, ":dsd2 a qb:DataStructureDefinition .")).contains("IC-3");
        assertThat(broken(SOUND, ":c5 qb:dimension :place .")).contains("IC-4");
        assertThat(broken(SOUND, ":c5 qb:dimension :place . :place rdfs:range skos:Concept ."))
                .contains("IC-5");
        assertThat(broken(SOUND, ":c1 qb:componentRequired false .")).contains("IC-6");
    }

    @Test
    void slices() {
        assertThat(broken(SOUND, ":key a qb:SliceKey .")).contains("IC-7");
        assertThat(broken(SOUND, ":dsd qb:sliceKey :key . :key a qb:SliceKey ; qb:componentProperty :place ."))
                .contains("IC-8");
        assertThat(broken(SOUND, ":set qb:slice :slice .")).contains("IC-9");
        assertThat(broken(
                        SOUND,
                        ":dsd qb:sliceKey :key . :key a qb:SliceKey ; qb:componentProperty :year .",
                        ":slice a qb:Slice ; qb:sliceStructure :key ."))
                .contains("IC-10");
    }

    @Test
    void observations() {
        assertThat(broken(SOUND, ":o2 qb:dataSet :set ; :year 2023 ; :amount 1 ; :status \"A\" ."))
                .contains("IC-11");
        assertThat(broken(SOUND, ":o2 qb:dataSet :set ; :year 2024 ; :phase :budget ; :amount 2 ; :status \"A\" ."))
                .contains("IC-12");
        assertThat(broken(SOUND, ":o2 qb:dataSet :set ; :year 2023 ; :phase :budget ; :amount 1 ."))
                .contains("IC-13");
        assertThat(broken(SOUND, ":o2 qb:dataSet :set ; :year 2023 ; :phase :budget ; :status \"A\" ."))
                .contains("IC-14");
        assertThat(broken(SOUND, ":o2 qb:dataSet :set ; :year 2023 ; :phase :guess ; :amount 1 ; :status \"A\" ."))
                .contains("IC-19");
        assertThat(broken(SOUND, ":o1 qb:measureType :other .")).contains("IC-15", "IC-16");
        assertThat(broken(SOUND, ":o1 qb:measureType :amount . :dsd qb:component :c6 . :c6 qb:measure :weight ."))
                .contains("IC-17");
    }
}
