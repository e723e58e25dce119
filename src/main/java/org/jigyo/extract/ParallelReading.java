package org.jigyo.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jigyo.EnvironmentException;
import org.jigyo.source.SourceFile;

/** Reads many files on several cores and returns their results in the order of the files. */
public final class ParallelReading {

    private static final int WAITING_PARTS = 4;

    private ParallelReading() {}

    /**
     * Reads files in parallel. At most twice as many results as jobs are waiting, so that memory is bounded by the
     * files in progress and not by their number.
     *
     * @param files files to read, in the order in which results are wanted
     * @param jobs number of files at once, at least 1
     * @param read reads one file; must not throw anything but an {@link EnvironmentException}, which ends the reading
     * @param results receives each result, on the calling thread
     */
    public static <T> void all(List<SourceFile> files, int jobs, Function<SourceFile, T> read, Consumer<T> results) {
        parts(files, jobs, (file, result) -> result.accept(read.apply(file)), results, () -> {});
    }

    /**
     * Reads files in parallel, each in parts of which only a few are waiting, so that a file of any length is read in
     * bounded memory.
     *
     * @param files files to read, in the order in which parts are wanted
     * @param jobs number of files at once, at least 1
     * @param read reads one file and passes on its parts; must not throw anything but an {@link EnvironmentException}
     * @param parts receives each part, on the calling thread
     * @param done called after the last part of each file, on the calling thread
     */
    public static <T> void parts(
            List<SourceFile> files,
            int jobs,
            BiConsumer<SourceFile, Consumer<T>> read,
            Consumer<T> parts,
            Runnable done) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            Deque<Flight<T>> flying = new ArrayDeque<>();
            Iterator<SourceFile> waiting = files.iterator();
            while (waiting.hasNext() || !flying.isEmpty()) {
                while (waiting.hasNext() && flying.size() < 2 * jobs) {
                    flying.add(Flight.of(waiting.next(), pool, read));
                }
                Flight<T> first = flying.remove();
                for (Optional<T> part = first.parts.take(); part.isPresent(); part = first.parts.take()) {
                    parts.accept(part.get());
                }
                first.end.get();
                done.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the reading was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EnvironmentException refused
                    ? refused
                    : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** A file in progress: its parts, followed by an empty one, and its outcome. */
    private record Flight<T>(BlockingQueue<Optional<T>> parts, Future<?> end) {

        static <T> Flight<T> of(SourceFile file, ExecutorService pool, BiConsumer<SourceFile, Consumer<T>> read) {
            BlockingQueue<Optional<T>> parts = new ArrayBlockingQueue<>(WAITING_PARTS);
            Future<?> end = pool.submit(() -> {
                try {
                    read.accept(file, part -> put(parts, Optional.of(part)));
                } finally {
                    put(parts, Optional.empty());
                }
            });
            return new Flight<>(parts, end);
        }

        private static <T> void put(BlockingQueue<Optional<T>> parts, Optional<T> part) {
            try {
                parts.put(part);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the reading was interrupted", e);
            }
        }
    }
}
