package org.jigyo.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.jigyo.Finding;

/**
 * The integrity constraints of the RDF Data Cube vocabulary, in queries of our own ({@code cube/ic-*.rq}), after normalisation: a
 * cube that leaves types implicit would else pass. IC-20 and IC-21 speak of hierarchical code lists, which no cube here has.
 */
final class CubeIntegrity {

    static final String QB = "http://purl.org/linked-data/cube#";
    /** What they point to has its type by that, though it does not say so. */
    static final List<Node> TYPING = List.of(qb("dataSet"), qb("dimension"), qb("measure"), qb("attribute"));

    private static final int LAST = 19;
    private static final int DUPLICATES = 12;

    /** What kinds of things define a cube. */
    private static final List<Node> DEFINING = List.of(
            qb("DataStructureDefinition"),
            qb("SliceKey"),
            qb("DimensionProperty"),
            qb("MeasureProperty"),
            qb("AttributeProperty"));

    private CubeIntegrity() {}

    /** Breaches of the constraints; the graph is normalised on the way. */
    static List<Breach> check(Graph graph) {
        List<Breach> breaches = new ArrayList<>(checkEach(graph));
        breaches.addAll(Cells.check(graph, graph));
        return breaches;
    }

    /** Breaches of the constraints that look at each thing alone, all but {@link Cells}; the graph is normalised on the way. */
    static List<Breach> checkEach(Graph graph) {
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
        return breaches;
    }

    /**
     * All data sets and what the constraints go through from there: structures, properties and code lists, and what these lead
     * to.
     *
     * @param own how the names of things begin that define nothing
     */
    static Set<Node> definitions(Graph graph, String own) {
        Set<Node> found = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>();
        graph.find(Node.ANY, qb("structure"), Node.ANY).forEach(triple -> {
            found.add(triple.getSubject());
            next.add(triple.getObject());
        });
        for (Node kind : DEFINING) {
            graph.find(Node.ANY, NodeConst.nodeRDFType, kind).forEach(triple -> next.add(triple.getSubject()));
        }
        while (!next.isEmpty()) {
            Node node = next.pop();
            if (!node.isLiteral() && !Affected.own(node, own) && found.add(node)) {
                graph.find(node, Node.ANY, Node.ANY).forEach(triple -> next.add(triple.getObject()));
            }
        }
        return found;
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
