package org.jigyo.collect;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks servers one request at a time: after robots.txt, with pauses, and never longer than agreed. Not thread-safe. */
final class PoliteClient {

    /** An answer whose body is read by the caller, who closes it. */
    record Answer(URI address, HttpResponse<InputStream> response) {

        int status() {
            return response.statusCode();
        }

        /** The first value of a header, or null. */
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        InputStream body() {
            return response.body();
        }

        /** True if the body is an HTML page by its media type. */
        boolean page() {
            String type = header("Content-Type");
            return type != null && type.toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml\\+xml)\\b.*");
        }
    }

    /** An address that may not be asked. */
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1;

        Forbidden(URI address) {
            super("robots.txt of " + address.getAuthority() + " asks not to fetch it");
        }
    }

    private static final int REDIRECTS = 5;
    private static final int ROBOTS = 512 * 1024;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Duration CONNECT = Duration.ofSeconds(20);

    /** The longest pause that a robots.txt can ask for; a host that wants more is not asked at all. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Order order;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST.toMillis(), 0);
    private final Map<String, BaseRobotRules> robots = new HashMap<>();
    private final Map<String, Long> asked = new HashMap<>();
    private final Set<String> busy = new TreeSet<>();

    PoliteClient(Order order) {
        this.order = order;
    }

    /**
     * Asks for an address and follows redirects.
     *
     * @param headers further request headers
     * @throws Forbidden if robots.txt of a host on the way asks not to fetch it
     * @throws IOException if no answer comes; the message gives the reason
     */
    Answer get(URI address, Map<String, String> headers) throws IOException {
        URI next = address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            check(next);
            HttpResponse<InputStream> response = send(next, headers);
            if (!MOVED.contains(response.statusCode())) {
                if (BUSY.contains(response.statusCode())) {
                    busy.add(next.getAuthority());
                }
                return new Answer(next, response);
            }
            response.body().close();
            String to = response.headers().firstValue("Location").orElse(null);
            if (to == null) {
                throw new IOException("the server redirects to nowhere");
            }
            next = address(next, to);
        }
        throw new IOException("the server redirects more than " + REDIRECTS + " times");
    }

    private static URI address(URI from, String to) throws IOException {
        try {
            URI next = from.resolve(to);
            if (next.getHost() != null && List.of("http", "https").contains(next.getScheme())) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the server redirects to an address that is none: " + to, e);
        }
        throw new IOException("the server redirects to an address of another kind: " + to);
    }

    /** Fails if the address may not be asked. */
    void check(URI address) throws IOException {
        if (busy.contains(address.getAuthority())) {
            throw new IOException(address.getAuthority() + " was busy before; run the command again later");
        }
        BaseRobotRules rules = robots.get(host(address));
        if (rules == null) {
            rules = rules(address);
            robots.put(host(address), rules);
        }
        if (!rules.isAllowed(address.toASCIIString())) {
            throw new Forbidden(address);
        }
    }

    private static String host(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private BaseRobotRules rules(URI address) throws IOException {
        URI file = URI.create(host(address) + "/robots.txt");
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> response = send(file, Map.of());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                String to = response.headers().firstValue("Location").orElse(null);
                if (MOVED.contains(status) && to != null) {
                    file = address(file, to);
                } else if (status / 100 == 2) {
                    return parser.parseContent(
                            file.toASCIIString(), body.readNBytes(ROBOTS), "text/plain", List.of(name()));
                } else {
                    return parser.failedFetch(status);
                }
            }
        }
        return parser.failedFetch(404);
    }

    private String name() {
        return order.agent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private HttpResponse<InputStream> send(URI address, Map<String, String> headers) throws IOException {
        pause(address);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(order.patience()).header("User-Agent", order.agent());
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            InputStream body = response.body();
            // the timeout of a request ends with its head; a body may come for ever
            CompletableFuture.delayedExecutor(order.patience().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> quietly(body));
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            asked.put(address.getAuthority(), System.nanoTime());
        }
    }

    private static void quietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // its reader finds out
        }
    }

    private void pause(URI address) throws IOException {
        Long last = asked.get(address.getAuthority());
        if (last == null) {
            return;
        }
        BaseRobotRules rules = robots.get(host(address));
        long least = Math.max(order.pause().toMillis(), rules == null ? 0 : rules.getCrawlDelay());
        long left = least - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last);
        try {
            if (left > 0) {
                Thread.sleep(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** What is wrong with an answer, in words. */
    static String refusal(Answer answer) {
        String after = answer.header("Retry-After");
        String later =
                after == null ? "" : ", and asks to come back after " + after + (after.matches("\\d+") ? " s" : "");
        return "the server answers " + answer.status() + later;
    }
}
