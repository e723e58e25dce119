package org.jigyo.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A published version: a folder that never changes again.
 *
 * @param id sixteen hexadecimal digits from the content of its graphs and the queries that compute the rest: the same
 *     input has the same id
 * @param published when this folder was built, UTC
 * @param graphs what it holds, in the order of their IRIs
 * @param statements distinct statements of the default graph (all graphs but the Extracts)
 * @param bulk bytes that its database had after the last bulk load
 * @param cities local government code → name of the folder below {@code cities/<code>} that holds the city's part
 * @param notices what could not be taken from the release before, and why; for a person
 * @param folder where it lies; not part of the written description
 */
public record Release(
        String id,
        Instant published,
        List<Part> graphs,
        long statements,
        long bulk,
        SortedMap<String, String> cities,
        List<String> notices,
        @JsonIgnore Path folder) {

    static final String STATISTICS = "statistics";
    static final String CATALOGUE = "catalogue";

    /**
     * One graph of a release.
     *
     * @param graph its IRI
     * @param turtle its file, relative to the release's folder
     * @param sha256 of that file, hexadecimal
     * @param statements distinct statements in it
     * @param modified when this content was first published in this data folder, UTC
     */
    public record Part(String graph, String turtle, String sha256, long statements, Instant modified) {

        /** The same part with the date that the same content has in an earlier release. */
        Part since(Release before) {
            return before.graphs().stream()
                    .filter(part -> part.graph.equals(graph) && part.sha256.equals(sha256))
                    .findFirst()
                    .map(part -> new Part(graph, turtle, sha256, statements, part.modified))
                    .orElse(this);
        }
    }

    /** Copies the lists: a release is a value. */
    public Release {
        graphs = List.copyOf(graphs);
        cities = Collections.unmodifiableSortedMap(new TreeMap<>(cities));
        notices = List.copyOf(notices);
    }

    /** The folder of the TDB2 database. */
    public Path tdb() {
        return folder.resolve("tdb2");
    }

    /** The dump of its graphs as compressed N-Quads. */
    Path dump() {
        return folder.resolve("dump").resolve(Dump.NAME);
    }

    /** The graphs that follow from the rest: statistics and catalogue. */
    List<String> derived() {
        return List.of(base() + "graph/" + STATISTICS, base() + "graph/" + CATALOGUE);
    }

    /** The graphs that were published. */
    List<Part> data() {
        List<String> derived = derived();
        return graphs.stream().filter(part -> !derived.contains(part.graph())).toList();
    }

    /** The graphs that were computed from these. */
    List<Part> computed() {
        List<String> derived = derived();
        return graphs.stream().filter(part -> derived.contains(part.graph())).toList();
    }

    /** The change sets since the release before it; there is no such file when it follows none. */
    public Path changes() {
        return folder.resolve(Changes.NAME);
    }

    /** Where its things are named, with a closing slash: what stands before {@code graph/}; empty when named otherwise. */
    public String base() {
        return Base.of(graphs.stream().map(this::file).toList()).map(Base::iri).orElse("");
    }

    /** The file of one of its graphs. */
    public GraphFile file(Part part) {
        return new GraphFile(part.graph(), folder.resolve(part.turtle()));
    }

    Release at(Path place) {
        return new Release(id, published, graphs, statements, bulk, cities, notices, place);
    }
}
