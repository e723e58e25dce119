package org.jigyo.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * A whole release as one compressed file of N-Quads, in the order of its graphs' files: a gzip member a slice, one behind the
 * other, so that those of unchanged slices are taken over as they are. Blank nodes are numbered in order of first appearance
 * within their graph; the same input gives the same bytes.
 */
final class Dump implements AutoCloseable {

    static final String NAME = "jigyo.nq.gz";
    static final String SUMS = "SHA256SUMS";

    private final OutputStream out;

    Dump(Path file) throws IOException {
        this.out = Files.newOutputStream(file);
    }

    /** Appends a member. */
    void append(byte[] member) throws IOException {
        out.write(member);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /**
     * The member of a slice.
     *
     * @param statements of one slice; when there are blank nodes among them, of the whole graph
     */
    static byte[] member(String graph, List<Triple> statements) throws IOException {
        Map<Node, String> blanks = new HashMap<>();
        String label = "_:b" + DigestUtils.sha256Hex(graph).substring(0, 12) + "n";
        String end = " <" + graph + "> .\n";
        StringBuilder lines = new StringBuilder();
        for (Triple triple : statements) {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                lines.append(lines.isEmpty() || lines.charAt(lines.length() - 1) == '\n' ? "" : " ")
                        .append(
                                node.isBlank()
                                        ? blanks.computeIfAbsent(node, n -> label + blanks.size())
                                        : NodeFmtLib.strNT(node));
            }
            lines.append(end);
        }
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream zipped = new StrongGzip(member)) {
            zipped.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return member.toByteArray();
    }

    private static final class StrongGzip extends GZIPOutputStream {
        StrongGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
