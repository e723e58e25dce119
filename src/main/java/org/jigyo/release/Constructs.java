package org.jigyo.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.jigyo.Bundled;

/** The CONSTRUCT queries in {@code /publication} that create statistics and catalogue. */
final class Constructs {

    private Constructs() {}

    /**
     * Runs the queries of a folder. No query matches the results of another, so they give the same results on a release
     * that already contains them.
     *
     * @param folder below {@code /publication}
     * @param base bound to {@code ?_base}
     * @return sorted N-Triples, which are also valid Turtle: the same data give the same bytes
     */
    static String of(String folder, DatasetGraph dataset, String base) {
        NTriples out = new NTriples();
        Bundled.files("/publication/" + folder, ".rq").values().forEach(text -> {
            Query query = QueryTransformOps.replaceVars(
                    QueryFactory.create(new String(text, StandardCharsets.UTF_8)),
                    Map.of(Var.alloc("_base"), NodeFactory.createLiteralString(base)));
            Txn.executeRead(dataset, () -> {
                try (QueryExec execution =
                        QueryExec.dataset(dataset).query(query).build()) {
                    execution.constructTriples().forEachRemaining(out::add);
                }
            });
        });
        return out.sorted();
    }
}
