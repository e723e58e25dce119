package org.jigyo.page;

import java.time.Duration;

/** The time at which the reading of a file must end. */
public final class Deadline {

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
}
