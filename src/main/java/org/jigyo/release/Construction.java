package org.jigyo.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Builds one release in a folder that nobody else looks into, and reads it back before it is shown to anybody. */
final class Construction {

    private final Path folder;
    private final Instant now;
    private final Release before;
    private final List<GraphFile> graphs = new ArrayList<>();
    private final List<Release.Part> parts = new ArrayList<>();
    private final Map<String, Fingerprint> given = new LinkedHashMap<>();

    /**
     * Prepares a construction.
     *
     * @param before the release whose unchanged graphs keep their date; may be null
     */
    Construction(Path folder, Release before, Instant now) {
        this.folder = folder;
        this.before = before;
        this.now = now;
    }

    Release build(String id, List<Content> contents) throws IOException {
        Files.createDirectories(folder.resolve("turtle"));
        Files.createDirectories(folder.resolve("dump"));
        for (Content content : contents) {
            Path copy = Files.copy(content.source().file(), folder.resolve("turtle/" + content.fileName()));
            // the original, so that a message about it names the file the user knows
            take(content, content.source().file(), copy);
        }
        long statements;
        try (Store store = Store.in(folder.resolve("tdb2"))) {
            store.load(graphs);
            int data = graphs.size();
            compute(store);
            store.add(graphs.subList(data, graphs.size()));
            statements = store.statements();
            TextIndex.write(store.dataset(), folder.resolve("text"));
        }
        try (Store store = Store.in(folder.resolve("tdb2"))) {
            for (GraphFile graph : graphs) {
                store.verify(graph, given.get(graph.graph()));
            }
        }
        Release release = new Release(id, now, parts, statements, folder);
        Changes.write(before, release);
        Manifest.write(release, folder);
        return release;
    }

    /** What follows from the data: statistics, the dump, the catalogue, the checksums. */
    private void compute(Store store) throws IOException {
        Optional<Base> base = Base.of(graphs);
        if (base.isPresent()) {
            String statistics =
                    Constructs.of("statistics", store.dataset(), base.get().iri())
                            + Constructs.of("void", store.dataset(), base.get().iri());
            put(base.get().graph("statistics"), statistics);
        }
        Dump.write(graphs, folder.resolve("dump").resolve(Dump.NAME));
        if (base.isPresent()) {
            put(
                    base.get().graph("catalogue"),
                    Catalogue.of(base.get(), parts, folder, now)
                            + Constructs.of(
                                    "catalogue", store.dataset(), base.get().iri()));
        }
        StringJoiner sums = new StringJoiner("\n", "", "\n");
        sums.add(Content.sha256(folder.resolve("dump").resolve(Dump.NAME)) + "  " + Dump.NAME);
        for (Release.Part part : parts) {
            sums.add(part.sha256() + "  " + Path.of(part.turtle()).getFileName());
        }
        Files.writeString(folder.resolve("dump/SHA256SUMS"), sums.toString());
    }

    private void put(String graph, String turtle) throws IOException {
        GraphFile made = new GraphFile(graph, folder.resolve("made.ttl"));
        String name = new Content(made, "").fileName();
        Path file = folder.resolve("turtle/" + name);
        Files.write(file, turtle.getBytes(StandardCharsets.UTF_8));
        take(new Content(new GraphFile(graph, file), Content.sha256(file)), file, file);
    }

    private void take(Content content, Path original, Path file) {
        String graph = content.source().graph();
        Fingerprint found = new Fingerprint();
        TurtleSource.read(original, graph, found::add);
        given.put(graph, found);
        graphs.add(new GraphFile(graph, file));
        parts.add(new Release.Part(
                graph,
                "turtle/" + file.getFileName(),
                content.sha256(),
                found.statements(),
                content.modified(before, now)));
    }
}
