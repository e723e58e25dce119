package org.jigyo.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Graphs that are to become a release.
 *
 * @param graphs sorted by IRI; their files do not change while the draft is used
 * @param cities local government code → name of the city's part, stored in the release
 * @param shared digest of everything that belongs to no single city, such as vocabularies
 */
public record Draft(List<GraphFile> graphs, SortedMap<String, String> cities, String shared) {

    /** Changed whenever the code would build a different release from the same input, so that old ones are rebuilt. */
    private static final String FORMAT = "jigyo release 5";

    /**
     * Sorts the graphs.
     *
     * @throws IllegalArgumentException if there are two files for one graph
     */
    public Draft {
        graphs = graphs.stream().sorted(Comparator.comparing(GraphFile::graph)).toList();
        for (int i = 1; i < graphs.size(); i++) {
            if (graphs.get(i - 1).graph().equals(graphs.get(i).graph())) {
                throw new IllegalArgumentException(
                        "two files for one graph: " + graphs.get(i).graph());
            }
        }
    }

    /** A draft of graphs that belong to no city's part. */
    public static Draft of(List<GraphFile> graphs) {
        return new Draft(graphs, new TreeMap<>(), "");
    }

    /**
     * SHA-256 of each graph's file, in the order of the graphs.
     *
     * @throws IOException if a list of blocks is damaged; the message says which
     */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (GraphFile graph : graphs) {
            digests.put(
                    graph.graph(),
                    GraphBlocks.has(graph) ? GraphBlocks.of(graph).sha256() : Folders.sha256(graph.file()));
        }
        return digests;
    }

    /**
     * Sixteen hexadecimal digits from everything that determines the content of the release: the graphs, the queries
     * over them and the texts of the catalogue.
     */
    static String id(Map<String, String> digests, CatalogueTexts texts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(FORMAT.getBytes(StandardCharsets.UTF_8));
        digest.update(texts.toString().getBytes(StandardCharsets.UTF_8));
        Stream.concat(Statistics.QUERIES.stream(), Stream.of(Release.CATALOGUE))
                .flatMap(folder -> Constructs.texts(folder).stream())
                .forEach(digest::update);
        digests.forEach(
                (graph, sha256) -> digest.update(('\n' + graph + ' ' + sha256).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
