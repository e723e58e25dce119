package org.jigyo.release;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.jigyo.Bundled;

/** Statements that are computed from the data by the CONSTRUCT queries of a resource folder. */
final class Constructs {

    private Constructs() {}

    /**
     * Runs every query of a folder over a dataset.
     *
     * @param folder below {@code /publication}
     * @param base bound to {@code ?_base}
     * @param seen what of the dataset's tables the queries may see; paths see everything, and so must walk properties of which
     *     only what may be seen says anything
     * @return sorted N-Triples, which are Turtle too: the same data give the same bytes
     */
    static String of(String folder, DatasetGraph dataset, String base, Predicate<Tuple<NodeId>> seen) {
        TreeSet<String> lines = new TreeSet<>();
        Bundled.files("/publication/" + folder, ".rq").values().forEach(text -> {
            Query query = QueryFactory.create(new String(text, StandardCharsets.UTF_8));
            Query bound = QueryTransformOps.replaceVars(
                    query, java.util.Map.of(Var.alloc("_base"), NodeFactory.createLiteralString(base)));
            Txn.executeRead(dataset, () -> run(bound, dataset, seen, lines));
        });
        return String.join("", lines);
    }

    private static void run(Query query, DatasetGraph dataset, Predicate<Tuple<NodeId>> seen, Set<String> lines) {
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query(query)
                .set(SystemTDB.symTupleFilter, seen)
                .build()) {
            Iterator<Triple> triples = execution.constructTriples();
            while (triples.hasNext()) {
                lines.add(line(triples.next()) + " .\n");
            }
        }
    }

    /** A statement as N-Triples, without the closing point. */
    static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject())
                + ' '
                + NodeFmtLib.strNT(triple.getPredicate())
                + ' '
                + NodeFmtLib.strNT(triple.getObject());
    }
}
