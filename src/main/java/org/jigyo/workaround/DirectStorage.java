package org.jigyo.workaround;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrFactory;
import org.apache.jena.dboe.base.block.BlockMgrFreeChain;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.file.BinaryDataFileWriteBuffered;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.trans.data.TransBinaryDataFile;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.dboe.transaction.txn.TransactionalBase;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.QuadTable;
import org.apache.jena.tdb2.store.StoragePrefixesTDB;
import org.apache.jena.tdb2.store.StorageTDB;
import org.apache.jena.tdb2.store.TripleTable;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableCache;
import org.apache.jena.tdb2.store.nodetable.NodeTableInline;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetable.TReadAppendFileTransport;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTableConcrete;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.ComponentIdMgr;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;

/**
 * A TDB2 database that is read and written through block caches of a fixed size, so that its memory use does not depend
 * on its size. Jena 5.6 ignores the file mode and the block caches of {@code StoreParams} and always maps whole files
 * into memory.
 */
public final class DirectStorage {

    /** Number of 8 KB blocks in each of a file's two caches, for reading and for writing. */
    private static final int BLOCKS = 128;

    /** Like {@link #BLOCKS}, for the index of terms, whose entries are hashes in random order. */
    private static final int TERM_BLOCKS = 1024;

    private static final StoreParams CACHED = StoreParams.builder("direct")
            .node2NodeIdCacheSize(20_000)
            .nodeId2NodeCacheSize(20_000)
            .build();

    /** TDB2's caches of terms cost more than they save if each term is asked for once. */
    private static final StoreParams UNCACHED = StoreParams.builder("sequential", CACHED)
            .node2NodeIdCacheSize(-1)
            .nodeId2NodeCacheSize(-1)
            .build();

    private final StoreParams params;

    private final Location location;
    private final ComponentIdMgr ids = new ComponentIdMgr(UUID.randomUUID());
    private final List<TransactionalComponent> components = new ArrayList<>();
    private final TransactionCoordinator coordinator;

    private DirectStorage(Path folder, StoreParams params) {
        this.params = params;
        this.location = location(folder);
        this.coordinator = new TransactionCoordinator(Journal.create(location));
    }

    private static Location location(Path folder) {
        return Location.create(folder.toAbsolutePath().toString());
    }

    /** Opens the database in a folder; a new one if the folder is empty. */
    public static DatasetGraphTDB open(Path folder) {
        return new DirectStorage(folder, CACHED).open();
    }

    /** As {@link #open}, for a caller that asks for each term about once, or has a cache of its own. */
    public static DatasetGraphTDB sequential(Path folder) {
        return new DirectStorage(folder, UNCACHED).open();
    }

    private DatasetGraphTDB open() {
        TransactionalBase transactions = new TransactionalBase(coordinator);
        NodeTable terms = terms(
                params.getNodeTableBaseName(), params.getNode2NodeIdCacheSize(), params.getNodeId2NodeCacheSize());
        TripleTable triples =
                new TripleTable(indexes(params.getPrimaryIndexTriples(), params.getTripleIndexes()), terms);
        QuadTable quads = new QuadTable(indexes(params.getPrimaryIndexQuads(), params.getQuadIndexes()), terms);
        String primary = params.getPrimaryIndexPrefix();
        NodeTable prefixTerms = terms(
                params.getPrefixTableBaseName(),
                params.getPrefixNode2NodeIdCacheSize(),
                params.getPrefixNodeId2NodeCacheSize());
        StoragePrefixesTDB prefixes = new StoragePrefixesTDB(
                transactions,
                new NodeTupleTableConcrete(primary.length(), indexes(primary, params.getPrefixIndexes()), prefixTerms));
        components.forEach(coordinator::add);
        coordinator.start();
        DatasetGraphTDB dataset = new DatasetGraphTDB(
                location,
                params,
                SystemTDB.getDefaultReorderTransform(),
                new StorageTDB(transactions, triples, quads),
                prefixes,
                transactions);
        QC.setFactory(dataset.getContext(), OpExecutorTDB2.OpExecFactoryTDB);
        return dataset;
    }

    private TupleIndex[] indexes(String primary, String[] names) {
        TupleIndex[] indexes = new TupleIndex[names.length];
        for (int i = 0; i < names.length; i++) {
            RecordFactory records = new RecordFactory(SystemTDB.SizeOfNodeId * primary.length(), 0);
            indexes[i] = new TupleIndexRecord(
                    primary.length(),
                    TupleMap.create(primary, names[i]),
                    names[i],
                    records,
                    tree(names[i], records, BLOCKS));
        }
        return indexes;
    }

    private BPlusTree tree(String name, RecordFactory records, int blocks) {
        ComponentId id = ids.getComponentId(name);
        BPlusTree tree = BPlusTreeFactory.create(
                id,
                params(records),
                state(location, name),
                file(location, name, Names.extBptTree, blocks),
                file(location, name, Names.extBptRecords, blocks));
        components.add(tree);
        return tree;
    }

    private NodeTable terms(String name, int toId, int toTerm) {
        BPlusTree index = tree(name, new RecordFactory(SystemTDB.LenNodeHash, SystemTDB.SizeOfNodeId), TERM_BLOCKS);
        FileSet files = new FileSet(location, name + "-data");
        BinaryDataFile file = new BinaryDataFileWriteBuffered(new PagedFile(files.filename(Names.extObjNodeData)));
        TransBinaryDataFile data = new TransBinaryDataFile(
                file, ids.getComponentId(name + "-data"), FileFactory.createBufferChannel(files, Names.extBdfState));
        components.add(data);
        NodeTable cached = NodeTableCache.create(
                new WrittenTerms(index, data),
                toId,
                toTerm,
                params.getNodeMissCacheSize(),
                params.getNodeCacheInitialCapacityFactor());
        if (cached instanceof NodeTableCache cache) {
            coordinator.addListener(cache);
        }
        return new ExactTerms(NodeTableInline.create(cached));
    }

    /**
     * Writes an index sequentially.
     *
     * @param folder a closed database without index files of this name
     * @param name such as {@code POS}
     * @param sorted each tuple once, in the order of the index: node ids as stored in the database, compared as
     * unsigned numbers
     */
    public static void write(Path folder, String name, Iterator<long[]> sorted) {
        RecordFactory records = new RecordFactory(SystemTDB.SizeOfNodeId * name.length(), 0);
        Iterator<Record> all = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public Record next() {
                byte[] bytes = new byte[records.recordLength()];
                java.nio.ByteBuffer.wrap(bytes).asLongBuffer().put(sorted.next());
                return records.create(bytes);
            }
        };
        Location location = location(folder);
        BPlusTree tree = BPlusTreeRewriter.packIntoBPlusTree(
                all,
                params(records),
                records,
                state(location, name),
                file(location, name, Names.extBptTree, BLOCKS),
                file(location, name, Names.extBptRecords, BLOCKS));
        tree.close();
    }

    private static BPlusTreeParams params(RecordFactory records) {
        return new BPlusTreeParams(BPlusTreeParams.calcOrder(SystemIndex.BlockSize, records.recordLength()), records);
    }

    private static BufferChannel state(Location location, String name) {
        return FileFactory.createBufferChannel(new FileSet(location, name), Names.extBptState);
    }

    private static BlockMgr file(Location location, String name, String ending, int blocks) {
        BlockMgr file = BlockMgrFactory.createStdFileNoCache(
                new FileSet(location, name).filename(ending), SystemIndex.BlockSize);
        return BlockMgrFactory.addCache(new DelayedWrites(new BlockMgrFreeChain(file), blocks), blocks, blocks);
    }

    /** A table of terms as written. Jena would store {@code "05"^^xsd:integer} as the number 5 here, too. */
    private static final class WrittenTerms extends NodeTableTRDF {
        private final TProtocol to;

        WrittenTerms(BPlusTree index, BinaryDataFile file) {
            super(index, file);
            this.to = TRDF.protocol(new TReadAppendFileTransport(file));
        }

        @Override
        protected NodeId writeNodeToTable(Node node) {
            NodeId id = NodeIdFactory.createPtr(getData().length());
            try {
                ThriftConvert.convert(node, false).write(to);
            } catch (TException e) {
                throw new TDBException("cannot write a term", e);
            }
            return id;
        }
    }
}
