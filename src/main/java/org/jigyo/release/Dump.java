package org.jigyo.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * A whole release as one compressed N-Quads file, in the order of its graphs. Each block is a gzip member, so that the
 * parts of graphs are concatenated without decompression. The same input gives the same bytes.
 */
final class Dump {

    static final String NAME = "jigyo.nq.gz";
    static final String SUMS = "SHA256SUMS";

    private Dump() {}

    /** Concatenates the parts of graphs. */
    static void write(Path file, Iterable<GraphFile> graphs) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (GraphFile graph : graphs) {
                Files.copy(graph.dump(), out);
            }
        }
    }

    /**
     * The gzip member of a block. Blank nodes are numbered in order of first appearance.
     *
     * @param statements the statements of one block; if there are blank nodes among them, those of the whole graph
     */
    static byte[] member(String graph, Collection<Triple> statements) throws IOException {
        Map<Node, String> written = new HashMap<>();
        int[] blanks = {0};
        String label = "_:b" + DigestUtils.sha256Hex(graph).substring(0, 12) + "n";
        String end = " <" + graph + "> .\n";
        StringBuilder lines = new StringBuilder();
        for (Triple triple : statements) {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                lines.append(lines.isEmpty() || lines.charAt(lines.length() - 1) == '\n' ? "" : " ")
                        .append(written.computeIfAbsent(
                                node, n -> n.isBlank() ? label + blanks[0]++ : NodeFmtLib.strNT(n)));
            }
            lines.append(end);
        }
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(member, 1 << 16)) {
            zipped.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return member.toByteArray();
    }
}
