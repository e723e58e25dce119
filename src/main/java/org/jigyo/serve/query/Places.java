package org.jigyo.serve.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.TimeLimit;

/**
 * Admission control: limits the number of running queries, in total and for each client, so that one client cannot
 * occupy all places. A client's query first waits for the client's own queries, then for a place.
 */
final class Places {

    private final Semaphore all;
    private final Cache<String, Semaphore> ofClients =
            Caffeine.newBuilder().weakValues().build();
    private final int running;
    private final int perClient;
    private final boolean limitLocal;
    private final double waitSeconds;

    Places(Settings.Query query, Settings.Client client) {
        this.running = query.running();
        this.all = new Semaphore(running, true);
        this.perClient = client.running() == 0 ? running : Math.max(1, Math.min(client.running(), running - 1));
        this.limitLocal = client.rateLoopback();
        this.waitSeconds = query.waitSeconds();
    }

    /**
     * Takes a place, waiting if necessary.
     *
     * @return releases the place
     * @throws Problem 429 if the client already has its maximum of running queries, 503 if the server has
     */
    Runnable take(Client client, TimeLimit limit) {
        long until = System.nanoTime() + Math.min((long) (waitSeconds * 1e9), limit.left());
        if (client.local() && !limitLocal) {
            acquire(all, until, busy());
            return all::release;
        }
        Semaphore own = ofClients.get(client.key(), key -> new Semaphore(perClient, true));
        acquire(own, until, tooMany());
        try {
            acquire(all, until, busy());
        } catch (Problem problem) {
            own.release();
            throw problem;
        }
        return () -> {
            all.release();
            own.release();
        };
    }

    private static void acquire(Semaphore places, long until, Problem otherwise) {
        try {
            if (!places.tryAcquire(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw otherwise;
        }
    }

    private Problem busy() {
        return new Problem(
                        503,
                        "Busy",
                        "The maximum number of queries (" + running + ") is already running; try again in a moment.")
                .with("limit", running)
                .retryAfter(2)
                .forThisClient();
    }

    private Problem tooMany() {
        return new Problem(
                        429,
                        "Too many at once",
                        "One client may run " + perClient
                                + " queries at once; wait for an answer before you send the next one.")
                .with("limit", perClient)
                .retryAfter(2)
                .forThisClient();
    }
}
