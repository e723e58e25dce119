package org.jigyo.serve.query;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.serve.http.Problem;

/**
 * The time at which one query has to end, and the reason once it has. Everything that works for the query checks it now and then; a watcher may also end it early.
 */
final class TimeLimit {

    private final long end;
    private final double seconds;
    private final List<Runnable> onEnd = new ArrayList<>();
    private volatile Problem reason;
    private volatile String service;

    TimeLimit(double seconds) {
        this.seconds = seconds;
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /** Throws the reason when the query has to end. */
    void check() {
        Problem ended = reason;
        if (ended != null) {
            throw ended;
        }
        if (System.nanoTime() - end > 0) {
            end(late());
            throw reason;
        }
    }

    /** Nanoseconds that are left; negative when over. */
    long left() {
        return end - System.nanoTime();
    }

    /** Ends the query for a reason; the first reason counts. */
    void end(Problem why) {
        List<Runnable> actions;
        synchronized (onEnd) {
            if (reason != null) {
                return;
            }
            reason = why;
            actions = List.copyOf(onEnd);
        }
        actions.forEach(Runnable::run);
    }

    /** Why it ended, or null while it may go on. */
    Problem reason() {
        return reason;
    }

    /** What to do when it ends: aborting what does not ask by itself. */
    void whenEnded(Runnable action) {
        synchronized (onEnd) {
            if (reason == null) {
                onEnd.add(action);
                return;
            }
        }
        action.run();
    }

    /** Names the other server that the query waits for from now on; null when it waits for none. */
    void waitsFor(String address) {
        service = address;
    }

    Problem late() {
        String address = service;
        if (address != null) {
            return new Problem(
                            504,
                            "Another server is slow",
                            "The server " + address + " did not answer within the " + seconds
                                    + " seconds that a query may take.")
                    .with("limit", seconds)
                    .with("service", address);
        }
        return new Problem(
                        503,
                        "Time limit",
                        "The query took longer than " + seconds
                                + " seconds and was ended; ask for less (a narrower pattern, a LIMIT, fewer OPTIONALs) or use"
                                + " a dump.")
                .with("limit", seconds)
                .retryAfter(60);
    }
}
