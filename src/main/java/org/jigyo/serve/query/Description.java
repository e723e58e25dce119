package org.jigyo.serve.query;

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
 * What DESCRIBE tells: the statements about each resource, and about the blank nodes these lead to. Jena's own collects
 * everything before it looks at the time; this one asks the deadline at every statement.
 */
final class Description {

    private final Graph data;
    private final LongConsumer count;
    private final TimeLimit deadline;

    Description(DatasetGraph view, LongConsumer count, TimeLimit deadline) {
        this.data = view.getDefaultGraph();
        this.count = count;
        this.deadline = deadline;
    }

    void into(Graph graph, Query query, QueryExec execution) {
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
            deadline.check();
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
                deadline.check();
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
