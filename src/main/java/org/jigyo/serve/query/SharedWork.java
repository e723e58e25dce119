package org.jigyo.serve.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Problem;

/**
 * Equal questions that are asked at once are computed once: the first to ask computes, the others wait for its answer. A refusal that
 * concerns the first client alone is not theirs: then one of them computes.
 */
final class SharedWork {

    private static final class Work {
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private int others;
    }

    private final ConcurrentHashMap<String, Work> underWay = new ConcurrentHashMap<>();
    private final AtomicLong shared = new AtomicLong();

    /** How many questions were answered by the work of others. */
    long shared() {
        return shared.get();
    }

    /**
     * Computes an answer, or waits for the one that is being computed.
     *
     * @param key the same for equal questions
     * @throws Problem as the computation does
     */
    Answer get(String key, Supplier<Answer> compute) {
        while (true) {
            Work mine = new Work();
            Work work = underWay.compute(key, (same, first) -> {
                if (first == null) {
                    return mine;
                }
                first.others++;
                return first;
            });
            if (work == mine) {
                return lead(key, work, compute);
            }
            try {
                Answer answer = work.answer.join();
                shared.incrementAndGet();
                return answer;
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof Problem problem)) {
                    throw new IllegalStateException(e.getCause());
                }
                if (!problem.personal()) {
                    throw problem;
                }
            }
        }
    }

    private Answer lead(String key, Work work, Supplier<Answer> compute) {
        Answer answer;
        try {
            answer = compute.get();
        } catch (RuntimeException | Error e) {
            underWay.remove(key);
            work.answer.completeExceptionally(e);
            throw e;
        }
        underWay.computeIfPresent(key, (same, done) -> {
            answer.hold(done.others);
            return null;
        });
        work.answer.complete(answer);
        return answer;
    }
}
