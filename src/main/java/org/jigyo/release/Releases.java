package org.jigyo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.shared.JenaException;
import org.jigyo.EnvironmentException;

/**
 * The releases in a data folder: {@code releases/<id>/}, and a file {@code current} with the id of the current one. A
 * release is built in a temporary folder, read back, renamed to its final place, and then named in {@code current};
 * each step is atomic. If a publisher dies at any time, the old release is still current, and the next publish deletes
 * what was left behind.
 */
public final class Releases {

    private static final String UNFINISHED = ".unfinished-";

    private final Path data;
    private final Path folder;

    private Releases(Path data) {
        this.data = data;
        this.folder = data.resolve("releases");
    }

    /** The releases in a data folder, which need not exist yet. */
    public static Releases in(Path data) {
        return new Releases(data.toAbsolutePath().normalize());
    }

    /** The data folder, absolute. */
    public Path data() {
        return data;
    }

    /**
     * Builds a release of these graphs and makes it current. The same graphs again give the same release without
     * building it.
     *
     * @param keep number of releases to keep in the folder, including the new one; at least 1
     * @throws EnvironmentException if it cannot be built; the current release is then unchanged
     * @throws IllegalArgumentException if there are two files for one graph
     */
    public Release publish(List<GraphFile> graphs, int keep) {
        return alone(() -> publish(Draft.of(graphs), keep, List.of()));
    }

    /**
     * Runs an action while the data folder is locked.
     *
     * @throws EnvironmentException if another process holds the lock, or if the folder is not writable
     */
    public <T> T alone(PublishLock.Step<T> step) {
        try {
            return PublishLock.holding(data, step);
        } catch (IOException | UncheckedIOException e) {
            throw refused(e);
        } catch (JenaException e) {
            throw refused(e.getCause() instanceof IOException cause ? cause : e);
        } catch (OutOfMemoryError e) {
            throw refused(new IOException(
                    "not enough memory; give Java more, for example with JIGYO_JAVA_OPTIONS=-Xmx2g", e));
        } catch (InternalError e) {
            // TDB2 writes through mapped memory, where a full disk shows as this error.
            throw refused(new IOException("the database cannot be written; is the disk full?", e));
        }
    }

    /**
     * Like {@link #publish(List, int)}, for a caller that already holds the lock through {@link #alone}.
     *
     * @param notices information about how the graphs were built, stored in the release if it is built
     */
    public Release publish(Draft draft, int keep, List<String> notices) throws IOException {
        if (keep < 1) {
            throw new IllegalArgumentException("keep must be at least 1: " + keep);
        }
        Files.createDirectories(folder);
        sweep();
        Map<String, String> digests = draft.digests();
        CatalogueTexts texts = CatalogueTexts.read(data);
        String id = Draft.id(digests, texts);
        Optional<Release> known = find(id).filter(Releases::intact)
                .filter(release -> release.cities().equals(draft.cities()));
        Release release = known.isPresent() ? known.get() : build(id, draft, digests, texts, notices);
        point(release);
        retain(keep, release);
        return release;
    }

    /** True unless the release was damaged; a damaged one is rebuilt. */
    private static boolean intact(Release release) {
        try {
            StoredFiles.verify(release);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private EnvironmentException refused(Throwable e) {
        return new EnvironmentException(
                "cannot publish into " + data + ": " + EnvironmentException.reason(e)
                        + "; the current release is unchanged",
                e);
    }

    /** The current release; empty before the first publish. */
    public Optional<Release> current() {
        try {
            String id = Files.readString(data.resolve("current")).strip();
            Optional<Release> release = find(id);
            if (release.isEmpty()) {
                throw new EnvironmentException("the current release " + id + " is not in " + folder
                        + "; publish again, or choose another release with rollback");
            }
            return release;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot read " + data.resolve("current") + ": " + EnvironmentException.reason(e), e);
        }
    }

    /** All finished releases, newest first. */
    public List<Release> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(path -> Files.exists(path.resolve(Manifest.NAME)))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .map(Manifest::read)
                    .sorted(Comparator.comparing(Release::published).reversed().thenComparing(Release::id))
                    .toList();
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + folder + ": " + EnvironmentException.reason(e), e);
        }
    }

    /**
     * Makes another release current.
     *
     * @param id the release's id
     * @throws EnvironmentException if there is no release with that id
     */
    public Release rollback(String id) {
        try {
            return PublishLock.holding(data, () -> {
                Release release = find(id).orElseThrow(() -> unknown(id));
                point(release);
                return release;
            });
        } catch (IOException e) {
            throw new EnvironmentException("cannot write in " + data + ": " + EnvironmentException.reason(e), e);
        }
    }

    private EnvironmentException unknown(String id) {
        List<String> known = list().stream().map(Release::id).toList();
        return new EnvironmentException("no release " + id + " in " + folder + "; there are: "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
    }

    /** The finished release with this id; empty if it does not exist or was deleted. */
    public Optional<Release> find(String id) {
        if (!id.matches("[0-9a-f]{16}")) {
            return Optional.empty();
        }
        Path place = folder.resolve(id);
        return Files.exists(place.resolve(Manifest.NAME)) ? Optional.of(Manifest.read(place)) : Optional.empty();
    }

    private Release build(
            String id, Draft draft, Map<String, String> digests, CatalogueTexts texts, List<String> notices)
            throws IOException {
        Path aside = unfinished(id);
        boolean done = false;
        try {
            Release before = list().stream().findFirst().orElse(null);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            if (before != null && !now.isAfter(before.published())) {
                // Publication times of releases are strictly increasing, however fast they follow each other and
                // whatever the clock says.
                now = before.published().plusSeconds(1);
            }
            Release release = build(aside, before, now, id, draft, digests, texts, notices);
            complete(id);
            done = true;
            return release.at(folder.resolve(id));
        } finally {
            if (!done) {
                Folders.delete(aside);
            }
        }
    }

    /** Builds on top of the previous release or, if that fails verification, from scratch. */
    private static Release build(
            Path aside,
            Release before,
            Instant now,
            String id,
            Draft draft,
            Map<String, String> digests,
            CatalogueTexts texts,
            List<String> notices)
            throws IOException {
        List<String> said = new ArrayList<>(notices);
        if (before != null) {
            try {
                return new Construction(aside, draft, before, true, now, texts, said).build(id, digests);
            } catch (IOException | RuntimeException e) {
                said.add("the database was rebuilt, because release " + before.id() + " cannot be updated: "
                        + EnvironmentException.reason(e));
                Folders.delete(aside);
            }
        }
        return new Construction(aside, draft, before, false, now, texts, said).build(id, digests);
    }

    /** The temporary folder in which a release is built or copied. */
    Path unfinished(String id) {
        return folder.resolve(UNFINISHED + id);
    }

    /** Makes the release that is complete in its temporary folder the current one. */
    void adopt(String id, int keep) throws IOException {
        if (Files.exists(unfinished(id))) {
            complete(id);
        }
        sweep();
        Release release = find(id).orElseThrow(() -> unknown(id));
        point(release);
        retain(keep, release);
    }

    /** Moves a release from its temporary folder to its place. */
    private void complete(String id) throws IOException {
        Folders.delete(folder.resolve(id));
        Files.move(unfinished(id), folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    }

    private void point(Release release) throws IOException {
        Path next = data.resolve("current.next");
        Folders.writeThrough(next, (release.id() + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(next, data.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void sweep() throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(folder)) {
            left = all.filter(path -> path.getFileName().toString().startsWith(UNFINISHED)
                            || !Files.exists(path.resolve(Manifest.NAME)))
                    .toList();
        }
        left.forEach(Folders::delete);
    }

    private void retain(int keep, Release current) throws IOException {
        List<Release> others =
                list().stream().filter(r -> !r.id().equals(current.id())).toList();
        for (Release old : others.subList(Math.min(keep - 1, others.size()), others.size())) {
            Path away = folder.resolve(UNFINISHED + old.id());
            Files.move(old.folder(), away, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(away);
        }
    }
}
