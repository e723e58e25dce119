package org.jigyo.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Builds one release in a private folder, and reads it back before it becomes visible. Database and text index start as
 * copies of those of the previous release, if there is one and little changed.
 */
final class Construction {

    /** If more than an eighth of all statements changed, a bulk load is faster than a transaction. */
    private static final int FEW = 8;

    /** Factor by which a database may grow through updates, relative to its size after a bulk load. */
    private static final int GROWTH = 2;

    private final Path folder;
    private final Draft draft;
    private final Instant now;
    private final Release before;
    private final boolean onTop;
    private final CatalogueTexts texts;
    private final List<String> notices;
    private final List<GraphFile> graphs = new ArrayList<>();
    private final List<Release.Part> parts = new ArrayList<>();

    /**
     * Prepares a construction.
     *
     * @param draft the graphs
     * @param before the previous release; may be null
     * @param onTop whether to start from copies of that release's files
     * @param texts of the catalogue
     * @param notices receives information for the user about how the release was built
     */
    Construction(
            Path folder,
            Draft draft,
            Release before,
            boolean onTop,
            Instant now,
            CatalogueTexts texts,
            List<String> notices) {
        this.folder = folder;
        this.draft = draft;
        this.before = before;
        this.onTop = onTop;
        this.now = now;
        this.texts = texts;
        this.notices = new ArrayList<>(notices);
    }

    Release build(String id, Map<String, String> digests) throws IOException {
        Files.createDirectories(folder.resolve("turtle"));
        Files.createDirectories(folder.resolve("dump"));
        for (GraphFile graph : draft.graphs()) {
            GraphFile own = new GraphFile(graph.graph(), file(graph.graph()));
            if (GraphBlocks.has(graph)) {
                GraphWriter.link(graph, own);
            } else {
                GraphWriter.copy(graph, own, digests.get(graph.graph()));
            }
            take(own, digests.get(graph.graph()));
        }
        Optional<Difference> difference = difference();
        Update update = null;
        long size = 0;
        if (onTop && canUpdate(difference)) {
            StoredFiles.copy(before, folder);
            size = before.bulk();
            update = store(difference.orElseThrow());
        }
        long statements = update == null ? load() : before.statements() + update.growth();
        Release release = new Release(
                id,
                now,
                parts,
                statements,
                update == null ? Folders.size(folder.resolve("tdb2")) : size,
                draft.cities(),
                List.copyOf(notices),
                folder);
        verify(release, update == null ? null : difference.orElseThrow());
        if (before != null) {
            Changes.write(before, release, difference);
        }
        StoredFiles.write(folder);
        Manifest.write(release, folder);
        return release;
    }

    private Optional<Difference> difference() throws IOException {
        try {
            return before == null ? Optional.empty() : Difference.between(before, before.data(), graphs);
        } catch (IOException e) {
            if (onTop) {
                throw e;
            }
            notices.add("the changes since release " + before.id() + " are summarised only: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean canUpdate(Optional<Difference> difference) throws IOException {
        String why = null;
        long all = parts.stream().mapToLong(Release.Part::statements).sum();
        if (difference.isEmpty() || difference.get().size() * FEW > all) {
            why = "more than an eighth of the statements changed";
        } else if (!difference.get().named()) {
            why = "blank nodes changed";
        } else if (Folders.size(before.tdb()) > GROWTH * before.bulk()) {
            why = "it grew to more than twice its size by updates";
        }
        if (why != null) {
            notices.add("the database was rebuilt, because " + why);
        }
        return why == null;
    }

    /** Updates copies of the previous database and text index. */
    private Update store(Difference data) throws IOException {
        try (Store store = Store.direct(folder.resolve("tdb2"))) {
            Update update = new Update(store.dataset(), before.derived());
            update.apply(data);
            Optional<Base> base = Base.of(graphs);
            Census census = base.isEmpty()
                    ? null
                    : Census.read(before.folder(), base.get().iri());
            if (census != null) {
                update.count(census);
            }
            List<GraphFile> computed = compute(store, census);
            Difference derived = Difference.between(before, before.computed(), computed)
                    .orElseThrow(() -> new IOException("the statistics changed too much to be compared"));
            update.apply(derived);
            TextIndex.write(store.dataset(), folder.resolve("text"), update.touched());
            store.verify(derived);
            return update;
        }
    }

    /**
     * Creates database and text index from scratch.
     *
     * @return number of statements of the default graph
     */
    private long load() throws IOException {
        Store.load(folder.resolve("tdb2"), graphs);
        try (Store store = Store.direct(folder.resolve("tdb2"))) {
            Census census =
                    Base.of(graphs).map(base -> store.census(base.iri())).orElse(null);
            List<GraphFile> computed = compute(store, census);
            new Update(store.dataset(), computed.stream().map(GraphFile::graph).toList()).apply(additions(computed));
            TextIndex.write(store.dataset(), folder.resolve("text"), List.of(Node.ANY));
            return store.counts().get(Store.DEFAULT);
        }
    }

    private static Difference additions(List<GraphFile> graphs) throws IOException {
        Difference difference = new Difference(new HashMap<>(), new HashMap<>());
        for (GraphFile graph : graphs) {
            GraphBlocks blocks = GraphBlocks.of(graph);
            for (Block block : blocks.blocks()) {
                difference.came().put(graph.graph(), new java.util.LinkedHashSet<>(blocks.statements(block.digest())));
            }
        }
        return difference;
    }

    /** Opens the database again and compares its content with the input. */
    private void verify(Release release, Difference applied) throws IOException {
        try (Store store = Store.sequential(release.tdb())) {
            Map<String, Long> counts = store.counts();
            for (Release.Part part : release.graphs()) {
                if (counts.getOrDefault(part.graph(), 0L) != part.statements()) {
                    throw Store.wrong(part.graph());
                }
            }
            if (counts.get(Store.DEFAULT) != release.statements()) {
                throw Store.wrong(Store.DEFAULT);
            }
            if (applied != null) {
                store.verify(applied);
            } else {
                for (GraphFile graph : graphs) {
                    store.verify(graph, GraphBlocks.of(graph).fingerprint());
                }
            }
        }
    }

    /** Computes what follows from the data: dump, statistics, catalogue, checksums. */
    private List<GraphFile> compute(Store store, Census census) throws IOException {
        List<GraphFile> computed = new ArrayList<>();
        Path dump = folder.resolve("dump").resolve(Dump.NAME);
        Optional<Base> base = Base.of(graphs);
        if (base.isPresent()) {
            String iri = base.get().iri();
            String statistics = new Statistics(store.dataset(), iri).of(draft, folder, onTop ? before : null);
            census.write(folder);
            computed.add(put(base.get().graph(Release.STATISTICS), statistics + census.description()));
            Dump.write(dump, graphs);
            // The catalogue contains the dump's checksum, so it cannot be part of the dump.
            NTriples found = new NTriples();
            Constructs.in(Release.CATALOGUE)
                    .run(store.dataset(), Map.of(Constructs.BASE, NodeFactory.createLiteralString(iri)), found);
            String catalogue = Catalogue.of(base.get(), texts, parts, folder, now) + found.sorted();
            computed.add(put(base.get().graph(Release.CATALOGUE), catalogue));
        } else {
            Dump.write(dump, graphs);
        }
        StringJoiner sums = new StringJoiner("\n", "", "\n");
        sums.add(Folders.sha256(dump) + "  " + Dump.NAME);
        for (Release.Part part : parts) {
            sums.add(part.sha256() + "  " + Path.of(part.turtle()).getFileName());
        }
        Files.writeString(folder.resolve("dump").resolve(Dump.SUMS), sums.toString());
        return computed;
    }

    private GraphFile put(String graph, String turtle) throws IOException {
        Path written = folder.resolve("turtle").resolve("computed");
        Files.write(written, turtle.getBytes(StandardCharsets.UTF_8));
        String sha256 = Folders.sha256(written);
        GraphFile own = new GraphFile(graph, file(graph));
        GraphWriter.copy(new GraphFile(graph, written), own, sha256);
        Files.delete(written);
        take(own, sha256);
        return own;
    }

    private Path file(String graph) {
        return folder.resolve("turtle").resolve(GraphFile.nameOf(graph));
    }

    private void take(GraphFile graph, String sha256) throws IOException {
        graphs.add(graph);
        long statements = GraphBlocks.of(graph).fingerprint().statements();
        Release.Part part =
                new Release.Part(graph.graph(), "turtle/" + graph.file().getFileName(), sha256, statements, now, now);
        parts.add(before == null ? part : part.since(before));
    }
}
