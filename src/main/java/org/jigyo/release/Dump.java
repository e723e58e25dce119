package org.jigyo.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * A whole release as one compressed file of N-Quads, in the order of its graphs' files. Blank nodes are numbered in order of
 * first appearance, so that the same input gives the same bytes.
 */
final class Dump {

    static final String NAME = "jigyo.nq.gz";

    private final OutputStream out;
    private final Map<Node, String> blanks = new HashMap<>();

    private Dump(OutputStream out) {
        this.out = out;
    }

    static void write(List<GraphFile> graphs, Path file) throws IOException {
        try (OutputStream zipped = new BufferedOutputStream(new StrongGzip(Files.newOutputStream(file)), 1 << 16)) {
            Dump dump = new Dump(zipped);
            for (GraphFile graph : graphs) {
                String end = " <" + graph.graph() + "> .\n";
                TurtleSource.read(graph.file(), graph.graph(), triple -> dump.quad(triple, end));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void quad(Triple triple, String end) {
        String line =
                text(triple.getSubject()) + ' ' + text(triple.getPredicate()) + ' ' + text(triple.getObject()) + end;
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Node node) {
        return node.isBlank() ? blanks.computeIfAbsent(node, n -> "_:b" + blanks.size()) : NodeFmtLib.strNT(node);
    }

    private static final class StrongGzip extends GZIPOutputStream {
        StrongGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
