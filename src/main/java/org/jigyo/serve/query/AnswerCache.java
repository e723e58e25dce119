package org.jigyo.serve.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Settings;

/** Answers that were given before, within a bound of bytes; the key names the release, so that no answer outlives it. */
public final class AnswerCache {

    private final int entryBytes;
    private final Cache<String, Answer> answers;
    private final SharedWork work = new SharedWork();

    public AnswerCache(Settings.Cache settings) {
        this.entryBytes = settings.entryBytes();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(settings.bytes())
                .weigher((String key, Answer answer) ->
                        (int) Math.min(Integer.MAX_VALUE, 2L * key.length() + answer.size() + answer.size() / 2 + 200))
                .recordStats()
                .build();
    }

    /** The answer of before, or a new one, which is kept when it is small enough; what is being computed is not computed twice. */
    Answer get(String key, Supplier<Answer> make) {
        if (key == null) {
            return make.get();
        }
        Answer known = answers.getIfPresent(key);
        return known == null ? work.get(key, () -> made(key, make)) : known;
    }

    private Answer made(String key, Supplier<Answer> make) {
        // somebody may have been ready in between
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

    /** Questions that were answered by the work of others that asked the same at once. */
    public long shared() {
        return work.shared();
    }

    public long hits() {
        return answers.stats().hitCount();
    }

    public long misses() {
        return answers.stats().missCount();
    }

    public long bytes() {
        return answers.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
