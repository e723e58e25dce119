package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.dboe.base.block.FileMode;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
}
