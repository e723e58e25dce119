package org.jigyo.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.Finding;

/**
 * The integrity constraints of the RDF Data Cube vocabulary, in queries of our own ({@code cube/ic-*.rq}), after normalisation: a
 * cube that leaves types implicit would else pass. IC-20 and IC-21 speak of hierarchical code lists, which no cube here has.
 */
final class CubeIntegrity {

    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final int LAST = 19;
    private static final int DUPLICATES = 12;

    private CubeIntegrity() {}

    /** Breaches of the constraints; the graph is normalised on the way. */
    static List<Breach> check(Graph graph) {
        Sparql.update(graph, resource("normalise.ru"));
        List<Breach> breaches = new ArrayList<>();
        for (int number = 1; number <= LAST; number++) {
            if (number == DUPLICATES) {
                duplicates(graph, breaches);
                continue;
            }
            String query = resource(String.format("ic-%02d.rq", number));
            String rule = "IC-" + number;
            String message = query.substring(2, query.indexOf('\n'));
            Sparql.select(
                    graph,
                    query,
                    row -> breaches.add(breach(row.getResource("node").asNode(), rule, message)));
        }
        return breaches;
    }

    private static Breach breach(Node node, String rule, String message) {
        return new Breach(
                node,
                Finding.Severity.ERROR,
                Finding.Code.SHAPE_VIOLATED,
                rule,
                rule + ": " + message,
                node.toString());
    }

    /** IC-12: no two observations of a data set have the same values in all dimensions. By key, not pair by pair. */
    private static void duplicates(Graph graph, List<Breach> breaches) {
        Node dimension = qb("DimensionProperty");
        Map<Node, List<Node>> dimensions = new HashMap<>();
        Sparql.select(
                graph,
                "PREFIX qb: <" + QB + "> SELECT DISTINCT ?set ?dimension { ?set qb:structure/qb:component/"
                        + "qb:componentProperty ?dimension . ?dimension a <" + dimension + "> } ORDER BY ?dimension",
                row -> dimensions
                        .computeIfAbsent(row.getResource("set").asNode(), k -> new ArrayList<>())
                        .add(row.getResource("dimension").asNode()));
        dimensions.forEach((set, properties) -> {
            Map<String, Node> first = new HashMap<>();
            graph.find(Node.ANY, qb("dataSet"), set).forEachRemaining(t -> {
                Node other = first.putIfAbsent(key(graph, t.getSubject(), properties), t.getSubject());
                if (other != null && !other.equals(t.getSubject())) {
                    breaches.add(breach(t.getSubject(), "IC-12", "no two observations of a data set are in one cell"));
                }
            });
        });
    }

    private static String key(Graph graph, Node observation, List<Node> properties) {
        StringBuilder key = new StringBuilder();
        for (Node property : properties) {
            TreeSet<String> values = new TreeSet<>();
            graph.find(observation, property, Node.ANY)
                    .forEachRemaining(t -> values.add(t.getObject().toString()));
            key.append(values).append('\n');
        }
        return key.toString();
    }

    private static Node qb(String name) {
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
