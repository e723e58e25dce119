package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.graph.CityGraphs;
import org.jigyo.graph.FileOrigin;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.OriginGraph;
import org.jigyo.graph.ReferenceGraphs;
import org.jigyo.graph.Statements;
import org.jigyo.graph.Turtle;
import org.jigyo.graph.Vocabulary;
import org.jigyo.nation.ReferenceTable;
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

    /** Digests of everything that belongs to no single city. */
    private final StringJoiner shared = new StringJoiner("\n");

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
        Statements joined = Vocabulary.join(common);
        byte[] turtle = joined.turtle();
        String digest = DigestUtils.sha256Hex(turtle);
        shared.add(digest);
        try (GraphWriter writer = writer(vocabulary)) {
            writer.add(digest, turtle, Triples.of(joined));
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
                        .forEach(file -> shared(new GraphFile(
                                below + file.getFileName().toString().replace(".ttl", ""), file)));
            } catch (IOException e) {
                throw new EnvironmentException("cannot read the vocabularies: " + EnvironmentException.reason(e), e);
            }
        } else if (current.isPresent() && !request.only()) {
            current.get().graphs().stream()
                    .filter(part -> part.graph().startsWith(below))
                    .forEach(part -> shared(current.get().file(part)));
        }
    }

    private void shared(GraphFile graph) {
        graphs.add(graph);
        shared.add(graph.graph() + " " + Folders.sha256(graph.file()));
    }

    /**
     * Adds the list of local governments and the shipped tables, and the user's tables; without a folder of them, those of
     * the current release. A graph that is the same as in the current release is copied from it.
     */
    void references(List<ReferenceTable> own, Request request, Optional<Release> current) throws IOException {
        SortedMap<String, Statements> tables = ReferenceGraphs.shipped(base, cities.keySet());
        Set<String> shipped = Set.copyOf(tables.keySet());
        for (ReferenceTable table : own) {
            String graph = ReferenceGraphs.graph(base, table.name());
            if (shipped.contains(graph)) {
                throw new EnvironmentException(
                        table.name() + " is the name of a table that is part of the program; give yours another name");
            }
            tables.put(graph, ReferenceGraphs.of(base, table));
        }
        String below = ReferenceGraphs.graph(base, "");
        SortedMap<String, GraphFile> earlier = new TreeMap<>();
        if (current.isPresent()) {
            current.get().graphs().stream()
                    .filter(part -> part.graph().startsWith(below) || shipped.contains(part.graph()))
                    .forEach(part -> earlier.put(part.graph(), current.get().file(part)));
        }
        for (Map.Entry<String, Statements> table : tables.entrySet()) {
            write(table.getKey(), table.getValue(), earlier.remove(table.getKey()));
        }
        if (request.reference() == null && !request.only()) {
            earlier.keySet().removeAll(shipped);
            earlier.values().forEach(this::shared);
        }
    }

    /**
     * Adds where the files were published.
     *
     * @param origins SHA-256 → origin; nothing is added if there are none
     */
    void origins(SortedMap<String, FileOrigin> origins) throws IOException {
        if (!origins.isEmpty()) {
            write(OriginGraph.graph(base), OriginGraph.of(base, origins), null);
        }
    }

    private void write(String graph, Statements statements, GraphFile earlier) throws IOException {
        byte[] text = statements.turtle();
        String digest = DigestUtils.sha256Hex(text);
        shared.add(graph + " " + digest);
        try (GraphWriter writer = writer(graph)) {
            if (earlier == null || !writer.take(GraphBlocks.of(earlier), digest)) {
                writer.add(digest, text, Triples.of(statements));
            }
        }
    }

    Draft draft() {
        return new Draft(graphs, cities, shared.toString());
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
