package org.jigyo.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.jigyo.Finding;

/** Every printed fact of a sheet that has Extracts reaches one of them. */
final class EvidenceReach {

    private static final String QUERY = """
            PREFIX jg: <https://w3id.org/jigyo/ns#>
            PREFIX jgd: <https://w3id.org/jigyo/dim#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            SELECT DISTINCT ?node {
                { SELECT DISTINCT ?sheet { ?extract jg:extractedFrom ?sheet } }
                { ?node jgd:statedIn ?sheet }
                UNION { ?evaluation jg:recordedIn ?sheet ; jg:rating|jg:narrative|jg:attribute|jg:indicatorUse ?node }
                UNION { ?evaluation jg:recordedIn ?sheet ; jg:sdgLink ?node .
                        ?node jg:linkBasis <https://w3id.org/jigyo/code/link-basis/printed> }
                FILTER NOT EXISTS { ?node prov:wasDerivedFrom ?extract . ?extract jg:extractedFrom ?sheet }
            }
            """;

    private static final String RULE = "EvidenceReach";

    private EvidenceReach() {}

    /** Whether a breach is of this rule. */
    static boolean made(Breach breach) {
        return breach.shape().equals(RULE);
    }

    static List<Breach> check(Graph graph) {
        List<Breach> breaches = new ArrayList<>();
        Sparql.select(
                graph,
                QUERY,
                row -> breaches.add(new Breach(
                        row.get("node").asNode(),
                        Finding.Severity.WARNING,
                        Finding.Code.SHAPE_VIOLATED,
                        RULE,
                        "every printed fact must reach the place it was printed in",
                        "no Extract")));
        return breaches;
    }
}
