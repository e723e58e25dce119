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
 * Terms of a TDB2 database exactly as written. TDB2 stores the value of a number, date or boolean in its id and loses
 * its spelling: {@code "05"^^xsd:integer} is returned as 5, and a join matches it with 5, although SPARQL joins by
 * term. Here an id holds only values in canonical form; all other terms are stored in the table. Upstream:
 * apache/jena#1750.
 */
public final class ExactTerms extends NodeTableWrapper {

    /** The table below the one that stores values in ids. */
    private final NodeTable written;

    /**
     * @param table a table that stores values in ids, on top of one that does not
     */
    ExactTerms(NodeTable table) {
        super(table);
        this.written = table.wrapped();
    }

    /** The same database with exact terms. Closing it closes the given one. */
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
