package org.jigyo.serve.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Counters and timers in Prometheus format. */
public final class Measures implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge release;
    private final Meter.MeterProvider<Timer> requests = Timer.builder("jigyo.request")
            .description("Time taken to answer a request")
            .serviceLevelObjectives(
                    Duration.ofMillis(1),
                    Duration.ofMillis(10),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10))
            .withRegistry(registry);

    /** An empty registry with the standard measures. */
    public Measures() {
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        release = MultiGauge.builder("jigyo.release")
                .description("The release being served")
                .register(registry);
    }

    /** Registers a gauge whose value is kept elsewhere. */
    public <T> void gauge(String name, String description, T source, ToDoubleFunction<T> value) {
        Gauge.builder(name, source, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Registers a counter whose value is kept elsewhere, for as long as its source is in use. */
    public <T> void counter(String name, T source, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, source, value).register(registry);
    }

    void serving(String id) {
        release.register(List.of(MultiGauge.Row.of(Tags.of("id", id), 1)), true);
    }

    /** Records one request by the kind of address; recording by address would create a series for each thing. */
    void request(String kind, int status, long nanoseconds) {
        requests.withTags("kind", kind, "status", Integer.toString(status)).record(Duration.ofNanos(nanoseconds));
        if (status == 429 || status == 503 || status == 413) {
            Counter.builder("jigyo.refused")
                    .description("Requests that reached a limit")
                    .tag("status", Integer.toString(status))
                    .register(registry)
                    .increment();
        }
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
