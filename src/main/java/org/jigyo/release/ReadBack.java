package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back a database that is a copy of another one with an update, without reading the terms of what stayed. That the copy
 * was one its checksums say ({@link StoredFiles}). The numbers of all statements, graph by graph, must be those of the copy and
 * the update; the file of terms, which only grows, must begin as it was; and what came is read again term by term. The copy
 * was read back as a whole when it was loaded.
 */
final class ReadBack {

    private ReadBack() {}

    /**
     * Compares what is stored with what was given.
     *
     * @param store opened anew
     * @param stored what it holds
     * @param tdb its folder
     * @param before whose database it was
     * @param update what was done to it
     * @param given what was to be done
     * @throws org.jigyo.EnvironmentException if it is not the same
     * @throws IOException if a file cannot be read, with the reason in words
     */
    static void verify(
            Store store,
            Map<String, Fingerprint> stored,
            Path tdb,
            Release before,
            Update update,
            List<Difference> given)
            throws IOException {
        same(stored, StoredSums.changed(StoredSums.of(before), update.sums()));
        Path terms = Path.of("Data-0001", "nodes-data.obj");
        long differs = Files.mismatch(before.tdb().resolve(terms), tdb.resolve(terms));
        if (differs >= 0 && differs < Files.size(before.tdb().resolve(terms))) {
            throw new IOException("the terms of the copied database changed");
        }
        Map<String, Fingerprint> came = new HashMap<>();
        for (Difference difference : given) {
            difference.came().forEach((graph, triples) -> {
                Fingerprint sum = new Fingerprint();
                triples.forEach(sum::add);
                if (sum.statements() > 0) {
                    came.put(graph, sum);
                }
            });
        }
        same(store.read(update.came()), came);
    }

    private static void same(Map<String, Fingerprint> stored, Map<String, Fingerprint> given) {
        for (String graph : given.keySet()) {
            if (!stored.containsKey(graph) || !stored.get(graph).same(given.get(graph))) {
                throw Store.wrong(graph);
            }
        }
        for (String graph : stored.keySet()) {
            if (!given.containsKey(graph)) {
                throw Store.wrong(graph);
            }
        }
    }
}
