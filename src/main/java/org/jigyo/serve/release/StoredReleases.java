package org.jigyo.serve.release;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jigyo.EnvironmentException;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;

/**
 * The releases of a data folder.
 *
 * @param memoryPercent share of the heap that a release may take to be copied into memory
 */
public record StoredReleases(Releases releases, double memoryPercent) implements ReleaseSource {

    @Override
    public Optional<Release> current() {
        return releases.current();
    }

    @Override
    public Optional<Release> kept(String id) {
        return releases.find(id);
    }

    @Override
    public EnvironmentException nothing() {
        return new EnvironmentException("there is no release in " + releases.data() + "; publish some sheets first");
    }

    @Override
    public Opened open(Release release) {
        OpenRelease open = OpenRelease.verified(release);
        return opened(open, open.dataset(), Withdrawn.of(releases.list(), open.dataset()));
    }

    @Override
    public Optional<Opened> faster(Opened opened) {
        if (!InMemory.fits(opened.release(), memoryPercent)) {
            return Optional.empty();
        }
        OpenRelease again = OpenRelease.of(opened.release());
        return InMemory.of(again, memoryPercent).map(dataset -> opened(again, dataset, opened.withdrawn()));
    }

    private static Opened opened(OpenRelease open, DatasetGraph dataset, Withdrawn withdrawn) {
        return new Opened(open.release(), dataset, open.text(), open.own(), withdrawn, open::close);
    }
}
