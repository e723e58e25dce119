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
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;

/**
 * Builds one release in a folder that nobody else looks into, and reads it back before it is shown to anybody. What costs most,
 * dump, database, text index and VoID, starts from the release before and costs what changed; of the statistics is asked anew
 * what a change can have touched.
 */
final class Construction {

    /** Beyond an eighth of all statements a bulk load is quicker than a transaction. */
    private static final int FEW = 8;

    /** How many times as large as after a bulk load a database may grow by updates. */
    private static final int GROWTH = 2;

    private final Path folder;
    private final Instant now;
    private final Release before;
    private final Slices known;
    private final List<String> said;
    private final List<GraphFile> graphs = new ArrayList<>();
    private final List<Release.Part> parts = new ArrayList<>();
    private final Map<String, Fingerprint> given = new LinkedHashMap<>();

    /**
     * Prepares a construction.
     *
     * @param before the release whose unchanged graphs keep their date; may be null
     * @param known what of that release is built on; {@link Slices#none()} to build from nothing
     * @param said what could not be taken from that release, and why
     */
    Construction(Path folder, Release before, Slices known, Instant now, List<String> said) {
        this.folder = folder;
        this.before = before;
        this.known = known;
        this.now = now;
        this.said = new ArrayList<>(said);
    }

    Release build(String id, List<Content> contents) throws IOException {
        Files.createDirectories(folder.resolve("turtle"));
        Files.createDirectories(folder.resolve("dump"));
        Path dump = folder.resolve("dump").resolve(Dump.NAME);
        try (Slicing slicing = new Slicing(dump, before, known)) {
            for (Content content : contents) {
                content.copy(file(content.graph()));
                take(slicing, content, true);
            }
            Optional<Difference> difference = difference(contents);
            boolean update = difference.isPresent() && canUpdate(difference.get());
            long statements = store(slicing, update ? difference.get() : null);
            long size = Folders.size(folder.resolve("tdb2"));
            new Slices(update ? known.bulk() : size, update ? known.updates() + 1 : 0, slicing.slices()).write(folder);
            Release release = new Release(id, now, parts, statements, List.copyOf(said), folder);
            if (difference.isPresent()) {
                try (Store store = Store.in(release.tdb())) {
                    Changes.write(before, release, difference.get(), store.dataset());
                }
            }
            Manifest.write(release, folder);
            return release;
        }
    }

    private Optional<Difference> difference(List<Content> contents) throws IOException {
        try {
            return before == null
                    ? Optional.empty()
                    : Optional.of(Difference.between(before, known, before.data(), contents));
        } catch (IOException e) {
            if (!known.all().isEmpty()) {
                throw e;
            }
            say("what changed since release " + before.id() + " is not said: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean canUpdate(Difference difference) throws IOException {
        if (known.all().isEmpty()) {
            return false;
        }
        long statements = known.all().stream()
                .mapToLong(slice -> slice.found().statements())
                .sum();
        String why = null;
        if (difference.size() * FEW > statements) {
            why = "more than an eighth changed";
        } else if (!difference.named()) {
            why = "blank nodes changed";
        } else if (Folders.size(before.tdb()) > GROWTH * known.bulk()) {
            why = "it grew to more than twice its size by updates";
        }
        if (why != null) {
            say("the database is loaded anew: " + why);
        }
        return why == null;
    }

    private void say(String notice) {
        said.add(notice);
    }

    /**
     * Makes database and text index.
     *
     * @param difference from the release before, whose files are then copied; null to make them from nothing
     * @return how many statements the default graph has
     */
    private long store(Slicing slicing, Difference difference) throws IOException {
        boolean anew = difference == null;
        if (!anew) {
            StoredFiles.copy(before, folder);
        }
        Path tdb = folder.resolve("tdb2");
        String base = Base.of(graphs).map(Base::iri).orElse("");
        Update update;
        Difference derived;
        long expected;
        try (Store store = Store.in(tdb)) {
            if (anew) {
                store.load(graphs);
            }
            update = store.update(anew ? List.of() : before.derived());
            Census census = anew ? store.census(base) : Census.of(before, base);
            if (!anew) {
                update.data(difference, census);
            }
            census.write(folder);
            Answers answers = anew ? Answers.none() : Answers.of(before, difference);
            List<Content> computed = compute(slicing, store, census, answers, update.data());
            answers.write(folder);
            derived = Difference.between(before, known, anew ? List.of() : before.computed(), computed);
            update.derived(derived);
            expected = (anew ? census.statements() : before.statements()) + update.more();
            TextIndex.write(store.dataset(), folder.resolve("text"), anew ? List.of(Node.ANY) : update.touched());
        }
        try (Store store = Store.in(tdb)) {
            Map<String, Fingerprint> sums = store.sums();
            if (anew) {
                for (GraphFile graph : graphs) {
                    store.verify(graph, given.get(graph.graph()));
                }
            } else {
                ReadBack.verify(store, sums, tdb, before, update, List.of(difference, derived));
            }
            if (sums.get(StoredSums.DEFAULT).statements() != expected) {
                throw Store.wrong(StoredSums.DEFAULT);
            }
            StoredSums.write(sums, folder);
        }
        StoredFiles.write(folder);
        return expected;
    }

    /** What follows from the data: statistics, the catalogue, the checksums. */
    private List<Content> compute(
            Slicing slicing, Store store, Census census, Answers answers, Predicate<Tuple<NodeId>> data)
            throws IOException {
        List<Content> computed = new ArrayList<>();
        Optional<Base> base = Base.of(graphs);
        if (base.isPresent()) {
            String iri = base.get().iri();
            String statistics = answers.of("statistics", store.dataset(), iri, data) + census.description();
            computed.add(put(slicing, base.get().graph(Release.STATISTICS), statistics, true));
            // it names the dump's checksum and so cannot be part of the dump
            String catalogue =
                    Catalogue.of(base.get(), parts, folder, now) + answers.of("catalogue", store.dataset(), iri, data);
            computed.add(put(slicing, base.get().graph(Release.CATALOGUE), catalogue, false));
        }
        StringJoiner sums = new StringJoiner("\n", "", "\n");
        sums.add(Content.sha256(folder.resolve("dump").resolve(Dump.NAME)) + "  " + Dump.NAME);
        for (Release.Part part : parts) {
            sums.add(part.sha256() + "  " + Path.of(part.turtle()).getFileName());
        }
        Files.writeString(folder.resolve("dump").resolve(Dump.SUMS), sums.toString());
        return computed;
    }

    private Content put(Slicing slicing, String graph, String turtle, boolean dumped) throws IOException {
        Path file = file(graph);
        Files.write(file, turtle.getBytes(StandardCharsets.UTF_8));
        Content content = new Content(new GraphFile(graph, file));
        take(slicing, content, dumped);
        return content;
    }

    private Path file(String graph) {
        return folder.resolve("turtle/" + Content.fileName(graph));
    }

    private void take(Slicing slicing, Content content, boolean dumped) throws IOException {
        String graph = content.graph();
        Fingerprint found = slicing.take(content, pieces(content), dumped);
        given.put(graph, found);
        Path file = file(graph);
        graphs.add(new GraphFile(graph, file));
        parts.add(new Release.Part(
                graph,
                "turtle/" + file.getFileName(),
                content.sha256(),
                found.statements(),
                content.modified(before, now)));
    }

    /** Of a file that is what it was they are known. */
    private List<Piece> pieces(Content content) throws IOException {
        boolean same = before != null && before.graphs().stream().anyMatch(content::same);
        List<Piece> earlier = same ? known.pieces(content.graph()) : List.of();
        return earlier.isEmpty() ? content.pieces() : earlier;
    }
}
