package org.jigyo.page;

import java.time.Duration;

/** The moment at which a file has had its time. */
public final class Deadline {

    private final Duration time;
    private final long end;

    /** A moment from now. */
    public Deadline(Duration time) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Throws when the time is over. */
    public void check() throws LimitReached {
        if (System.nanoTime() - end > 0) {
            throw new LimitReached("reading took longer than " + time.toSeconds()
                    + " s (--max-seconds raises it); the rest is not read");
        }
    }
}
