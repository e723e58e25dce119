package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.jigyo.Kept;

/**
 * Count and order-free sum of what a database holds, by graph, over the numbers under which it keeps terms; kept with the
 * release in {@code stored.tsv}. A copy of the database keeps its numbers: what a copy and its update must hold is known without
 * reading a term.
 */
final class StoredSums {

    /** Stands for the default graph. */
    static final String DEFAULT = "";

    private static final String NAME = "stored.tsv";

    private StoredSums() {}

    static void write(Map<String, Fingerprint> sums, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(sums).forEach((graph, sum) -> lines.add(graph + "\t" + sum.statements() + "\t" + sum.sum()));
        Kept.write(folder.resolve(NAME), lines);
    }

    /**
     * What is kept of a release.
     *
     * @throws IOException if it is not as it was written, with the reason in words
     */
    static Map<String, Fingerprint> of(Release release) throws IOException {
        Map<String, Fingerprint> sums = new TreeMap<>();
        for (String line : Kept.read(release.folder().resolve(NAME))) {
            String[] cells = line.split("\t");
            sums.put(cells[0], new Fingerprint(Long.parseLong(cells[1]), Long.parseLong(cells[2])));
        }
        return sums;
    }

    /** What a database holds. */
    static Map<String, Fingerprint> of(DatasetGraphTDB dataset) {
        Map<NodeId, Fingerprint> found = new java.util.HashMap<>();
        Map<String, Fingerprint> sums = new TreeMap<>();
        Txn.executeRead(dataset, () -> {
            var quads = dataset.getQuadTable().getNodeTupleTable();
            for (Iterator<Tuple<NodeId>> all = quads.findAll(); all.hasNext(); ) {
                Tuple<NodeId> quad = all.next();
                add(found.computeIfAbsent(quad.get(0), graph -> new Fingerprint()), quad, 1);
            }
            found.forEach((graph, sum) ->
                    sums.put(quads.getNodeTable().getNodeForNodeId(graph).getURI(), sum));
            Fingerprint without = new Fingerprint();
            for (Iterator<Tuple<NodeId>> all =
                            dataset.getTripleTable().getNodeTupleTable().findAll();
                    all.hasNext(); ) {
                add(without, all.next(), 0);
            }
            sums.put(DEFAULT, without);
        });
        return sums;
    }

    private static void add(Fingerprint sum, Tuple<NodeId> tuple, int from) {
        sum.add(number(tuple.get(from)), number(tuple.get(from + 1)), number(tuple.get(from + 2)), 1);
    }

    /** A term's number as one that differs from any other's, as good as surely. */
    static long number(NodeId id) {
        return (id.getPtrLocation() ^ ((long) id.getTypeValue() << 56)) * 0xC2B2AE3D27D4EB4FL;
    }

    /** What is held when some changes are made. */
    static Map<String, Fingerprint> changed(Map<String, Fingerprint> before, Map<String, Fingerprint> changes) {
        Map<String, Fingerprint> after = new TreeMap<>(before);
        changes.forEach((graph, change) -> {
            Fingerprint sum = new Fingerprint();
            sum.add(before.getOrDefault(graph, new Fingerprint()));
            sum.add(change);
            after.put(graph, sum);
        });
        after.values().removeIf(sum -> sum.statements() == 0 && sum.sum() == 0);
        return after;
    }
}
