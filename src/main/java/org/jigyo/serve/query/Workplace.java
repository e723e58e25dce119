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
import org.jigyo.serve.http.TimeLimit;

/**
 * Runs queries: a limited number at once, each in a thread of its own, so that the client is told about the time limit
 * in time even if the engine has not noticed it yet. A place becomes free when its thread ends, not when its client
 * leaves.
 */
public final class Workplace implements AutoCloseable {

    /** Time that a query may exceed its limit before the client is told and the thread is left to end by itself. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Settings.Query settings;
    private final Places places;
    private final ExecutorService threads;
    private final Set<TimeLimit> running = ConcurrentHashMap.newKeySet();
    private final Runnable unwatch;

    /** A workplace with these limits. */
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

    /** Number of running queries, including those beyond their limit. */
    public int running() {
        return running.size();
    }

    /**
     * Runs a task within the time limit, which includes waiting for a place.
     *
     * @throws Problem from the task, or because there was no place or no time
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

    /** Ends all running queries for a reason. */
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
