package org.jigyo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Waits until files change. It compares the size and time of each file, which works on every file system; a change that the file system
 * reports only ends the wait earlier.
 */
final class FileWatch {

    private static final long WAIT_MILLIS = 1000;
    private static final long SETTLED_MILLIS = 150;

    /** Size and time of last change. */
    private record State(long size, long time) {}

    private final List<Path> roots;
    private final Predicate<Path> ignored;
    private final WatchService service;
    private Map<Path, State> known;
    private volatile boolean closed;

    /**
     * Watches from now on.
     *
     * @param roots files and folders; they need not exist
     * @param ignored files of these folders that do not count
     */
    FileWatch(List<Path> roots, Predicate<Path> ignored) {
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
        this.ignored = ignored;
        this.service = service();
        this.known = states();
    }

    /** The file system's own reports; null if it has none, or no more of them. */
    private WatchService service() {
        WatchService reports = null;
        try {
            reports = FileSystems.getDefault().newWatchService();
            for (Path root : roots) {
                Path folder = Files.isDirectory(root) ? root : root.getParent();
                if (folder != null && Files.isDirectory(folder)) {
                    folder.register(
                            reports,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            }
            return reports;
        } catch (IOException | UnsupportedOperationException e) {
            close(reports);
            return null;
        }
    }

    /**
     * Waits until a file is new, changed or gone, and none changes any more.
     *
     * @return these files; none if the watch was closed
     * @throws InterruptedException if the thread is to end
     */
    Set<Path> changed() throws InterruptedException {
        while (!closed) {
            sleep();
            Map<Path, State> now = states();
            if (!now.equals(known)) {
                now = settled(now);
                Set<Path> changed = new TreeSet<>(now.keySet());
                changed.addAll(known.keySet());
                Map<Path, State> before = known;
                Map<Path, State> after = now;
                changed.removeIf(
                        file -> after.containsKey(file) && after.get(file).equals(before.get(file)));
                known = now;
                return changed;
            }
        }
        return Set.of();
    }

    /** An editor writes in several steps. */
    private Map<Path, State> settled(Map<Path, State> first) throws InterruptedException {
        Map<Path, State> last = first;
        while (true) {
            Thread.sleep(SETTLED_MILLIS);
            Map<Path, State> now = states();
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
    }

    private void sleep() throws InterruptedException {
        if (service == null) {
            Thread.sleep(WAIT_MILLIS);
            return;
        }
        try {
            WatchKey key = service.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            closed = true;
        }
    }

    private Map<Path, State> states() {
        Map<Path, State> states = new TreeMap<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> !ignored.test(file)).forEach(file -> add(file, states));
            } catch (IOException | UncheckedIOException e) {
                // it is gone, not yet there, or changes while it is read; it is looked at again in a moment
            }
        }
        return states;
    }

    private static void add(Path file, Map<Path, State> states) {
        try {
            if (Files.isRegularFile(file)) {
                states.put(
                        file,
                        new State(
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis()));
            }
        } catch (IOException e) {
            states.remove(file); // it is gone
        }
    }

    /** Ends the wait of another thread. */
    void close() {
        closed = true;
        close(service);
    }

    private static void close(WatchService service) {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
