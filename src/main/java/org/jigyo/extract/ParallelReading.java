package org.jigyo.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jigyo.EnvironmentException;
import org.jigyo.source.SourceFile;

/** Reads many files on several cores and hands their results over in the order of the files. */
public final class ParallelReading {

    private ParallelReading() {}

    /**
     * Reads files side by side. Only as many results wait as there are jobs, twice over, so that memory is bounded by the
     * files in flight and not by their number.
     *
     * @param files what to read, in the order in which results are wanted
     * @param jobs how many files at once, at least 1
     * @param read reads one file; must not throw but an {@link EnvironmentException}, which ends the reading
     * @param results takes each result, on the calling thread
     */
    public static <T> void all(List<SourceFile> files, int jobs, Function<SourceFile, T> read, Consumer<T> results) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            Deque<Future<T>> flying = new ArrayDeque<>();
            Iterator<SourceFile> waiting = files.iterator();
            while (waiting.hasNext() || !flying.isEmpty()) {
                while (waiting.hasNext() && flying.size() < 2 * jobs) {
                    SourceFile file = waiting.next();
                    flying.add(pool.submit(() -> read.apply(file)));
                }
                results.accept(flying.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EnvironmentException refused
                    ? refused
                    : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
