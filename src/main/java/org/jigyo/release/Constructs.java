package org.jigyo.release;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.jigyo.Bundled;

/**
 * The CONSTRUCT queries of a folder below {@code /publication}, which create statistics and catalogue. No query matches
 * the results of another, so they give the same results on a release that already contains them.
 */
final class Constructs {

    private static final String FOLDER = "/publication/";

    /** What takes the place of a variable in all queries: the base IRI as a text, and the IRI of a city. */
    static final Var BASE = Var.alloc("_base");

    static final Var CITY = Var.alloc("_city");

    private final List<Query> queries;

    private Constructs(List<Query> queries) {
        this.queries = queries;
    }

    /** The queries of a folder, e.g. {@code catalogue}. */
    static Constructs in(String folder) {
        return new Constructs(texts(folder).stream()
                .map(text -> QueryFactory.create(new String(text, StandardCharsets.UTF_8)))
                .toList());
    }

    /** The texts of the queries of a folder, sorted by file name. */
    static Collection<byte[]> texts(String folder) {
        return Bundled.files(FOLDER + folder, ".rq").values();
    }

    /**
     * Runs the queries.
     *
     * @param values in place of variables
     * @param out receives the statements
     */
    void run(DatasetGraph dataset, Map<Var, Node> values, NTriples out) {
        for (Query query : queries) {
            Query bound = QueryTransformOps.replaceVars(query, values);
            Txn.executeRead(dataset, () -> {
                try (QueryExec execution =
                        QueryExec.dataset(dataset).query(bound).build()) {
                    execution.constructTriples().forEachRemaining(out::add);
                }
            });
        }
    }
}
