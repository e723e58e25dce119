package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.jigyo.EnvironmentException;
import org.jigyo.workaround.ExactTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A release opened for reading. Thread-safe; each thread uses its own read transaction. */
public final class OpenRelease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRelease.class);

    /** Jena opens a database once in a process, so further users share it. */
    private static final Map<Path, Shared> OPEN = new HashMap<>();

    private static final class Shared {
        private final Store store;
        private final DatasetGraph dataset;
        private final TextIndexLucene text;
        private int users;

        Shared(Store store, TextIndexLucene text) {
            this.store = store;
            this.dataset = ExactTerms.in((DatasetGraphTDB) store.dataset());
            this.text = text;
        }
    }

    private final Release release;
    private final Shared shared;
    private final boolean own;
    private boolean closed;

    private OpenRelease(Release release, Shared shared) {
        this.release = release;
        this.shared = shared;
        this.own = StoredFiles.own(release);
    }

    /** Whether this version of the program published it. */
    public boolean own() {
        return own;
    }

    /**
     * Opens a release.
     *
     * @throws EnvironmentException if its files cannot be read
     */
    public static OpenRelease of(Release release) {
        synchronized (OPEN) {
            try {
                Shared shared = OPEN.get(release.tdb());
                if (shared == null) {
                    shared = open(release);
                    OPEN.put(release.tdb(), shared);
                }
                shared.users++;
                return new OpenRelease(release, shared);
            } catch (IOException | JenaException e) {
                throw new EnvironmentException(
                        "cannot open release " + release.id() + " in " + release.folder() + ": "
                                + EnvironmentException.reason(e)
                                + "; the folder tdb2 of the release must be writable, because"
                                + " TDB2 opens its files for writing even to read them",
                        e);
            }
        }
    }

    /**
     * Opens a release after verifying the checksums of its database and text index.
     *
     * @throws EnvironmentException if they do not match, or cannot be read
     */
    public static OpenRelease verified(Release release) {
        try {
            if (!StoredFiles.verify(release)) {
                LOG.warn("release {} has no checksums; publish again to create them", release.id());
            } else if (!StoredFiles.own(release)) {
                LOG.warn(
                        "release {} was published by another version of the program, so some stored queries may answer"
                                + " «not printed» where they need its statistics; publish any of its files again to renew it",
                        release.id());
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "release " + release.id() + " in " + release.folder() + " is damaged ("
                            + EnvironmentException.reason(e) + "): publish again, or choose another with rollback",
                    e);
        }
        return of(release);
    }

    /** Whether this version of the program published a release. */
    public static boolean isOwn(Release release) {
        return StoredFiles.own(release);
    }

    /**
     * The full-text index of a release whose statements are elsewhere; null if its folder is not here.
     *
     * @throws EnvironmentException if it cannot be read
     */
    public static org.apache.jena.query.text.TextIndex textOf(Release release) {
        Path folder = release.folder().resolve("text");
        try {
            return Files.isDirectory(folder) ? TextIndex.read(folder) : null;
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + folder + ": " + EnvironmentException.reason(e), e);
        }
    }

    private static Shared open(Release release) throws IOException {
        Store store = Store.in(release.tdb());
        try {
            return new Shared(store, TextIndex.read(release.folder().resolve("text")));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The opened release. */
    public Release release() {
        return release;
    }

    /**
     * All its graphs, and a default graph of everything except the Extracts. Transactional (READ); must not be written.
     */
    public DatasetGraph dataset() {
        return shared.dataset;
    }

    /** Its full-text index, to be set in a query's context for {@code text:query}. */
    public org.apache.jena.query.text.TextIndex text() {
        return shared.text;
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (!closed && --shared.users == 0) {
                OPEN.remove(release.tdb());
                shared.text.close();
                shared.store.close();
            }
            closed = true;
        }
    }
}
