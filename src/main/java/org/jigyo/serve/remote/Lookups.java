package org.jigyo.serve.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The statements of one property that are looked up again and again, as pages do for labels: fetched whole if there are few. Thread-safe.
 */
final class Lookups {

    private static final int OFTEN = 5;
    private static final int FEW = 9_999;

    /**
     * The statements of a property in a graph.
     *
     * @param subjects they by subject
     * @param objects they by object
     */
    private record Table(Map<Node, List<Quad>> subjects, Map<Node, List<Quad>> objects) {}

    private final Map<Quad, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<Quad, Optional<Table>> tables = new ConcurrentHashMap<>();

    /**
     * The statements that match, if those of the property are here or few enough to be fetched now.
     *
     * @param ask asks for the matches of a pattern, at most so many
     */
    Optional<List<Quad>> found(Quad pattern, BiFunction<Quad, Long, List<Quad>> ask) {
        boolean named =
                pattern.getGraph().isConcrete() && pattern.getPredicate().isConcrete();
        if (!named || (Node.ANY.equals(pattern.getSubject()) && Node.ANY.equals(pattern.getObject()))) {
            return Optional.empty();
        }
        Quad property = new Quad(pattern.getGraph(), Node.ANY, pattern.getPredicate(), Node.ANY);
        if (asked.computeIfAbsent(property, unknown -> new AtomicInteger()).incrementAndGet() <= OFTEN) {
            return Optional.empty();
        }
        return tables.computeIfAbsent(property, unknown -> table(ask.apply(unknown, FEW + 1L)))
                .map(table -> matching(pattern, table));
    }

    private static Optional<Table> table(List<Quad> quads) {
        if (quads.size() > FEW) {
            return Optional.empty();
        }
        Table table = new Table(new HashMap<>(), new HashMap<>());
        for (Quad quad : quads) {
            table.subjects
                    .computeIfAbsent(quad.getSubject(), unknown -> new ArrayList<>(1))
                    .add(quad);
            table.objects
                    .computeIfAbsent(quad.getObject(), unknown -> new ArrayList<>(1))
                    .add(quad);
        }
        return Optional.of(table);
    }

    private static List<Quad> matching(Quad pattern, Table table) {
        Node subject = pattern.getSubject();
        if (Node.ANY.equals(subject)) {
            return table.objects.getOrDefault(pattern.getObject(), List.of());
        }
        List<Quad> about = table.subjects.getOrDefault(subject, List.of());
        return Node.ANY.equals(pattern.getObject())
                ? about
                : about.stream()
                        .filter(quad -> quad.getObject().equals(pattern.getObject()))
                        .toList();
    }
}
