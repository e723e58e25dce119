package org.jigyo.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Bundled;

/** Graphs that may become a release, with what was found out about their files: whoever asks later need not look again. */
public final class Draft {

    /** Changes when the code would make another release of the same input, so that old ones are built anew. */
    private static final String FORMAT = "jigyo release 3";

    private final List<Content> contents;

    private Draft(List<Content> contents) {
        this.contents = contents;
    }

    /**
     * Reads the digests of graphs.
     *
     * @param graphs their files must stay what they are as long as the draft is used
     * @throws IllegalArgumentException if two files are given for one graph
     */
    public static Draft of(List<GraphFile> graphs) {
        return new Draft(List.of()).with(graphs);
    }

    /** This and more graphs, as {@link #of} takes them. */
    public Draft with(List<GraphFile> graphs) {
        List<Content> all = new ArrayList<>(contents);
        graphs.forEach(graph -> all.add(new Content(graph)));
        all.sort(Comparator.comparing(Content::graph));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i - 1).graph().equals(all.get(i).graph())) {
                throw new IllegalArgumentException(
                        "two files for one graph: " + all.get(i).graph());
            }
        }
        return new Draft(List.copyOf(all));
    }

    /**
     * How graphs of a release come to be what this draft says.
     *
     * @param graphs IRIs of those graphs; others of the release are left out
     * @throws IOException if the release's files are not what they were, with the reason in words
     */
    public Difference since(Release before, Set<String> graphs) throws IOException {
        List<Release.Part> parts = before.graphs().stream()
                .filter(part -> graphs.contains(part.graph()))
                .toList();
        if (parts.size() != graphs.size()) {
            throw new IOException("release " + before.id() + " lacks some of its graphs");
        }
        return Difference.between(before, Slices.of(before), parts, contents);
    }

    /** IRIs of the graphs, in their order. */
    public List<String> graphs() {
        return contents.stream().map(Content::graph).toList();
    }

    /** The graphs' files, in the order of their IRIs. */
    public List<Path> files() {
        return contents.stream().map(Content::file).toList();
    }

    List<Content> contents() {
        return contents;
    }

    /** Sixteen hexadecimal digits from everything that decides what the release says: the graphs, and what is computed of them. */
    String id() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(FORMAT.getBytes(StandardCharsets.UTF_8));
        Bundled.files("/publication", ".yml").values().forEach(digest::update);
        for (String folder : List.of("statistics", "catalogue")) {
            Bundled.files("/publication/" + folder, ".rq").values().forEach(digest::update);
        }
        for (Content content : contents) {
            digest.update(('\n' + content.graph() + ' ' + content.sha256()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
