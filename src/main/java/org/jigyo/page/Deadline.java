package org.jigyo.page;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.jigyo.WatchedText;

/** The time at which the reading of a file must end. */
public final class Deadline {

    private static final ThreadLocal<Deadline> OF_WORK = new ThreadLocal<>();

    private final Duration time;
    private long end;
    private long paused;

    /** A deadline this far in the future. */
    public Deadline(Duration time) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Stops the clock while something runs that has a limit of its own. */
    void pause() {
        paused = System.nanoTime();
    }

    /** Starts the clock again. */
    void resume() {
        end += System.nanoTime() - paused;
        paused = 0;
    }

    /** Throws if the deadline has passed. */
    public void check() throws LimitReached {
        if (paused == 0 && System.nanoTime() - end > 0) {
            throw new LimitReached("reading took longer than " + time.toSeconds()
                    + " s (raise the limit with --max-seconds); the rest was not read");
        }
    }

    /**
     * Does work with the pages of a file within a time. The loops of the engines whose number of steps grows faster than what a file prints
     * ask {@link #checkWork}, because a text that no form prints can keep an alignment busy for hours.
     *
     * @throws UncheckedIOException of a {@link LimitReached}, if the work takes longer
     */
    public static void during(Duration time, Runnable work) {
        Deadline outer = OF_WORK.get();
        OF_WORK.set(new Deadline(time));
        try {
            work.run();
        } finally {
            OF_WORK.set(outer);
        }
    }

    /**
     * Ends the work of this thread if its time is over; without a limit there is always time.
     *
     * @throws UncheckedIOException of a {@link LimitReached}
     */
    public static void checkWork() {
        Deadline deadline = OF_WORK.get();
        if (deadline != null) {
            try {
                deadline.check();
            } catch (LimitReached e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A text for a regular expression, which may look at its characters more often than there is time for: it asks {@link #checkWork}
     * now and then. The text itself if this thread has no limit.
     */
    public static CharSequence watched(String text) {
        return OF_WORK.get() == null ? text : new WatchedText(text, Deadline::checkWork);
    }
}
