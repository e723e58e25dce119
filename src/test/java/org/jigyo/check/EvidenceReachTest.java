package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** A sheet with Extracts has one for every fact. */
class EvidenceReachTest {

    private static final String SHEET = """
            @prefix : <https://example.org/> . @prefix jg: <https://w3id.org/jigyo/ns#> .
            @prefix jgd: <https://w3id.org/jigyo/dim#> . @prefix prov: <http://www.w3.org/ns/prov#> .
            :evaluation jg:recordedIn :sheet ; jg:rating :rating ; jg:narrative :narrative .
            :figure jgd:statedIn :sheet .
            """;

    private static long missing(String more) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(SHEET + more, Lang.TURTLE).parse(graph);
        return EvidenceReach.check(graph).size();
    }

    @Test
    void everyFactReachesItsExtract() {
        assertThat(missing(""))
                .as("a sheet without any Extract was published without evidence")
                .isZero();
        String extract = ":e jg:extractedFrom :sheet . ";
        assertThat(missing(extract)).isEqualTo(3);
        assertThat(missing(extract + ":figure prov:wasDerivedFrom :e .")).isEqualTo(2);
        assertThat(missing(extract + ":figure prov:wasDerivedFrom :e . :rating prov:wasDerivedFrom :e ."
                        + " :narrative prov:wasDerivedFrom :e ."))
                .isZero();
    }
}
