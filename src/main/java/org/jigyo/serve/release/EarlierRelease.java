package org.jigyo.serve.release;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The release before the current one, open for the sessions that began with it: twice as long as a session lasts, because other servers may
 * still begin sessions with it. And those before, if an address cites one.
 */
final class EarlierRelease {

    /**
     * An open release.
     *
     * @param until the {@link System#nanoTime} at which it may be closed
     */
    private record Replaced(HeldRelease held, long until) {}

    private final double seconds;
    private final CitedReleases cited;
    private final AtomicReference<Replaced> replaced = new AtomicReference<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /** No release yet; a session lasts so many seconds, or 0 without sessions. */
    EarlierRelease(double seconds, ReleaseSource source) {
        this.seconds = seconds;
        this.cited = new CitedReleases(source);
    }

    /** Takes the place of the one before, which is closed. */
    void replace(HeldRelease old) {
        old.replaced = true;
        long until = System.nanoTime() + (long) (2e9 * seconds);
        close(replaced.getAndSet(new Replaced(old, until)));
    }

    /** Closes it if its time is over. */
    void closeOld() {
        Replaced old = replaced.get();
        if (old != null && System.nanoTime() - old.until >= 0) {
            close(replaced.getAndSet(null));
        }
    }

    /** The release, if it has this id and is still open. */
    Optional<HeldRelease> find(String id) {
        return Optional.ofNullable(replaced.get())
                .map(Replaced::held)
                .filter(held -> held.opened.release().id().equals(id));
    }

    /** The release, with one more user, if it is kept. */
    Optional<HeldRelease> cited(String id) {
        return cited.borrow(id);
    }

    /** True if a release with this id was open here and was closed. */
    boolean wasClosed(String id) {
        return closed.contains(id);
    }

    void close() {
        close(replaced.getAndSet(null));
        cited.close();
    }

    private void close(Replaced old) {
        if (old != null) {
            closed.add(old.held.opened.release().id());
            old.held.giveBack();
        }
    }
}
