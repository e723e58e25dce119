package org.jigyo.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A published version: an immutable folder.
 *
 * @param id sixteen hexadecimal digits computed from the content of its graphs and the queries over them: the same
 * input has the same id
 * @param published when this folder was built, UTC
 * @param graphs its graphs, sorted by IRI
 * @param statements number of distinct statements of the default graph (all graphs except the Extracts)
 * @param bulk size of its database after the last bulk load, in bytes
 * @param cities local government code → name of the folder below {@code cities/<code>} that holds the city's part
 * @param notices what could not be reused from the previous release, and why; for a person
 * @param folder its folder; not part of the written description
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
     * @param statements number of distinct statements in it
     * @param issued when the graph was first published in this data folder, UTC
     * @param modified when this content was first published in this data folder, UTC
     */
    public record Part(String graph, String turtle, String sha256, long statements, Instant issued, Instant modified) {

        /** A copy with the dates that the graph and its content have in an earlier release. */
        Part since(Release before) {
            return before.graphs().stream()
                    .filter(part -> part.graph.equals(graph))
                    .findFirst()
                    .map(part -> new Part(
                            graph,
                            turtle,
                            sha256,
                            statements,
                            part.issued,
                            part.sha256.equals(sha256) ? part.modified : modified))
                    .orElse(this);
        }
    }

    /** Copies the lists. */
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

    /** The graphs that are derived from the others: statistics and catalogue. */
    List<String> derived() {
        return List.of(base() + "graph/" + STATISTICS, base() + "graph/" + CATALOGUE);
    }

    /** The graphs that were published. */
    List<Part> data() {
        List<String> derived = derived();
        return graphs.stream().filter(part -> !derived.contains(part.graph())).toList();
    }

    /** The graphs that were computed from the published ones. */
    List<Part> computed() {
        List<String> derived = derived();
        return graphs.stream().filter(part -> derived.contains(part.graph())).toList();
    }

    /** The change sets since the previous release; the file does not exist if there is none. */
    public Path changes() {
        return folder.resolve(Changes.NAME);
    }

    /**
     * The base IRI with a final slash: the part of a graph's name before {@code graph/}; empty if the names do not
     * follow the pattern.
     */
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
