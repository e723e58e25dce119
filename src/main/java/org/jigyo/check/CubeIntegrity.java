package org.jigyo.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.jigyo.Finding;

/**
 * The integrity constraints of the RDF Data Cube vocabulary as our own queries ({@code cube/ic-*.rq}), run after
 * normalisation, because a cube with implicit types would pass otherwise. IC-20 and IC-21 concern hierarchical code
 * lists, which no cube here has.
 */
final class CubeIntegrity {

    static final String QB = "http://purl.org/linked-data/cube#";
    private static final int LAST = 19;
    private static final int DUPLICATES = 12;
    private static final UpdateRequest NORMALISE = UpdateFactory.create(resource("normalise.ru"));
    private static final List<Rule> RULES = IntStream.rangeClosed(1, LAST)
            .filter(number -> number != DUPLICATES)
            .mapToObj(Rule::of)
            .toList();

    /** A constraint. Its message is the comment at the beginning of the query. */
    private record Rule(String name, String message, Query query) {

        static Rule of(int number) {
            String query = resource(String.format("ic-%02d.rq", number));
            return new Rule("IC-" + number, query.substring(2, query.indexOf('\n')), QueryFactory.create(query));
        }
    }

    private CubeIntegrity() {}

    /** Adds the types that a cube may leave implicit. */
    static void normalise(Graph graph) {
        UpdateAction.execute(NORMALISE, graph);
    }

    /** The violations. The graph is normalised as a side effect. */
    static List<Breach> check(Graph graph) {
        normalise(graph);
        List<Breach> breaches = new ArrayList<>();
        for (Rule rule : RULES) {
            Sparql.select(
                    graph,
                    rule.query(),
                    row -> breaches.add(breach(row.get("node").asNode(), rule.name(), rule.message())));
        }
        breaches.addAll(Cells.check(graph));
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
