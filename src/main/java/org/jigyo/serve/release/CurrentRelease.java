package org.jigyo.serve.release;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jigyo.EnvironmentException;
import org.jigyo.release.KeptDrawings;
import org.jigyo.release.Release;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The release being served. A request borrows it once and sees the same release until it ends. The first release
 * answers from its files as soon as they are open, and is copied into memory and warmed up in the background. When
 * another release becomes current, all that is done first; then new requests get it, and the old one is closed when its
 * last borrower is done.
 */
public final class CurrentRelease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentRelease.class);

    /** A borrowed release. Closing the loan returns it. */
    public static final class Loan implements AutoCloseable {
        private final HeldRelease held;

        private Loan(HeldRelease held) {
            this.held = held;
        }

        public Release release() {
            return held.opened.release();
        }

        public DatasetGraph dataset() {
            return held.opened.dataset();
        }

        public TextIndex text() {
            return held.opened.text();
        }

        /** Whether another version of the program published the release, so that some answers may lack figures. */
        public boolean outdated() {
            return !held.opened.own();
        }

        /** Whether a newer release is served to those who do not name one. */
        public boolean replaced() {
            return held.replaced;
        }

        /** The drawings of its sheets. */
        public KeptDrawings drawings() {
            return held.drawings;
        }

        /** The id of the last release that changed the statements about a thing; empty if no kept release did. */
        public Optional<String> lastChanged(Node thing) {
            return held.opened.withdrawn().changed(thing);
        }

        /**
         * What depends on nothing but the release and a key, made once and kept as long as the release is served; the least used of many
         * are forgotten.
         *
         * @param key all that it depends on, with the class that makes it
         */
        @SuppressWarnings("unchecked")
        public <T, E extends Exception> T once(List<Object> key, Making<T, E> make) throws E {
            Object known = held.made.getIfPresent(key);
            if (known == null) {
                known = make.make();
                held.made.put(key, known);
            }
            return (T) known;
        }

        /** A second loan of the same release, for another thread. */
        public Loan again() {
            held.borrow();
            return new Loan(held);
        }

        /** Answers a request for which each {@link CurrentRelease#borrow()} of this thread gives this release. */
        void during(Serving serving) throws IOException, ServletException {
            PINNED.set(held);
            try {
                serving.serve();
            } finally {
                PINNED.remove();
            }
        }

        @Override
        public void close() {
            held.giveBack();
        }
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Serving {
        void serve() throws IOException, ServletException;
    }

    /** The release of the session to which the request of a thread belongs. */
    private static final ThreadLocal<HeldRelease> PINNED = new ThreadLocal<>();

    /** Makes something from a release. */
    @FunctionalInterface
    public interface Making<T, E extends Exception> {
        /** Makes it; never null. */
        T make() throws E;
    }

    private final ReleaseSource source;
    private final Settings.Watch settings;
    private final Consumer<Loan> prepare;
    private final AtomicReference<HeldRelease> current = new AtomicReference<>();
    private final EarlierRelease earlier;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "release-watch");
        thread.setDaemon(true);
        return thread;
    });
    private String refused = "";
    private volatile boolean ready;

    /**
     * Opens the current release.
     *
     * @param prepare called with every release before requests get it, except for the first one, which is prepared
     * while it answers
     * @throws EnvironmentException if there is none, or it cannot be opened
     */
    public CurrentRelease(ReleaseSource source, Settings.Watch settings, Consumer<Loan> prepare) {
        this.source = source;
        this.settings = settings;
        this.prepare = prepare;
        this.earlier = new EarlierRelease(settings.sessionSeconds(), source);
        current.set(new HeldRelease(source.open(source.current().orElseThrow(source::nothing))));
    }

    /**
     * Warms up the first release in the background, then watches for others.
     *
     * @param exercise called with the first release when it is prepared
     */
    public void follow(Consumer<Loan> exercise) {
        watcher.execute(() -> speedUp(exercise));
        long milliseconds = (long) (settings.watchSeconds() * 1000);
        if (milliseconds > 0) {
            var unused = watcher.scheduleWithFixedDelay(this::look, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    /** True if the release is fully warmed up. */
    public boolean ready() {
        return ready;
    }

    private void speedUp(Consumer<Loan> exercise) {
        try {
            copyToMemory();
            try (Loan loan = borrow()) {
                prepare.accept(loan);
                exercise.accept(loan);
            }
        } catch (RuntimeException e) {
            LOG.warn("the warm-up failed: {}", e.getMessage());
        } finally {
            ready = true;
        }
    }

    private void copyToMemory() {
        try (Loan loan = borrow()) {
            HeldRelease first = loan.held;
            source.faster(first.opened).ifPresent(faster -> {
                HeldRelease copied = new HeldRelease(faster);
                (current.compareAndSet(first, copied) ? first : copied).giveBack();
            });
        }
    }

    private HeldRelease opened(Release release) {
        Opened opened = source.open(release);
        Optional<Opened> faster = source.faster(opened);
        if (faster.isPresent()) {
            opened.close().run();
        }
        HeldRelease held = new HeldRelease(faster.orElse(opened));
        prepare.accept(new Loan(held));
        return held;
    }

    /**
     * Borrows the release of the request's session, or else the one that new requests get. The loan must be closed.
     *
     * @throws Problem 503 if the server is stopping
     */
    public Loan borrow() {
        HeldRelease pinned = PINNED.get();
        if (pinned != null && pinned.borrow()) {
            return new Loan(pinned);
        }
        while (true) {
            HeldRelease held = current.get();
            if (held == null) {
                throw new Problem(503, "Stopping", "The server is being stopped.").retryAfter(10);
            }
            if (held.borrow()) {
                return new Loan(held);
            }
        }
    }

    /** Borrows the release with an id, if it is the current one or is still open for sessions that began with it. */
    Optional<Loan> borrow(String id) {
        return Optional.ofNullable(current.get())
                .filter(held -> held.opened.release().id().equals(id))
                .or(() -> earlier.find(id))
                .filter(HeldRelease::borrow)
                .map(Loan::new);
    }

    /** Borrows the release that an address cites; empty if it is neither served nor kept. */
    Optional<Loan> cited(String id) {
        return borrow(id).or(() -> earlier.cited(id).map(Loan::new));
    }

    /** True if this server had the release with this id open and closed it. */
    boolean wasClosed(String id) {
        return earlier.wasClosed(id);
    }

    /** The id of the release that new requests get. */
    public String id() {
        HeldRelease held = current.get();
        return held == null ? "" : held.opened.release().id();
    }

    private void look() {
        earlier.closeOld();
        String id = "";
        try {
            Release now = source.current().orElse(null);
            if (now == null
                    || same(now, current.get().opened.release())
                    || now.id().equals(refused)) {
                return;
            }
            id = now.id();
            HeldRelease next = opened(now);
            // Kept before it is replaced, so that no session misses it in between.
            earlier.replace(current.get());
            current.set(next);
            earlier.closeOld();
            LOG.info("now serving release {}", id);
        } catch (RuntimeException e) {
            // Keep serving the one that works, and log the failure once for each release.
            if (!id.equals(refused)) {
                LOG.warn("cannot switch to the new release; the old one is still served: {}", e.getMessage());
            }
            refused = id;
        }
    }

    /** A release that was built again, because it was damaged or has other drawings, has the same id and another time. */
    private static boolean same(Release one, Release other) {
        return one.id().equals(other.id()) && one.published().equals(other.published());
    }

    @Override
    public void close() {
        // Never interrupted, because that would close the database's files under other users.
        watcher.shutdown();
        try {
            watcher.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        earlier.close();
        HeldRelease last = current.getAndSet(null);
        if (last != null) {
            last.giveBack();
        }
    }
}
