package org.jigyo.serve.query;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;
import javax.management.NotificationEmitter;
import org.jigyo.serve.http.Problem;

/** Watches the heap. If most of it is still in use after a garbage collection, running queries must be ended. */
final class Memory {

    private Memory() {}

    /** Calls back whenever the old generation is fuller than this share (in percent) after a collection. */
    static Runnable watch(int percent, Runnable tooFull) {
        Optional<MemoryPoolMXBean> pool = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP && p.isCollectionUsageThresholdSupported())
                .filter(p -> p.getName().matches(".*(Old|Tenured).*"))
                .findFirst();
        if (pool.isEmpty() || pool.get().getUsage().getMax() <= 0) {
            return () -> {};
        }
        long most = pool.get().getUsage().getMax();
        pool.get().setCollectionUsageThreshold(most / 100 * percent);
        pool.get().setUsageThreshold(most / 100 * percent);
        NotificationEmitter emitter = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
        javax.management.NotificationListener listener = (notification, handback) -> {
            if (notification.getType().startsWith("java.management.memory")) {
                tooFull.run();
            }
        };
        emitter.addNotificationListener(listener, null, null);
        return () -> {
            try {
                emitter.removeNotificationListener(listener);
            } catch (javax.management.ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    static Problem exhausted() {
        return new Problem(
                        503,
                        "Memory limit",
                        "The running queries needed more memory than the server has; ask for less, or try again later.")
                .retryAfter(30);
    }
}
