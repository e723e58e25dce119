package org.jigyo.serve.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.Optional;
import org.jigyo.EnvironmentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Earlier releases that are still in the data folder: opened when an address cites one, closed when none did for a while. */
final class CitedReleases {

    private static final Logger LOG = LoggerFactory.getLogger(CitedReleases.class);

    /** How many are open at once. Publishing keeps fewer by default, so that nobody makes the server open them again and again. */
    private static final int MOST = 8;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final ReleaseSource source;
    private final Cache<String, HeldRelease> open = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(UNUSED)
            .scheduler(Scheduler.systemScheduler())
            .<String, HeldRelease>removalListener((id, held, cause) -> held.giveBack())
            .build();

    CitedReleases(ReleaseSource source) {
        this.source = source;
    }

    /** The release with an id, with one more user; empty if it is not kept, or damaged. */
    Optional<HeldRelease> borrow(String id) {
        try {
            return source.kept(id)
                    .map(release -> open.get(id, any -> HeldRelease.replaced(source.open(release))))
                    // closed just now, by its time
                    .filter(HeldRelease::borrow);
        } catch (EnvironmentException e) {
            LOG.warn("the cited release {} cannot be served: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    void close() {
        open.invalidateAll();
        open.cleanUp();
    }
}
