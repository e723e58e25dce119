package org.jigyo.serve.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Limits the processing time of a client with a token bucket of nanoseconds that refills over a minute. The time of a
 * request is known only afterwards, so a client may overdraw once and then has to wait.
 */
final class ClientRate {

    /** Permission for one request. */
    interface Pass {
        void used(long nanoseconds);
    }

    private static final Pass FREE = nanoseconds -> {};
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long nanoseconds;
    private final double seconds;
    private final boolean loopback;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(MINUTE.multipliedBy(5))
            .build();

    /** A rate limit with these settings. */
    public ClientRate(Settings.Client settings) {
        this.seconds = settings.rateSeconds();
        this.nanoseconds = (long) (seconds * 1e9);
        this.loopback = settings.rateLoopback();
    }

    /**
     * Requests permission.
     *
     * @throws Problem 429 if the client has used up its time
     */
    Pass pass(Client client) {
        if (nanoseconds == 0 || (!loopback && client.local())) {
            return FREE;
        }
        Bucket bucket = buckets.get(
                client.key(),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(nanoseconds).refillGreedy(nanoseconds, MINUTE))
                        .build());
        var probe = bucket.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            int wait = (int) Math.max(
                    1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
            throw new Problem(
                            429,
                            "Rate limit",
                            "One client may use " + seconds + " seconds of processing time a minute; wait " + wait
                                    + " seconds, or use a dump.")
                    .with("limit", seconds)
                    .retryAfter(wait);
        }
        return used -> bucket.consumeIgnoringRateLimits(Math.max(1, used));
    }
}
