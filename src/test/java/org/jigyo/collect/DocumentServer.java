package org.jigyo.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server whose answers a test decides; it remembers what it was asked. */
final class DocumentServer implements AutoCloseable {

    /** Answers a request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    DocumentServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toASCIIString();
            asked.add(path);
            try (exchange) {
                answers.getOrDefault(path, gone -> gone.sendResponseHeaders(404, -1))
                        .to(exchange);
            }
        });
        server.start();
    }

    /** The address of a path on it. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Serves a page of links. */
    void page(String path, String... links) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><title>評価</title>");
        for (String link : links) {
            html.append("<p><a href=\"").append(link).append("\">シート</a></p>");
        }
        answer(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            send(exchange, 200, bytes(html.toString()));
        });
    }

    /** Serves a document with a validator, and nothing to whom has it already. */
    void document(String path, String content) {
        answer(path, exchange -> {
            String etag = "\"" + content.hashCode() + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, bytes(content));
            }
        });
    }

    void status(String path, int status, String... header) {
        answer(path, exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** The paths asked since the last call. */
    List<String> asked() {
        List<String> paths = List.copyOf(asked);
        asked.clear();
        return paths;
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
