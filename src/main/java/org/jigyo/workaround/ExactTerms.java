package org.jigyo.workaround;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.QuadTable;
import org.apache.jena.tdb2.store.StoragePrefixesTDB;
import org.apache.jena.tdb2.store.StorageTDB;
import org.apache.jena.tdb2.store.TripleTable;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableWrapper;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;

/**
 * Terms of a TDB2 database that stay as they are written. TDB2 keeps the value of a number, date or boolean in its id and loses how it was
 * written: {@code "05"^^xsd:integer} comes back as 5, and a join finds 5 with it, although SPARQL joins by term. Here only what comes back
 * as it was is kept in an id; the rest are terms of the table like all others. Upstream: apache/jena#1750.
 */
public final class ExactTerms extends NodeTableWrapper {

    /** The table behind the one that keeps values in ids. */
    private final NodeTable written;

    /** @param table one that keeps values in ids, before a table that does not */
    ExactTerms(NodeTable table) {
        super(table);
        this.written = table.wrapped();
    }

    /** The same database, its terms exact; closing it closes the one that was given. */
    public static DatasetGraphTDB in(DatasetGraphTDB database) {
        NodeTupleTable triples = database.getTripleTable().getNodeTupleTable();
        NodeTupleTable quads = database.getQuadTable().getNodeTupleTable();
        NodeTable terms = new ExactTerms(triples.getNodeTable());
        StorageTDB storage = new StorageTDB(
                database.getTxnSystem(),
                new TripleTable(triples.getTupleTable().getIndexes(), terms),
                new QuadTable(quads.getTupleTable().getIndexes(), terms));
        DatasetGraphTDB exact = new DatasetGraphTDB(
                database.getLocation(),
                database.getStoreParams(),
                database.getReorderTransform(),
                storage,
                (StoragePrefixesTDB) database.getStoragePrefixes(),
                database.getTxnSystem());
        exact.getContext().putAll(database.getContext());
        return exact;
    }

    private boolean asValue(Node node) {
        NodeId value = node.isLiteral() ? NodeId.inline(node) : null;
        return value == null || node.equals(NodeId.extract(value));
    }

    @Override
    public NodeId getAllocateNodeId(Node node) {
        return (asValue(node) ? nodeTable : written).getAllocateNodeId(node);
    }

    @Override
    public NodeId getNodeIdForNode(Node node) {
        return (asValue(node) ? nodeTable : written).getNodeIdForNode(node);
    }

    @Override
    public boolean containsNode(Node node) {
        return !NodeId.NodeDoesNotExist.equals(getNodeIdForNode(node));
    }

    @Override
    public List<NodeId> bulkNodeToNodeId(List<Node> nodes, boolean withAllocation) {
        return nodes.stream()
                .map(withAllocation ? this::getAllocateNodeId : this::getNodeIdForNode)
                .toList();
    }
}
