package org.jigyo.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Bundled;
import org.jigyo.EnvironmentException;

/**
 * A graph's file with the digest of its bytes: what a release's id is made from.
 *
 * @param source the graph and its file
 * @param sha256 hexadecimal
 */
record Content(GraphFile source, String sha256) {

    /** Changes when the code would make another release of the same input, so that old ones are built anew. */
    private static final String FORMAT = "jigyo release 3";

    /** Reads the digests, in the order of the graphs' IRIs. */
    static List<Content> of(List<GraphFile> graphs) {
        List<Content> contents = new ArrayList<>();
        for (GraphFile graph : graphs) {
            contents.add(new Content(graph, sha256(graph.file())));
        }
        contents.sort(Comparator.comparing(content -> content.source().graph()));
        for (int i = 1; i < contents.size(); i++) {
            if (contents.get(i - 1)
                    .source()
                    .graph()
                    .equals(contents.get(i).source().graph())) {
                throw new IllegalArgumentException(
                        "two files for one graph: " + contents.get(i).source().graph());
            }
        }
        return contents;
    }

    /** Sixteen hexadecimal digits from everything that decides what the release says: the graphs, and what is computed of them. */
    static String id(List<Content> contents) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(FORMAT.getBytes(StandardCharsets.UTF_8));
        Bundled.files("/publication", ".yml").values().forEach(digest::update);
        for (String folder : List.of("statistics", "catalogue")) {
            Bundled.files("/publication/" + folder, ".rq").values().forEach(digest::update);
        }
        for (Content content : contents) {
            digest.update(('\n' + content.source().graph() + ' ' + content.sha256()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    /** A name that is unique within a release and tells a person which graph it is. */
    String fileName() {
        String path = source.graph().replaceFirst("^.*/graph/", "").replaceFirst("^[a-z]+://", "");
        return path.replaceAll("[^A-Za-z0-9.-]+", "-") + ".ttl";
    }

    Instant modified(Release before, Instant now) {
        if (before == null) {
            return now;
        }
        return before.graphs().stream()
                .filter(part ->
                        part.graph().equals(source.graph()) && part.sha256().equals(sha256))
                .map(Release.Part::modified)
                .findFirst()
                .orElse(now);
    }

    static String sha256(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
