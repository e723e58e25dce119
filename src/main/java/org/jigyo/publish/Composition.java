package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.graph.CityGraphs;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Turtle;
import org.jigyo.graph.Vocabulary;
import org.jigyo.release.Draft;
import org.jigyo.release.Folders;
import org.jigyo.release.GraphBlocks;
import org.jigyo.release.GraphFile;
import org.jigyo.release.GraphWriter;
import org.jigyo.release.Release;

/** Assembles the graphs of a release from the parts of its cities, in a temporary folder that is deleted on close. */
final class Composition implements AutoCloseable {

    private static final String WRITING = ".writing-";

    private final GraphBase base;
    private final Path folder;
    private final List<GraphFile> graphs = new ArrayList<>();
    private final SortedMap<String, String> cities = new TreeMap<>();

    /**
     * @param data the data folder, which must be locked against other writers
     */
    Composition(Path data, GraphBase base) throws IOException {
        this.base = base;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(data, WRITING + "*")) {
            // Left by a publish that was killed. A plain file with such a name is a concurrent test of write access.
            for (Path folder : left) {
                if (Files.isDirectory(folder)) {
                    Folders.delete(folder);
                }
            }
        }
        this.folder = Files.createTempDirectory(data, WRITING);
    }

    /** Links the graphs of editions unchanged, and joins derived links and vocabularies. */
    void add(SortedMap<String, CityPart> parts) throws IOException {
        String derived = base.sharedGraph(CityGraphs.DERIVED);
        String vocabulary = base.sharedGraph(CityGraphs.VOCABULARY);
        List<byte[]> common = new ArrayList<>();
        for (CityPart part : parts.values()) {
            cities.put(part.city(), part.folder().getFileName().toString());
            for (String graph : part.graphs().keySet()) {
                if (!graph.equals(derived) && !graph.equals(vocabulary)) {
                    graphs.add(part.file(graph));
                }
            }
            Path shared = part.folder().resolve(CityPart.COMMON);
            if (Files.exists(shared)) {
                common.add(Files.readAllBytes(shared));
            }
        }
        byte[] joined = Vocabulary.join(common);
        try (GraphWriter writer = writer(vocabulary)) {
            writer.add(DigestUtils.sha256Hex(joined), joined, GraphWriter.parse(vocabulary, Turtle.head(), joined));
            takeAll(writer, parts, vocabulary);
        }
        try (GraphWriter writer = writer(derived)) {
            takeAll(writer, parts, derived);
        }
    }

    private GraphWriter writer(String graph) throws IOException {
        GraphFile file = new GraphFile(graph, folder.resolve(GraphFile.nameOf(graph)));
        graphs.add(file);
        return new GraphWriter(file, Turtle.head());
    }

    private static void takeAll(GraphWriter writer, SortedMap<String, CityPart> parts, String graph)
            throws IOException {
        for (CityPart part : parts.values()) {
            if (part.graphs().containsKey(graph)) {
                writer.takeAll(GraphBlocks.of(part.file(graph)));
            }
        }
    }

    /** Adds the user's vocabularies, each file as a graph; without a folder, those of the current release. */
    void vocabularies(Request request, Optional<Release> current) throws IOException {
        String below = base.sharedGraph(CityGraphs.VOCABULARY) + "/";
        if (request.vocabulary() != null) {
            try (Stream<Path> own = Files.list(request.vocabulary())) {
                own.filter(file -> file.toString().endsWith(".ttl"))
                        .sorted()
                        .forEach(file -> graphs.add(new GraphFile(
                                below + file.getFileName().toString().replace(".ttl", ""), file)));
            } catch (IOException e) {
                throw new EnvironmentException("cannot read the vocabularies: " + EnvironmentException.reason(e), e);
            }
        } else if (current.isPresent() && !request.only()) {
            current.get().graphs().stream()
                    .filter(part -> part.graph().startsWith(below))
                    .forEach(part -> graphs.add(current.get().file(part)));
        }
    }

    Draft draft() {
        return new Draft(graphs, cities);
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
