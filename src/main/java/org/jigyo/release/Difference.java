package org.jigyo.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * The statements, by graph, that one release removes from and adds to the one before it. Only blocks that are not in
 * both are read.
 *
 * @param gone removed statements
 * @param came added statements
 */
record Difference(Map<String, Set<Triple>> gone, Map<String, Set<Triple>> came) {

    /** Maximum number of statements in differing blocks that are compared in memory. */
    private static final long MOST = 400_000;

    /** The differing blocks of one graph. */
    private record Unit(String graph, GraphBlocks before, List<Block> less, GraphBlocks now, List<Block> more) {

        long statements() {
            return Stream.concat(less.stream(), more.stream())
                    .mapToLong(Block::statements)
                    .sum();
        }
    }

    /**
     * Compares the graphs of a release with their successors.
     *
     * @return empty if the difference is too large to be compared in memory
     * @throws IOException if that release's files are damaged; the message gives the reason
     */
    static Optional<Difference> between(Release before, List<Release.Part> parts, List<GraphFile> now)
            throws IOException {
        List<Unit> units = units(before, parts, now);
        if (units.stream().mapToLong(Unit::statements).sum() > MOST) {
            return Optional.empty();
        }
        Difference difference = new Difference(new TreeMap<>(), new TreeMap<>());
        for (Unit unit : units) {
            difference.add(unit);
        }
        return Optional.of(difference);
    }

    private static List<Unit> units(Release before, List<Release.Part> parts, List<GraphFile> now) throws IOException {
        List<Unit> units = new ArrayList<>();
        Map<String, Release.Part> earlier = new HashMap<>();
        parts.forEach(part -> earlier.put(part.graph(), part));
        for (GraphFile is : now) {
            Release.Part was = earlier.remove(is.graph());
            GraphBlocks less = was == null ? null : GraphBlocks.of(before.file(was));
            units.add(unit(is.graph(), less, GraphBlocks.of(is)));
        }
        for (Release.Part was : earlier.values()) {
            units.add(unit(was.graph(), GraphBlocks.of(before.file(was)), null));
        }
        return units;
    }

    private static Unit unit(String graph, GraphBlocks before, GraphBlocks now) {
        return new Unit(graph, before, without(before, now), now, without(now, before));
    }

    private static List<Block> without(GraphBlocks of, GraphBlocks others) {
        if (of == null) {
            return List.of();
        }
        Set<String> known = others == null
                ? Set.of()
                : others.blocks().stream().map(Block::digest).collect(Collectors.toSet());
        return of.blocks().stream()
                .filter(block -> !known.contains(block.digest()))
                .toList();
    }

    private void add(Unit unit) throws IOException {
        Set<Triple> less = statements(unit.before(), unit.less());
        Set<Triple> more = statements(unit.now(), unit.more());
        Set<Triple> stayed = new HashSet<>(less);
        stayed.retainAll(more);
        less.removeAll(stayed);
        more.removeAll(stayed);
        if (!less.isEmpty()) {
            gone.put(unit.graph(), less);
        }
        if (!more.isEmpty()) {
            came.put(unit.graph(), more);
        }
    }

    private static Set<Triple> statements(GraphBlocks file, List<Block> blocks) throws IOException {
        Set<Triple> statements = new LinkedHashSet<>();
        for (Block block : blocks) {
            statements.addAll(file.statements(block.digest()));
        }
        return statements;
    }

    /** Number of removed and added statements. */
    long size() {
        return all().count();
    }

    /**
     * True if it can be applied statement by statement. Blank nodes prevent that, because they have no name by which
     * they could be found in another file.
     */
    boolean named() {
        return all().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    }

    private Stream<Triple> all() {
        return Stream.concat(gone.values().stream(), came.values().stream()).flatMap(Set::stream);
    }
}
