package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.jena.dboe.base.block.Block;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrFactory;
import org.apache.jena.dboe.base.block.BlockMgrWrapper;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.file.BinaryDataFileWriteBuffered;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectStorageTest {

    /** More than the caches of a file hold. */
    private static final int STATEMENTS = 30_000;

    @TempDir
    Path folder;

    private static Quad quad(int i) {
        return Quad.create(
                NodeFactory.createURI("https://example.org/graph/" + i % 7),
                NodeFactory.createURI("https://example.org/thing/" + i * 7919L % STATEMENTS),
                NodeFactory.createURI("https://example.org/property/" + i % 11),
                NodeFactory.createLiteralString("text " + i));
    }

    @Test
    void whatIsWrittenThroughCachesIsReadFromMappedFiles() throws IOException {
        DatasetGraphTDB direct = DirectStorage.open(folder);
        Txn.executeWrite(direct, () -> {
            for (int i = 0; i < STATEMENTS; i++) {
                direct.add(quad(i));
            }
        });
        Txn.executeWrite(direct, () -> {
            for (int i = 0; i < STATEMENTS; i += 3) {
                direct.delete(quad(i));
            }
        });
        assertHas(direct);
        direct.shutdown();

        assertThat(Files.size(folder.resolve("GSPO.idn"))).isLessThan(SystemIndex.SegmentSize);
        DatasetGraphTDB mapped = TDB2StorageBuilder.build(Location.create(folder.toString()));
        assertHas(mapped);
        mapped.shutdown();
        DatasetGraphTDB again = DirectStorage.open(folder);
        assertHas(again);
        again.shutdown();
    }

    @Test
    void anAbortedTransactionLeavesNothing() {
        DatasetGraphTDB direct = DirectStorage.open(folder);
        write(direct, 0);
        for (int round = 1; round <= 3; round++) {
            direct.begin(TxnType.WRITE);
            for (int i = 0; i < STATEMENTS; i += 9) {
                direct.add(quad(i * 31));
                direct.delete(quad(i));
            }
            direct.abort();
            direct.end();
            write(direct, round);
        }
        direct.shutdown();

        DatasetGraphTDB again = DirectStorage.open(folder);
        Txn.executeRead(
                again,
                () -> assertThat(again.find()).toIterable().hasSize(4 * 2000).allMatch(quad -> {
                    int i = Integer.parseInt(
                            quad.getObject().getLiteralLexicalForm().substring("text ".length()));
                    return i < 4 * 2000 && quad.equals(quad(i));
                }));
        again.shutdown();
    }

    private static void write(DatasetGraphTDB dataset, int round) {
        Txn.executeWrite(dataset, () -> {
            for (int i = 0; i < 2000; i++) {
                dataset.add(quad(round * 2000 + i));
            }
        });
    }

    private static void assertHas(DatasetGraphTDB dataset) {
        Txn.executeRead(dataset, () -> {
            for (int i = 0; i < STATEMENTS; i++) {
                assertThat(dataset.contains(quad(i))).isEqualTo(i % 3 != 0);
            }
            assertThat(dataset.find(null, Node.ANY, quad(1).getPredicate(), Node.ANY))
                    .toIterable()
                    .hasSize((int) LongStream.range(0, STATEMENTS)
                            .filter(i -> i % 11 == 1 && i % 3 != 0)
                            .count());
        });
    }

    @Test
    void anIndexThatIsWrittenInOneGoIsTheIndexOfItsTuples() throws IOException {
        DirectStorage.open(folder).shutdown();
        for (String ending : List.of("bpt", "dat", "idn")) {
            Files.delete(folder.resolve("POS." + ending));
        }
        DirectStorage.write(
                folder,
                "POS",
                LongStream.range(0, STATEMENTS)
                        .mapToObj(i -> new long[] {i / 100, i, 5})
                        .iterator());
        DatasetGraphTDB dataset = DirectStorage.open(folder);
        Txn.executeRead(dataset, () -> {
            var index =
                    dataset.getTripleTable().getNodeTupleTable().getTupleTable().getIndex(1);
            assertThat(index.getName()).isEqualTo("POS");
            long[] last = {-1};
            index.all().forEachRemaining(tuple -> {
                assertThat(tuple.get(2).getPtrLocation()).isEqualTo(last[0] + 1);
                last[0]++;
            });
            assertThat(last[0]).isEqualTo(STATEMENTS - 1);
        });
        dataset.shutdown();
    }

    /** Fails once Jena does as its parameters say: then this class can go. */
    @Test
    void jenaStillMapsFilesThatAreToBeReadDirectly() throws IOException {
        StoreParams direct =
                StoreParams.builder("direct").fileMode(FileMode.direct).build();
        TDB2StorageBuilder.build(Location.create(folder.toString()), direct, null)
                .shutdown();
        assertThat(Files.size(folder.resolve("GSPO.idn"))).isEqualTo(SystemIndex.SegmentSize);
    }

    /** Fails once Jena writes a block that it keeps only when it lets go of it: then {@link DelayedWrites} can go. */
    @Test
    void jenaStillWritesABlockAtEachChange() {
        assertThat(writes(file -> file)).isGreaterThan(10);
        assertThat(writes(file -> new DelayedWrites(file, 3))).isEqualTo(1);
    }

    /** How often a block that is changed ten times and synchronised reaches the file. */
    private int writes(UnaryOperator<BlockMgr> between) {
        int[] writes = {0};
        BlockMgr file = new BlockMgrWrapper(BlockMgrFactory.createMem("blocks", SystemIndex.BlockSize)) {
            @Override
            public void write(Block block) {
                writes[0]++;
                super.write(block);
            }
        };
        BlockMgr cache = BlockMgrFactory.addCache(between.apply(file), 3, 3);
        Block block = cache.allocate(SystemIndex.BlockSize);
        for (int i = 0; i < 10; i++) {
            cache.write(block);
        }
        cache.sync();
        cache.close();
        return writes[0];
    }

    /** Fails once Jena keeps pages of terms, or their number of bytes, in memory: then {@link PagedFile} can go. */
    @Test
    void jenaStillAsksTheOperatingSystemForEachTermAndLength() throws IOException {
        BinaryDataFile terms =
                FileFactory.createBinaryDataFile(new FileSet(Location.create(folder.toString()), "terms"), "dat");
        terms.open();
        terms.write(new byte[] {1, 1, 1});
        byte[] read = new byte[3];
        assertThat(terms.read(0, read)).isEqualTo(3);
        Files.write(folder.resolve("terms.dat"), new byte[] {2, 2, 2, 2});
        assertThat(terms.read(0, read)).isEqualTo(3);
        assertThat(read).containsExactly(2, 2, 2);
        assertThat(terms.length()).isEqualTo(4);
        terms.close();
    }

    /** Reads, appends and cuts at random, beside a copy in memory. */
    @Test
    void aPagedFileHasWhatWasWrittenToIt() {
        Random random = new Random(20261201);
        PagedFile file = new PagedFile(folder.resolve("paged").toString());
        BinaryDataFile buffered = new BinaryDataFileWriteBuffered(file);
        buffered.open();
        byte[] expected = new byte[0];
        for (int i = 0; i < 20_000; i++) {
            int kind = random.nextInt(100);
            if (kind < 60 && expected.length > 0) {
                int at = random.nextInt(expected.length);
                byte[] read = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 20_000 : 40)];
                int count = buffered.read(at, read);
                assertThat(count).isEqualTo(Math.min(read.length, expected.length - at));
                assertThat(Arrays.equals(read, 0, count, expected, at, at + count))
                        .isTrue();
            } else if (kind < 98) {
                byte[] more = new byte[random.nextInt(random.nextInt(50) == 0 ? 9_000 : 60)];
                random.nextBytes(more);
                assertThat(buffered.write(more)).isEqualTo(expected.length);
                expected = ArrayUtils.addAll(expected, more);
            } else if (kind == 98 && expected.length > 0) {
                buffered.sync();
                expected = Arrays.copyOf(expected, expected.length - random.nextInt(Math.min(expected.length, 3_000)));
                buffered.truncate(expected.length);
            }
            assertThat(buffered.length()).isEqualTo(expected.length);
        }
        assertThat(buffered.read(expected.length, new byte[1])).isEqualTo(-1);
        buffered.close();
        assertThat(folder.resolve("paged")).hasBinaryContent(expected);
    }
}
