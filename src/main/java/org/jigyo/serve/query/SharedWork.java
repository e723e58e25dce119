package org.jigyo.serve.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Problem;

/**
 * Computes concurrent identical requests once: the first one computes, the others wait for its answer. If it is refused
 * for a reason specific to its client, one of the others computes.
 */
final class SharedWork {

    private static final class Work {
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private int others;
    }

    private final ConcurrentHashMap<String, Work> underWay = new ConcurrentHashMap<>();
    private final AtomicLong shared = new AtomicLong();

    /** Number of requests answered by the computation of another. */
    long shared() {
        return shared.get();
    }

    /**
     * Computes an answer, or waits for the one being computed.
     *
     * @param key equal for identical requests
     * @throws Problem if the computation does
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
