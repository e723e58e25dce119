package org.jigyo.page;

import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The time that a thread may take for what it does with the pages of a file. The loops of the engines whose number of steps grows faster
 * than what a file prints ask for it, because a text that no form prints can keep an alignment busy for hours.
 */
public final class WorkTime {

    private static final ThreadLocal<Deadline> OF_THREAD = new ThreadLocal<>();

    private WorkTime() {}

    /**
     * Does work within a time.
     *
     * @throws UncheckedIOException of a {@link LimitReached}, if the work takes longer
     */
    public static void limit(Duration time, Runnable work) {
        Deadline outer = OF_THREAD.get();
        OF_THREAD.set(new Deadline(time));
        try {
            work.run();
        } finally {
            OF_THREAD.set(outer);
        }
    }

    /**
     * Ends the work of this thread if its time is over; without a limit there is always time.
     *
     * @throws UncheckedIOException of a {@link LimitReached}
     */
    public static void check() {
        Deadline deadline = OF_THREAD.get();
        if (deadline != null) {
            try {
                deadline.check();
            } catch (LimitReached e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
