package org.jigyo.serve.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jigyo.release.KeptDrawings;

/** An open release with the number of its users. The last one to give it back closes it. */
final class HeldRelease {

    final Opened opened;
    final KeptDrawings drawings;

    /** What was made from the release alone, by all that it depends on. */
    final Cache<List<Object>, Object> made =
            Caffeine.newBuilder().maximumSize(256).build();

    /** Whether another release became current after it. */
    volatile boolean replaced;

    private int users = 1;

    HeldRelease(Opened opened) {
        this.opened = opened;
        this.drawings = new KeptDrawings(opened.release());
    }

    /** An open release that is no longer the current one. */
    static HeldRelease replaced(Opened opened) {
        HeldRelease held = new HeldRelease(opened);
        held.replaced = true;
        return held;
    }

    /** One more user; false if it is closed. */
    synchronized boolean borrow() {
        if (users == 0) {
            return false;
        }
        users++;
        return true;
    }

    void giveBack() {
        boolean last;
        synchronized (this) {
            last = --users == 0;
        }
        if (last) {
            drawings.close();
            opened.close().run();
        }
    }
}
