package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * What a release says otherwise than the one before it, by graph: found by their files, of which only what is not in both, slice
 * by slice and block by block, is read. Statistics and catalogue are left out, for they follow from the rest.
 *
 * @param gone statements that are no longer there
 * @param came statements that were not there
 */
public record Difference(Map<String, Set<Triple>> gone, Map<String, Set<Triple>> came) {

    /**
     * Compares some of a release's graphs with those that are to follow them.
     *
     * @param before may be null when there are no such graphs
     * @param slices of that release, if they are known
     * @throws IOException if that release's files are not what they were, with the reason in words
     */
    static Difference between(Release before, Slices slices, List<Release.Part> parts, List<Content> now)
            throws IOException {
        Difference difference = new Difference(new TreeMap<>(), new TreeMap<>());
        Map<String, Release.Part> earlier = new HashMap<>();
        parts.forEach(part -> earlier.put(part.graph(), part));
        for (Content is : now) {
            Release.Part was = earlier.remove(is.graph());
            if (was == null || !is.same(was)) {
                difference.add(is.since(before, slices, was));
            }
        }
        for (Release.Part was : earlier.values()) {
            difference.add(of(before, slices, was, null));
        }
        return difference;
    }

    private void add(Difference other) {
        gone.putAll(other.gone);
        came.putAll(other.came);
    }

    /**
     * Compares one graph.
     *
     * @param was null when it comes
     * @param is null when it goes
     */
    static Difference of(Release before, Slices slices, Release.Part was, Content is) throws IOException {
        String graph = was == null ? is.graph() : was.graph();
        Text earlier = was == null ? Text.NONE : Text.of(before, slices, was);
        Text later = is == null ? Text.NONE : new Text(is.file(), is.pieces());
        Map<String, Set<String>> less = earlier.blocks(graph, later);
        Map<String, Set<String>> more = later.blocks(graph, earlier);
        Set<Triple> gone = statements(graph, less, more);
        Set<Triple> came = statements(graph, more, less);
        // a block is more than what changed in it
        Set<Triple> stayed = new HashSet<>(gone);
        stayed.retainAll(came);
        gone.removeAll(stayed);
        came.removeAll(stayed);
        return new Difference(Map.of(graph, gone), Map.of(graph, came));
    }

    /** A graph's file, or none. */
    private record Text(Path file, List<Piece> pieces) {

        static final Text NONE = new Text(null, List.of());

        static Text of(Release before, Slices slices, Release.Part part) throws IOException {
            Path file = before.folder().resolve(part.turtle());
            List<Piece> known = slices.pieces(part.graph());
            if (!known.isEmpty()) {
                StoredFiles.verify(before, file);
                return new Text(file, known);
            }
            if (!Content.sha256(file).equals(part.sha256())) {
                throw new IOException(part.turtle() + " is damaged");
            }
            return new Text(file, Piece.of(part.graph(), file));
        }

        /** The blocks of pieces that another file does not have, by what stands before them. */
        Map<String, Set<String>> blocks(String graph, Text other) throws IOException {
            Set<String> others = other.pieces.stream().map(Piece::digest).collect(Collectors.toSet());
            Map<String, Set<String>> all = new TreeMap<>();
            for (Piece piece : pieces) {
                if (!others.contains(piece.digest())) {
                    TurtleText.Blocks cut = TurtleText.blocks(piece.read(graph, file));
                    all.computeIfAbsent(cut.head(), k -> new LinkedHashSet<>()).addAll(cut.blocks());
                }
            }
            return all;
        }
    }

    /** What is said in some blocks and not in others, in their order, in which a database lists it later. */
    private static Set<Triple> statements(String graph, Map<String, Set<String>> of, Map<String, Set<String>> butNot) {
        Set<Triple> statements = new LinkedHashSet<>();
        of.forEach((head, blocks) -> {
            Set<String> own = new LinkedHashSet<>(blocks);
            own.removeAll(butNot.getOrDefault(head, Set.of()));
            statements.addAll(TurtleSource.statements(head + String.join("", own), graph));
        });
        return statements;
    }

    /** How many statements went or came. */
    long size() {
        return all().count();
    }

    /** IRIs of the properties with which statements went or came. */
    Set<String> properties() {
        return all().map(triple -> triple.getPredicate().getURI()).collect(Collectors.toSet());
    }

    /** Whether it can be told statement by statement: a blank node has no name by which another file's could be found. */
    boolean named() {
        return all().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    }

    private Stream<Triple> all() {
        return Stream.concat(gone.values().stream(), came.values().stream()).flatMap(Set::stream);
    }
}
