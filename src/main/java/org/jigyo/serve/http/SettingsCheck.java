package org.jigyo.serve.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Finds invalid settings, and describes each in one sentence. */
final class SettingsCheck {

    private final List<String> faults = new ArrayList<>();

    private SettingsCheck() {}

    static List<String> of(Settings settings) {
        SettingsCheck check = new SettingsCheck();
        check.listen(settings.listen());
        check.query(settings.query());
        check.rest(settings);
        return check.faults;
    }

    private void listen(Settings.Listen listen) {
        text("listen.host", listen.host());
        text("listen.monitor-host", listen.monitorHost());
        range("listen.port", listen.port(), 0, 65535);
        range("listen.monitor-port", listen.monitorPort(), -1, 65535);
        range("listen.threads", listen.threads(), 16, 4096);
        range("listen.idle-seconds", listen.idleSeconds(), 1, 3600);
        range("listen.stop-seconds", listen.stopSeconds(), 0, 600);
    }

    private void query(Settings.Query query) {
        range("query.time-seconds", query.timeSeconds(), 0.1, 3600);
        range("query.rows", query.rows(), 1, Integer.MAX_VALUE);
        range("query.bytes", query.bytes(), 1024, 1L << 40);
        range("query.memory-bytes", query.memoryBytes(), 1024, 1 << 30);
        range("query.characters", query.characters(), 100, 10_000_000);
        range("query.text-characters", query.textCharacters(), 1000, 100_000_000);
        range("query.nesting", query.nesting(), 4, 500);
        range("query.running", query.running(), 1, 1024);
        range("query.wait-seconds", query.waitSeconds(), 0, 600);
        range("query.sort-rows", query.sortRows(), 100, Integer.MAX_VALUE);
        range("query.heap-percent", query.heapPercent(), 10, 99);
    }

    private void rest(Settings settings) {
        range("cache.bytes", settings.cache().bytes(), 0, 1L << 40);
        range("cache.entry-bytes", settings.cache().entryBytes(), 0, 1 << 30);
        range("client.running", settings.client().running(), 0, 1024);
        range("client.rate-seconds", settings.client().rateSeconds(), 0, 3600);
        range("release.watch-seconds", settings.release().watchSeconds(), 0, 3600);
        range("release.session-seconds", settings.release().sessionSeconds(), 0, 604800);
        range("release.exercise-seconds", settings.release().exerciseSeconds(), 0, 600);
        range("release.memory-percent", settings.release().memoryPercent(), 0, 40);
        for (String address : settings.service().allow()) {
            if (!isAddress(address)) {
                faults.add("service.allow: " + address + " is not a complete http address such as https://host/sparql");
            }
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void text(String name, String value) {
        if (value == null || value.isBlank()) {
            faults.add(name + " is empty");
        }
    }

    private void range(String name, Number given, double least, double most) {
        double value = given.doubleValue();
        if (!(value >= least && value <= most)) {
            faults.add(name + " is " + plain(value) + ", but must be from " + plain(least) + " to " + plain(most));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
