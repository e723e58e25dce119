package org.jigyo.serve.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Settings;

/** A cache of answers with a limit in bytes. The key includes the release, so that no answer outlives it. */
public final class AnswerCache {

    private final int entryBytes;
    private final Cache<String, Answer> answers;
    private final SharedWork work = new SharedWork();

    /** A cache with these settings. */
    public AnswerCache(Settings.Cache settings) {
        this.entryBytes = settings.entryBytes();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(settings.bytes())
                .weigher((String key, Answer answer) ->
                        (int) Math.min(Integer.MAX_VALUE, 2L * key.length() + answer.size() + answer.size() / 2 + 200))
                .recordStats()
                .build();
    }

    /**
     * The cached answer, or a new one, which is cached if it is small enough. Concurrent identical requests are
     * computed only once.
     */
    Answer get(String key, Supplier<Answer> make) {
        if (key == null) {
            return make.get();
        }
        Answer known = answers.getIfPresent(key);
        return known == null ? work.get(key, () -> made(key, make)) : known;
    }

    private Answer made(String key, Supplier<Answer> make) {
        // Another thread may have finished in between.
        Answer known = answers.policy().getIfPresentQuietly(key);
        if (known != null) {
            return known;
        }
        Answer made = make.get();
        if (made.inMemory() && made.size() <= entryBytes) {
            answers.put(key, made);
        }
        return made;
    }

    /** Number of requests answered by the computation of a concurrent identical one. */
    public long shared() {
        return work.shared();
    }

    /** Number of requests answered from the cache. */
    public long hits() {
        return answers.stats().hitCount();
    }

    /** Number of requests not found in the cache. */
    public long misses() {
        return answers.stats().missCount();
    }

    /** Size of the cached answers in bytes. */
    public long bytes() {
        return answers.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
