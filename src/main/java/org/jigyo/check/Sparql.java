package org.jigyo.check;

import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.ModelFactory;

/** Runs queries over a graph in memory. */
final class Sparql {

    private Sparql() {}

    static void select(Graph graph, Query query, Consumer<QuerySolution> row) {
        try (QueryExecution execution = QueryExecutionFactory.create(query, ModelFactory.createModelForGraph(graph))) {
            execution.execSelect().forEachRemaining(row);
        }
    }
}
