package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Kept;

/**
 * The slices of a release, in the order of its dump, kept for the next release in the file {@code slices.tsv}: first how large
 * the database was after its last bulk load and how often it was updated since, then a slice a line.
 *
 * @param bulk bytes of the database's files after the bulk load
 * @param updates 0 for a database that was loaded in bulk
 */
record Slices(long bulk, int updates, List<Slice> all) {

    private static final String NAME = "slices.tsv";

    /** Where a slice lies in a dump. */
    record Placed(Slice slice, long offset) {}

    static Slices none() {
        return new Slices(0, 0, List.of());
    }

    /**
     * What is known of a release.
     *
     * @throws IOException if it cannot be built upon, with the reason in words
     */
    static Slices of(Release release) throws IOException {
        List<String> lines = Kept.read(release.folder().resolve(NAME));
        String sums = Files.readString(release.dump().resolveSibling(Dump.SUMS));
        if (!sums.startsWith(Content.sha256(release.dump()))) {
            throw new IOException("its dump is damaged");
        }
        String[] first = lines.get(0).split("\t");
        List<Slice> all = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            all.add(new Slice(
                    cells[0],
                    cells[1],
                    new Fingerprint(Long.parseLong(cells[2]), Long.parseLong(cells[3])),
                    Integer.parseInt(cells[4])));
        }
        return new Slices(Long.parseLong(first[0]), Integer.parseInt(first[1]), all);
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(bulk + "\t" + updates);
        for (Slice slice : all) {
            lines.add(String.join(
                    "\t",
                    slice.graph(),
                    slice.digest(),
                    Long.toString(slice.found().statements()),
                    Long.toString(slice.found().sum()),
                    Integer.toString(slice.dumped())));
        }
        Kept.write(folder.resolve(NAME), lines);
    }

    /** By digest, with their places in the dump. */
    Map<String, Placed> placed() {
        Map<String, Placed> placed = new HashMap<>();
        long offset = 0;
        for (Slice slice : all) {
            placed.putIfAbsent(slice.digest(), new Placed(slice, offset));
            offset += slice.dumped();
        }
        return placed;
    }
}
