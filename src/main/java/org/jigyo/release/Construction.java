package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.Txn;
import org.jigyo.EnvironmentException;

/** Builds one release in a folder that nobody else looks into, and reads it back before it is shown to anybody. */
final class Construction {

    private final Path folder;
    private final List<GraphFile> graphs = new ArrayList<>();
    private final List<Release.Part> parts = new ArrayList<>();

    Construction(Path folder) {
        this.folder = folder;
    }

    /**
     * Builds everything.
     *
     * @param before the release whose unchanged graphs keep their date; may be null
     */
    Release build(String id, List<Content> contents, Release before, Instant now) throws IOException {
        Files.createDirectories(folder.resolve("turtle"));
        List<Fingerprint> given = new ArrayList<>();
        for (Content content : contents) {
            given.add(take(content, before, now));
        }
        long statements;
        try (Store store = Store.in(folder.resolve("tdb2"))) {
            store.load(graphs);
            statements = store.statements();
        }
        try (Store store = Store.in(folder.resolve("tdb2"))) {
            for (int i = 0; i < graphs.size(); i++) {
                verify(store, graphs.get(i), given.get(i));
            }
        }
        Release release = new Release(id, now, parts, statements, folder);
        Manifest.write(release, folder);
        return release;
    }

    private Fingerprint take(Content content, Release before, Instant now) throws IOException {
        String name = "turtle/" + content.fileName();
        Path copy = Files.copy(content.source().file(), folder.resolve(name));
        Fingerprint given = new Fingerprint();
        // the original, so that a message about it names the file the user knows
        TurtleSource.read(content.source().file(), content.source().graph(), given::add);
        graphs.add(new GraphFile(content.source().graph(), copy));
        parts.add(new Release.Part(
                content.source().graph(), name, content.sha256(), given.statements(), content.modified(before, now)));
        return given;
    }

    private static void verify(Store store, GraphFile graph, Fingerprint given) {
        if (store.fingerprint(graph.graph()).same(given)) {
            return;
        }
        // a file that says the same thing twice has another count: compare one by one before refusing
        Set<Triple> seen = new HashSet<>();
        boolean complete = Txn.calculateRead(store.dataset(), () -> {
            boolean[] all = {true};
            TurtleSource.read(graph.file(), graph.graph(), triple -> {
                all[0] &= hasBlank(triple) || store.contains(graph.graph(), triple);
                seen.add(triple);
            });
            return all[0];
        });
        if (!complete || store.fingerprint(graph.graph()).statements() > seen.size()) {
            throw new EnvironmentException("what was stored of " + graph.graph()
                    + " is not what was given: the new release was dropped; check the disk, then publish again");
        }
    }

    private static boolean hasBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }
}
