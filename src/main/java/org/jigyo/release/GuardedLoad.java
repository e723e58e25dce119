package org.jigyo.release;

import java.util.concurrent.CountDownLatch;
import org.jigyo.EnvironmentException;

/**
 * Runs a bulk load and hears of its end whatever happens. Jena's loader works in threads of its own; when one of them dies,
 * as on a full disk, the others would wait for it for ever.
 */
final class GuardedLoad extends ThreadGroup {

    private final CountDownLatch ended = new CountDownLatch(1);
    private Throwable failure;

    private GuardedLoad() {
        super("load");
    }

    /**
     * Runs the load to its end.
     *
     * @throws EnvironmentException if one of its threads failed
     */
    static void run(Runnable load) {
        GuardedLoad guard = new GuardedLoad();
        Thread thread = new Thread(guard, () -> {
            load.run();
            guard.ended.countDown();
        });
        // inherited by the loader's threads: those that still wait do not keep a failed program alive
        thread.setDaemon(true);
        thread.start();
        try {
            guard.ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("the load was interrupted", e);
        }
        guard.rethrow();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        synchronized (this) {
            failure = failure == null ? e : failure;
        }
        ended.countDown();
    }

    private synchronized void rethrow() {
        if (failure instanceof EnvironmentException environment) {
            throw environment;
        }
        if (failure instanceof OutOfMemoryError) {
            throw new EnvironmentException("too little memory to load the release: give Java more with -Xmx", failure);
        }
        if (failure != null) {
            throw new EnvironmentException(
                    "the database cannot be written (" + failure.getMessage() + "): is the disk full?", failure);
        }
    }
}
