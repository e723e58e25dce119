package org.jigyo.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.Finding;

/**
 * The integrity constraints of the RDF Data Cube vocabulary, in queries of our own ({@code cube/ic-*.rq}), after normalisation: a
 * cube that leaves types implicit would else pass. IC-20 and IC-21 speak of hierarchical code lists, which no cube here has.
 */
final class CubeIntegrity {

    static final String QB = "http://purl.org/linked-data/cube#";
    private static final int LAST = 19;
    private static final int DUPLICATES = 12;

    private CubeIntegrity() {}

    /** Breaches of the constraints; the graph is normalised on the way. */
    static List<Breach> check(Graph graph) {
        Sparql.update(graph, resource("normalise.ru"));
        List<Breach> breaches = new ArrayList<>();
        for (int number = 1; number <= LAST; number++) {
            if (number != DUPLICATES) {
                String query = resource(String.format("ic-%02d.rq", number));
                String rule = "IC-" + number;
                String message = query.substring(2, query.indexOf('\n'));
                Sparql.select(
                        graph, query, row -> breaches.add(breach(row.get("node").asNode(), rule, message)));
            }
        }
        breaches.addAll(Cells.check(graph, graph));
        return breaches;
    }

    static Breach breach(Node node, String rule, String message) {
        return new Breach(
                node,
                Finding.Severity.ERROR,
                Finding.Code.SHAPE_VIOLATED,
                rule,
                rule + ": " + message,
                node.toString());
    }

    static Node qb(String name) {
        return NodeFactory.createURI(QB + name);
    }

    private static String resource(String name) {
        try (InputStream in = CubeIntegrity.class.getResourceAsStream("/cube/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
