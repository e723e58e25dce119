package org.jigyo.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * IC-12: no two observations of a data set have the same values in all dimensions. Groups observations by cell instead
 * of comparing pairs.
 */
final class Cells {

    static final String RULE = "IC-12";

    private static final Query DIMENSIONS = QueryFactory.create("PREFIX qb: <" + CubeIntegrity.QB
            + "> SELECT DISTINCT ?set ?dimension { ?set qb:structure/qb:component/"
            + "qb:componentProperty ?dimension . ?dimension a qb:DimensionProperty } ORDER BY ?dimension");

    private static final Node DATA_SET = CubeIntegrity.qb("dataSet");

    private final Graph graph;
    private final Map<Node, List<Node>> dimensions = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();

    private Cells(Graph graph) {
        this.graph = graph;
        Sparql.select(
                graph,
                DIMENSIONS,
                row -> dimensions
                        .computeIfAbsent(row.getResource("set").asNode(), k -> new ArrayList<>())
                        .add(row.get("dimension").asNode()));
    }

    /**
     * The violations, at all observations involved.
     *
     * @param graph a normalised graph
     */
    static List<Breach> check(Graph graph) {
        Cells cells = new Cells(graph);
        cells.dimensions.forEach((set, properties) -> {
            Map<String, Set<Node>> all = new HashMap<>();
            graph.find(Node.ANY, DATA_SET, set)
                    .mapWith(Triple::getSubject)
                    .forEach(
                            observation -> all.computeIfAbsent(cells.key(observation, properties), k -> new HashSet<>())
                                    .add(observation));
            all.values().forEach(cells::judge);
        });
        return cells.breaches;
    }

    /** Reports all but the first by name, so that the same graph always gives the same violations. */
    private void judge(Set<Node> cell) {
        if (cell.size() > 1) {
            TreeMap<String, Node> byName = new TreeMap<>();
            cell.forEach(node -> byName.put(node.toString(), node));
            byName.pollFirstEntry();
            byName.values()
                    .forEach(node -> breaches.add(CubeIntegrity.breach(
                            node, RULE, "two observations of a data set must not be in the same cell")));
        }
    }

    private String key(Node observation, List<Node> properties) {
        StringBuilder key = new StringBuilder();
        for (Node property : properties) {
            TreeSet<String> values = new TreeSet<>();
            graph.find(observation, property, Node.ANY)
                    .forEachRemaining(t -> values.add(t.getObject().toString()));
            key.append(values).append('\n');
        }
        return key.toString();
    }
}
