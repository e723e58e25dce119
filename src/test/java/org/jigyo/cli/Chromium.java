package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A page in headless Chromium, driven through the DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE = 20_000;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final String session;
    private int sent;

    private Chromium(Process process, URI address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Replies())
                .get(20, TimeUnit.SECONDS);
        String target = call("Target.createTarget", Map.of("url", "about:blank"), null)
                .path("targetId")
                .asText();
        this.session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null)
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Whether there is one on the path. */
    static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
    }

    /** Starts a browser with a profile in a folder. */
    static Chromium start(Path folder) throws Exception {
        Path profile = Files.createTempDirectory(folder, "profile");
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (long until = System.currentTimeMillis() + PATIENCE; !written(port); Thread.sleep(50)) {
            assertThat(System.currentTimeMillis()).as("chromium did not start").isLessThan(until);
        }
        List<String> lines = Files.readAllLines(port);
        return new Chromium(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
    }

    private static boolean written(Path port) throws IOException {
        return Files.exists(port) && Files.readAllLines(port).size() == 2;
    }

    /** The width of the window in pixels, and whether the reader prefers dark pages. */
    void shown(int width, boolean dark) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Opens a page and waits until it has loaded. */
    void open(String url) throws Exception {
        call("Page.navigate", Map.of("url", url));
        until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** What the window shows, as a WebP picture. */
    byte[] picture() throws Exception {
        return call("Page.captureScreenshot", Map.of("format", "webp", "quality", 60))
                .path("data")
                .binaryValue();
    }

    /** The value of a JavaScript expression on the page. */
    JsonNode value(String expression) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        assertThat(answer.path("exceptionDetails").isMissingNode())
                .as(expression + ": " + answer)
                .isTrue();
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true. */
    void until(String expression) throws Exception {
        for (long until = System.currentTimeMillis() + PATIENCE;
                !value(expression).asBoolean();
                Thread.sleep(50)) {
            assertThat(System.currentTimeMillis()).as(expression).isLessThan(until);
        }
    }

    /** Types letters, one after the other. */
    void type(String text) throws Exception {
        for (String letter : text.split("")) {
            call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "text", letter, "key", letter));
            call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", letter));
        }
    }

    /**
     * Presses a key.
     *
     * @param code its Windows virtual key code
     * @param control whether Control is held down
     */
    void press(String key, int code, boolean control) throws Exception {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "modifiers",
                            control ? 2 : 0));
        }
    }

    /** What the browser wrote to its console: errors, and violations of the page's own rules. */
    List<String> complaints() {
        return complaints;
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        return call(method, parameters, session);
    }

    private JsonNode call(String method, Map<String, Object> parameters, String to) throws Exception {
        int id = ++sent;
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        pending.put(id, reply);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (to != null) {
            message.put("sessionId", to);
        }
        socket.sendText(message.toString(), true).get(20, TimeUnit.SECONDS);
        JsonNode answer = reply.get(90, TimeUnit.SECONDS);
        assertThat(answer.path("error").isMissingNode())
                .as(method + ": " + answer.path("error"))
                .isTrue();
        return answer.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    }

    /** Collects the parts of each message, and hands replies to who waits for them. */
    private final class Replies implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                take(message);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode reply = JSON.readTree(message);
                String method = reply.path("method").asText();
                if (reply.has("id")) {
                    pending.remove(reply.path("id").asInt()).complete(reply);
                } else if (method.equals("Log.entryAdded") || method.startsWith("Runtime.exceptionThrown")) {
                    complaints.add(reply.path("params").toString());
                }
            } catch (IOException e) {
                complaints.add(e.toString());
            }
        }
    }
}
