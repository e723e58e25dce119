package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * What a release says otherwise than the one before it, by graph: found by their files, of which only what is not in both, slice by slice and block by block, is read. Statistics and catalogue are left out, for they follow from the rest.
 *
 * @param gone statements that are no longer there
 * @param came statements that were not there
 */
public record Difference(Map<String, Set<Triple>> gone, Map<String, Set<Triple>> came) {

    /**
     * Compares the data of a release with graphs that are to follow it.
     *
     * @throws IOException if that release's files are not what they were, with the reason in words
     */
    static Difference between(Release before, List<Content> now) throws IOException {
        return between(before, before.data(), now);
    }

    /**
     * Compares some of a release's graphs with those that are to follow them.
     *
     * @param before may be null when there are no such graphs
     * @throws IOException if that release's files are not what they were, with the reason in words
     */
    static Difference between(Release before, List<Release.Part> parts, List<Content> now) throws IOException {
        Difference difference = new Difference(new TreeMap<>(), new TreeMap<>());
        Map<String, Content> later =
                now.stream().collect(Collectors.toMap(c -> c.source().graph(), c -> c));
        for (Release.Part was : parts) {
            Content is = later.remove(was.graph());
            if (is == null || !is.sha256().equals(was.sha256())) {
                difference.compare(was.graph(), slices(before, was), slices(is));
            }
        }
        for (Content is : later.values()) {
            difference.compare(is.source().graph(), Set.of(), slices(is));
        }
        return difference;
    }

    /**
     * Compares some of a release's graphs with the same graphs as they are to become.
     *
     * @param graphs IRIs of those graphs; others of the release are left out
     * @throws IOException if the release's files are not what they were, with the reason in words
     */
    public static Difference between(Release before, Set<String> graphs, List<GraphFile> now) throws IOException {
        List<Release.Part> parts = before.graphs().stream()
                .filter(part -> graphs.contains(part.graph()))
                .toList();
        if (parts.size() != graphs.size()) {
            throw new IOException("release " + before.id() + " lacks some of its graphs");
        }
        return between(before, parts, Content.of(now));
    }

    private static Set<String> slices(Content content) throws IOException {
        return content == null
                ? Set.of()
                : new LinkedHashSet<>(
                        TurtleText.slices(Files.readString(content.source().file())));
    }

    private static Set<String> slices(Release release, Release.Part part) throws IOException {
        Path file = release.folder().resolve(part.turtle());
        if (!Content.sha256(file).equals(part.sha256())) {
            throw new IOException(part.turtle() + " is damaged");
        }
        return new LinkedHashSet<>(TurtleText.slices(Files.readString(file)));
    }

    private void compare(String graph, Set<String> earlier, Set<String> later) {
        Set<Triple> less = statements(graph, earlier, later);
        Set<Triple> more = statements(graph, later, earlier);
        // a block is more than what changed in it
        Set<Triple> stayed = new HashSet<>(less);
        stayed.retainAll(more);
        less.removeAll(stayed);
        more.removeAll(stayed);
        gone.put(graph, less);
        came.put(graph, more);
    }

    /** What is said in blocks of some slices that are not in the others, in their order, in which a database lists it later. */
    private static Set<Triple> statements(String graph, Set<String> of, Set<String> butNot) {
        Map<String, Set<String>> others = blocks(butNot, of);
        Set<Triple> statements = new LinkedHashSet<>();
        blocks(of, butNot).forEach((head, blocks) -> {
            blocks.removeAll(others.getOrDefault(head, Set.of()));
            statements.addAll(TurtleSource.statements(head + String.join("", blocks), graph));
        });
        return statements;
    }

    /** The blocks of slices that are not among others, by what stands before them. */
    private static Map<String, Set<String>> blocks(Set<String> of, Set<String> butNot) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String slice : of) {
            if (!butNot.contains(slice)) {
                TurtleText.Blocks cut = TurtleText.blocks(slice);
                all.computeIfAbsent(cut.head(), k -> new LinkedHashSet<>()).addAll(cut.blocks());
            }
        }
        return all;
    }

    /** How many statements went or came. */
    long size() {
        return all().count();
    }

    /** Whether it can be told statement by statement: a blank node has no name by which another file's could be found. */
    boolean named() {
        return all().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    }

    private Stream<Triple> all() {
        return Stream.concat(gone.values().stream(), came.values().stream()).flatMap(Set::stream);
    }
}
