package org.jigyo.workaround;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * DESCRIBE: the statements about each resource, and about the blank nodes they lead to. Jena 5.6 collects everything
 * before it checks the time limit; this class checks at every statement. Upstream: apache/jena#3535.
 */
public final class Description {

    private final Graph data;
    private final LongConsumer count;
    private final Runnable check;

    /**
     * Prepares a description.
     *
     * @param view the default graph to describe from
     * @param count receives the number of resources or statements so far; throws if there are too many
     * @param check called at every statement; throws if the time limit has passed
     */
    public Description(DatasetGraph view, LongConsumer count, Runnable check) {
        this.data = view.getDefaultGraph();
        this.count = count;
        this.check = check;
    }

    /** Adds the statements about the resources that a DESCRIBE query names or finds. */
    public void into(Graph graph, Query query, QueryExec execution) {
        for (Node resource : resources(query, execution)) {
            about(resource, graph, new HashSet<>());
        }
    }

    private Set<Node> resources(Query query, QueryExec execution) {
        Set<Node> resources = new LinkedHashSet<>(query.getResultURIs());
        if (query.getQueryPattern() == null) {
            return resources;
        }
        var variables = query.getProjectVars();
        execution.getQuery().setQuerySelectType();
        execution.select().forEachRemaining(row -> {
            check.run();
            for (Var variable : variables) {
                Node node = row.get(variable);
                if (node != null && !node.isLiteral()) {
                    resources.add(node);
                    count.accept(resources.size());
                }
            }
        });
        return resources;
    }

    private void about(Node resource, Graph graph, Set<Node> seen) {
        if (!seen.add(resource)) {
            return;
        }
        ExtendedIterator<Triple> statements = data.find(resource, Node.ANY, Node.ANY);
        try {
            while (statements.hasNext()) {
                check.run();
                Triple statement = statements.next();
                graph.add(statement);
                count.accept(graph.size());
                if (statement.getObject().isBlank()) {
                    about(statement.getObject(), graph, seen);
                }
            }
        } finally {
            statements.close();
        }
    }
}
