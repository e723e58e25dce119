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
 * The statements, by graph, that one release removes from and adds to the one before it. Only blocks that are not in both are
 * read.
 *
 * @param gone statements that are no longer there
 * @param came statements that were not there
 */
record Difference(Map<String, Set<Triple>> gone, Map<String, Set<Triple>> came) {

    /** The most statements in differing blocks that are compared in memory. */
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
     * Compares graphs of a release with those that are to follow them.
     *
     * @return empty when so much differs that it cannot be compared in memory
     * @throws IOException if that release's files are damaged, with the reason in words
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

    /** How many statements went or came. */
    long size() {
        return all().count();
    }

    /** Whether it can be applied statement by statement: a blank node has no name by which another file's could be found. */
    boolean named() {
        return all().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    }

    private Stream<Triple> all() {
        return Stream.concat(gone.values().stream(), came.values().stream()).flatMap(Set::stream);
    }
}
