package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String[] first = lines.get(0).split("\t");
        List<Slice> all = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            all.add(new Slice(
                    cells[0],
                    new Piece(cells[1], number(cells[2]), number(cells[3]), number(cells[4])),
                    new Fingerprint(Long.parseLong(cells[5]), Long.parseLong(cells[6])),
                    number(cells[7])));
        }
        return new Slices(Long.parseLong(first[0]), number(first[1]), all);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(bulk + "\t" + updates);
        for (Slice slice : all) {
            Piece piece = slice.piece();
            lines.add(Stream.of(
                            slice.graph(),
                            piece.digest(),
                            piece.head(),
                            piece.from(),
                            piece.bytes(),
                            slice.found().statements(),
                            slice.found().sum(),
                            slice.dumped())
                    .map(Object::toString)
                    .collect(Collectors.joining("\t")));
        }
        Kept.write(folder.resolve(NAME), lines);
    }

    /** The slices of a graph's file, in its order. */
    List<Piece> pieces(String graph) {
        return all.stream()
                .filter(slice -> slice.graph().equals(graph))
                .map(Slice::piece)
                .toList();
    }

    /** By digest, with their places in the dump. */
    Map<String, Placed> placed() {
        Map<String, Placed> placed = new HashMap<>();
        long offset = 0;
        for (Slice slice : all) {
            placed.putIfAbsent(slice.piece().digest(), new Placed(slice, offset));
            offset += slice.dumped();
        }
        return placed;
    }
}
