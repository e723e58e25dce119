package org.jigyo.serve.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;

/**
 * Admission control: so many queries at work at once, and of one client fewer than that, so that there is always a place for
 * another one. A client's query waits for the client's own before it waits for a place.
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
     * Takes a place, or waits for one.
     *
     * @return gives the place back
     * @throws Problem 429 when the client has as many queries at work as it may, 503 when all clients have
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
                        "As many queries as the server runs at once (" + running
                                + ") are at work; try again in a moment.")
                .with("limit", running)
                .retryAfter(2)
                .forThisClient();
    }

    private Problem tooMany() {
        return new Problem(
                        429,
                        "Too many at once",
                        "One client may have " + perClient
                                + " queries at work at once; wait for an answer before you ask again.")
                .with("limit", perClient)
                .retryAfter(2)
                .forThisClient();
    }
}
