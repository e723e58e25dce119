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
    /** What they point to has its type by that, though it does not say so. */
    static final List<Node> TYPING = List.of(qb("dataSet"), qb("dimension"), qb("measure"), qb("attribute"));

    private static final int LAST = 19;
    private static final int DUPLICATES = 12;
    private static final String RULE = "IC-" + DUPLICATES;

    private CubeIntegrity() {}

    /** Breaches of the constraints; the graph is normalised on the way. */
    static List<Breach> check(Graph graph) {
        return check(graph, graph);
    }

    /**
     * Breaches of the constraints, of IC-12 anywhere.
     *
     * @param part the observations to look at with all that the constraints say of them, all definitions and all data sets;
     *     is normalised on the way
     * @param whole all observations
     */
    static List<Breach> check(Graph part, Graph whole) {
        Sparql.update(part, resource("normalise.ru"));
        List<Breach> breaches = new ArrayList<>();
        for (int number = 1; number <= LAST; number++) {
            if (number == DUPLICATES) {
                duplicates(part, whole, breaches);
                continue;
            }
            String query = resource(String.format("ic-%02d.rq", number));
            String rule = "IC-" + number;
            String message = query.substring(2, query.indexOf('\n'));
            Sparql.select(
                    part, query, row -> breaches.add(breach(row.get("node").asNode(), rule, message)));
        }
        return breaches;
    }

    /** Whether a breach is of a constraint that is checked over the whole each time. */
    static boolean whole(Breach breach) {
        return breach.shape().equals(RULE);
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
    private static void duplicates(Graph definitions, Graph graph, List<Breach> breaches) {
        Node dimension = qb("DimensionProperty");
        Map<Node, List<Node>> dimensions = new HashMap<>();
        Sparql.select(
                definitions,
                "PREFIX qb: <" + QB + "> SELECT DISTINCT ?set ?dimension { ?set qb:structure/qb:component/"
                        + "qb:componentProperty ?dimension . ?dimension a <" + dimension + "> } ORDER BY ?dimension",
                row -> dimensions
                        .computeIfAbsent(row.getResource("set").asNode(), k -> new ArrayList<>())
                        .add(row.get("dimension").asNode()));
        dimensions.forEach((set, properties) -> {
            Map<String, Node> first = new HashMap<>();
            graph.find(Node.ANY, qb("dataSet"), set).forEachRemaining(t -> {
                // all but the first by name, so that the same graph always gives the same breaches
                String key = key(graph, t.getSubject(), properties);
                Node other = first.putIfAbsent(key, t.getSubject());
                if (other != null && !other.equals(t.getSubject())) {
                    boolean before = t.getSubject().toString().compareTo(other.toString()) < 0;
                    first.put(key, before ? t.getSubject() : other);
                    breaches.add(breach(
                            before ? other : t.getSubject(),
                            RULE,
                            "no two observations of a data set are in one cell"));
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
