package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * What a release says otherwise than the one before it, by graph: found by their files, of which only the slices that are not
 * in both are read. Statistics and catalogue are left out, for they follow from the rest.
 *
 * @param gone statements that are no longer there
 * @param came statements that were not there
 */
record Difference(Map<String, Set<Triple>> gone, Map<String, Set<Triple>> came) {

    /**
     * Compares the data of a release with graphs that are to follow it.
     *
     * @throws IOException if that release's files are not what they were, with the reason in words
     */
    static Difference between(Release before, List<Release.Part> now, Path folder) throws IOException {
        Map<String, Release.Part> earlier = parts(before.data());
        Map<String, Release.Part> later = parts(now);
        Set<String> graphs = new TreeSet<>(earlier.keySet());
        graphs.addAll(later.keySet());
        Difference difference = new Difference(new TreeMap<>(), new TreeMap<>());
        for (String graph : graphs) {
            Release.Part was = earlier.get(graph);
            Release.Part is = later.get(graph);
            if (was == null || is == null || !was.sha256().equals(is.sha256())) {
                difference.compare(graph, slices(before.folder(), was), slices(folder, is));
            }
        }
        return difference;
    }

    private static Map<String, Release.Part> parts(List<Release.Part> parts) {
        return parts.stream().collect(Collectors.toMap(Release.Part::graph, part -> part));
    }

    private static Set<String> slices(Path folder, Release.Part part) throws IOException {
        if (part == null) {
            return Set.of();
        }
        Path file = folder.resolve(part.turtle());
        if (!Content.sha256(file).equals(part.sha256())) {
            throw new IOException(part.turtle() + " is damaged");
        }
        return new HashSet<>(TurtleText.slices(Files.readString(file)));
    }

    private void compare(String graph, Set<String> earlier, Set<String> later) {
        Set<Triple> less = statements(graph, earlier, later);
        Set<Triple> more = statements(graph, later, earlier);
        // a slice is more than what changed in it
        Set<Triple> stayed = new HashSet<>(less);
        stayed.retainAll(more);
        less.removeAll(stayed);
        more.removeAll(stayed);
        gone.put(graph, less);
        came.put(graph, more);
    }

    private static Set<Triple> statements(String graph, Set<String> of, Set<String> butNot) {
        Set<Triple> statements = new HashSet<>();
        of.stream()
                .filter(slice -> !butNot.contains(slice))
                .forEach(slice -> statements.addAll(TurtleSource.statements(slice, graph)));
        return statements;
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
