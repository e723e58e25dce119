package org.jigyo.serve.release;

import java.util.Optional;
import org.jigyo.EnvironmentException;
import org.jigyo.release.Release;

/** Where the releases to serve come from: the data folder, or another server. */
public sealed interface ReleaseSource permits StoredReleases, RemoteRelease {

    /** The release to serve now; empty if there is none. */
    Optional<Release> current();

    /** A release that is kept beside the current one; empty if none with this id is. */
    Optional<Release> kept(String id);

    /** What to say if there is no release at the start. */
    EnvironmentException nothing();

    /**
     * Opens a release.
     *
     * @throws EnvironmentException if it cannot be read
     */
    Opened open(Release release);

    /** The same release where it answers faster, to be closed by itself; empty if there is no such place. */
    Optional<Opened> faster(Opened opened);
}
