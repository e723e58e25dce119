package org.jigyo.serve.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The deadline of one query, and the reason once it has ended. All code that works for the query checks it regularly; a
 * watchdog may also end the query early.
 */
public final class TimeLimit {

    private final long end;
    private final double seconds;
    private final List<Runnable> onEnd = new ArrayList<>();
    private volatile Problem reason;
    private volatile String service;

    /** A deadline so many seconds from now. */
    public TimeLimit(double seconds) {
        this.seconds = seconds;
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /** Throws the reason if the query must end. */
    public void check() {
        Problem ended = reason;
        if (ended != null) {
            throw ended;
        }
        if (System.nanoTime() - end > 0) {
            end(late());
            throw reason;
        }
    }

    /** Remaining nanoseconds; negative if the deadline has passed. */
    public long left() {
        return end - System.nanoTime();
    }

    /** Ends the query for a reason; only the first reason counts. */
    public void end(Problem why) {
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

    /** The reason why it ended; null while it may continue. */
    public Problem reason() {
        return reason;
    }

    /** Registers an action for the end of the query: aborting code that does not check by itself. */
    public void whenEnded(Runnable action) {
        synchronized (onEnd) {
            if (reason == null) {
                onEnd.add(action);
                return;
            }
        }
        action.run();
    }

    /** Names the other server the query is waiting for; null if it is not waiting. */
    public void waitsFor(String address) {
        service = address;
    }

    /** The problem that says that there was not enough time: 504 while another server is waited for, else 503. */
    public Problem late() {
        String address = service;
        if (address != null) {
            return new Problem(
                            504,
                            "Upstream timeout",
                            "The server " + address + " did not answer within the " + seconds
                                    + " seconds that a query may take.")
                    .with("limit", seconds)
                    .with("service", address);
        }
        return new Problem(
                        503,
                        "Time limit",
                        "The query took longer than " + seconds
                                + " seconds and was stopped; ask for less (a narrower pattern, a LIMIT, fewer OPTIONALs) or use"
                                + " a dump.")
                .with("limit", seconds)
                .retryAfter(60);
    }
}
