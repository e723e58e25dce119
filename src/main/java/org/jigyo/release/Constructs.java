package org.jigyo.release;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;

/** Statements that are computed from data by a CONSTRUCT query, as N-Triples without the closing point. */
final class Constructs {

    private Constructs() {}

    /** @param seen what of the dataset's tables the query may see; paths see everything */
    static Set<String> of(Query query, DatasetGraph dataset, Predicate<Tuple<NodeId>> seen) {
        Set<String> lines = new TreeSet<>();
        Txn.executeRead(dataset, () -> {
            try (QueryExec execution = QueryExec.dataset(dataset)
                    .query(query)
                    .set(SystemTDB.symTupleFilter, seen)
                    .build()) {
                execution.constructTriples().forEachRemaining(triple -> lines.add(line(triple)));
            }
        });
        return lines;
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
