package org.jigyo.serve.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.jigyo.release.Drawer;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is small compared with the heap is copied into memory; a larger one is read from its files. */
class InMemoryTest {

    private static Set<Quad> quads(DatasetGraph dataset) {
        return Txn.calculateRead(dataset, () -> {
            Set<Quad> all = new HashSet<>();
            dataset.find().forEachRemaining(all::add);
            return all;
        });
    }

    @Test
    void copiesWhatIsSmallAndNothingElse(@TempDir Path folder) {
        Drawer drawer = Drawer.ofCity(folder.resolve("turtle"), 30);
        try (OpenRelease open =
                OpenRelease.of(Releases.in(folder.resolve("data")).publish(drawer.graphs(), 1))) {
            DatasetGraph copy = InMemory.of(open, 10).orElseThrow();
            assertThat(copy).isNotSameAs(open.dataset());
            assertThat(quads(copy)).hasSizeGreaterThan(200).isEqualTo(quads(open.dataset()));
            assertThat(Txn.calculateRead(copy, () -> copy.prefixes().getMapping()))
                    .isEqualTo(Txn.calculateRead(
                            open.dataset(), () -> open.dataset().prefixes().getMapping()));
            assertThat(InMemory.of(open, 0)).isEmpty();
        }
    }
}
