package org.jigyo.serve.query;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;

/**
 * Runs queries: a limited number at once, each in a thread of its own, so that the client hears of the time limit on time even when the engine has not noticed yet. A place is free again when its thread is done, not when its client has left.
 */
public final class Workplace implements AutoCloseable {

    /** How long past its limit a query may take to notice; after that the client is told and the thread left to end. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Settings.Query settings;
    private final Places places;
    private final ExecutorService threads;
    private final Set<TimeLimit> running = ConcurrentHashMap.newKeySet();
    private final Runnable unwatch;

    public Workplace(Settings.Query settings, Settings.Client client) {
        this.settings = settings;
        this.places = new Places(settings, client);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "query");
            thread.setDaemon(true);
            return thread;
        });
        this.unwatch = Memory.watch(settings.heapPercent(), () -> endAll(Memory.exhausted()));
    }

    /** Queries at work, those that overran their limit included. */
    public int running() {
        return running.size();
    }

    /**
     * Runs work within the time limit, of which waiting for a place is a part.
     *
     * @throws Problem from the work itself, or because there was no place or no time
     */
    <T> T run(Client client, Function<TimeLimit, T> work) {
        TimeLimit deadline = new TimeLimit(settings.timeSeconds());
        Runnable giveBack = places.take(client, deadline);
        Runnable leave = () -> {
            running.remove(deadline);
            giveBack.run();
        };
        running.add(deadline);
        Future<T> result;
        try {
            result = threads.submit(() -> {
                try {
                    return work.apply(deadline);
                } finally {
                    leave.run();
                }
            });
        } catch (RuntimeException | Error e) {
            leave.run();
            throw e;
        }
        return await(result, deadline);
    }

    private static <T> T await(Future<T> result, TimeLimit deadline) {
        try {
            return result.get(deadline.left() + GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            if (e.getCause() instanceof OutOfMemoryError) {
                throw Memory.exhausted();
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            deadline.end(deadline.late());
            throw deadline.reason();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            deadline.end(deadline.late());
            throw new Problem(503, "Stopping", "The server is being stopped.").retryAfter(10);
        }
    }

    /** Ends everything at work for a reason. */
    void endAll(Problem why) {
        running.forEach(deadline -> deadline.end(why));
    }

    @Override
    public void close() {
        unwatch.run();
        endAll(new Problem(503, "Stopping", "The server is being stopped.").retryAfter(10));
        threads.shutdown();
    }
}
